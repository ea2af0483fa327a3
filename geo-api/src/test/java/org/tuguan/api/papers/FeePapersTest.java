package org.tuguan.api.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tuguan.core.LocalText;
import org.tuguan.core.payment.BillLine;
import org.tuguan.core.payment.PaymentNumber;
import org.tuguan.core.payment.Receipt;
import org.tuguan.core.payment.RefundNotice;
import org.tuguan.core.payment.Slip;
import org.tuguan.core.payment.SlipBarcode;
import org.tuguan.core.print.PdfPages;
import org.tuguan.core.print.PrintFonts;
import org.tuguan.core.print.PrintedDocument;

class FeePapersTest {
  private static final PdfPages PAGES = new PdfPages(PrintFonts.ofSystem());
  private static final PaymentNumber NUMBER = PaymentNumber.of(115, 12);
  private static final LocalText CITY = new LocalText("臺中市政府", "Taichung City Government");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final BigDecimal AMOUNT = new BigDecimal("1600");
  private static final LocalText STANDARD =
      new LocalText("臺中市政府提供地理資訊收費標準 106-03-15", "Fee standard of Taichung 106-03-15");
  private static final List<BillLine> LINES =
      List.of(
          new BillLine(new LocalText("道路圖", "Roads"), "第3條附表第1項", new BigDecimal("1200")),
          new BillLine(new LocalText("建物圖", "Buildings"), "第3條附表第2項", new BigDecimal("400")));

  @Test
  void slipSaysWhatToPayUntilWhenAndHow() throws IOException {
    SlipBarcode barcode = new SlipBarcode(DAY.plusDays(19), NUMBER, AMOUNT);
    String text = text(FeePapers.slip(slip(barcode)));
    assertThat(text)
        .contains("規費繳款單", "NT$1,600", "新臺幣壹仟陸佰元整", "2026-12-20", NUMBER.text())
        .contains("堃喆測量有限公司", "A-115-000003", "道路圖", "1,200", "代收機構")
        .contains("示範");
    assertThat(barcode.segments()).allSatisfy(segment -> assertThat(text).contains(segment));
  }

  @Test
  void receiptHasTheAmountInWordsAndSaysWhenItIsVoid() throws IOException {
    assertThat(text(FeePapers.receipt(receipt(Optional.empty()))))
        .contains("規費收據", "R-115-000001", "新臺幣壹仟陸佰元整", "信用卡", "2026-12-01")
        .doesNotContain("作廢")
        .doesNotContain("示範");
    assertThat(text(FeePapers.receipt(receipt(Optional.of(new Receipt.Void(DAY, "全額退費"))))))
        .contains("本收據已作廢", "全額退費");
  }

  @Test
  void refundNamesItsArticleAndItsInterest() throws IOException {
    RefundNotice notice =
        new RefundNotice(
            "F-115-000001",
            Optional.of("A-115-000003"),
            Optional.of("R-115-000001"),
            "堃喆測量有限公司",
            AMOUNT,
            new BigDecimal("3"),
            "規費法第18條",
            "重複繳納",
            DAY,
            Optional.empty(),
            CITY);
    assertThat(text(FeePapers.refund(notice, false)))
        .contains("規費退費通知", "NT$1,603", "新臺幣壹仟陸佰零參元整", "規費法第18條", "重複繳納", "待撥付");
  }

  @Test
  void samePaperIsTheSameFile() {
    assertThat(PAGES.pdf(FeePapers.receipt(receipt(Optional.empty()))))
        .isEqualTo(PAGES.pdf(FeePapers.receipt(receipt(Optional.empty()))));
  }

  static Slip slip(SlipBarcode barcode) {
    return new Slip("A-115-000003", "堃喆測量有限公司", DAY, barcode, LINES, CITY, STANDARD, true);
  }

  static Receipt receipt(Optional<Receipt.Void> voided) {
    return new Receipt(
        "R-115-000001",
        NUMBER,
        "A-115-000003",
        "堃喆測量有限公司",
        AMOUNT,
        DAY,
        new Receipt.Method("card", new LocalText("信用卡", "credit card")),
        LINES,
        CITY,
        STANDARD,
        BigDecimal.ZERO,
        voided,
        false);
  }

  private static String text(PrintedDocument document) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(PAGES.pdf(document))) {
      return new PDFTextStripper().getText(pdf);
    }
  }
}
