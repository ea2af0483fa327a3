package org.tuguan.core.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tuguan.core.LocalText;
import org.tuguan.core.print.PrintedDocument.Masthead;
import org.tuguan.core.print.PrintedDocument.Paper;

/** PDF files are read back with another library than the one that wrote them. */
class PdfPagesTest {
  private static final Instant MADE = Instant.parse("2026-03-31T16:30:00Z");
  private static final PdfPages PAGES = new PdfPages(PrintFonts.ofSystem());

  @Test
  void textCanBeReadBack() throws IOException {
    String text = text(PAGES.pdf(document(false, everything())));
    assertThat(text)
        .contains("繳款單")
        .contains("Payment slip")
        .contains("R115-000001")
        .contains("游錫堃、王喆、林峯正")
        .contains("𡍼")
        .contains("𠀋")
        .contains("NT$1,600")
        .contains("新臺幣壹仟陸佰元整")
        .contains("2026-04-01")
        .contains("Bars of one year");
  }

  @Test
  void fontsAreEmbeddedAndTheFileSaysWhatItIs() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(PAGES.pdf(document(false, everything())))) {
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-TW");
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("繳款單 R115-000001");
      for (PDPage page : pdf.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
    }
  }

  @Test
  void equalDocumentsAreEqualFiles() {
    assertThat(PAGES.pdf(document(true, everything())))
        .isEqualTo(PAGES.pdf(document(true, everything())))
        .isNotEqualTo(PAGES.pdf(document(false, everything())));
  }

  @Test
  void demonstrationIsSaidOnEveryPage() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i <= 90; i++) {
      rows.add(List.of("圖層 " + i, "1,600"));
    }
    byte[] bytes =
        PAGES.pdf(
            document(
                true,
                List.of(new Block.Table(columns(), rows, Optional.of(List.of("合計", "144,000"))))));
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String text = stripper.getText(pdf);
        assertThat(text).contains("圖層").contains("Amount").contains("R115-000001");
        assertThat(text.replaceAll("\\s", "")).contains("DEMONSTRATION").contains("示範");
        assertThat(text).containsPattern(page + " /\\s*" + pdf.getNumberOfPages());
      }
    }
    assertThat(text(PAGES.pdf(document(false, everything())))).doesNotContain("示範");
  }

  /** However far down the page it comes. */
  @Test
  void headingStandsWithWhatFollowsIt() throws IOException {
    for (int lines = 18; lines < 30; lines++) {
      List<Block> blocks = new ArrayList<>();
      for (int i = 0; i < lines; i++) {
        blocks.add(Block.Paragraph.small(LocalText.same("第 " + i + " 行")));
        blocks.add(new Block.Space(4));
      }
      blocks.add(new Block.Heading(LocalText.same("標題")));
      blocks.add(new Block.Table(columns(), List.of(List.of("底下的表", "1")), Optional.empty()));
      try (PDDocument pdf = Loader.loadPDF(PAGES.pdf(document(false, blocks)))) {
        PDFTextStripper stripper = new PDFTextStripper();
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
          stripper.setStartPage(page);
          stripper.setEndPage(page);
          String text = stripper.getText(pdf);
          assertThat(text.contains("標題")).as(lines + " " + page).isEqualTo(text.contains("底下的表"));
        }
      }
    }
  }

  @Test
  void characterThatNoFontHasStaysInTheText() throws IOException {
    String noCharacter = Character.toString(0x10fffd);
    byte[] pdf = PAGES.pdf(document(false, List.of(new Block.Facts(List.of(fact(noCharacter))))));
    assertThat(text(pdf)).contains(noCharacter).doesNotContain("10FFFD");
  }

  @Test
  void pageIsInkWhereItShouldBe() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(PAGES.pdf(document(true, everything())))) {
      BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 60);
      assertThat(dark(page)).isBetween(0.01, 0.4);
    }
  }

  @Test
  void rowsFitTheirColumns() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Block.Table(columns(), List.of(List.of("one cell")), Optional.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Block.Barcode("臺中"));
  }

  static PrintedDocument document(boolean demonstration, List<Block> blocks) {
    return new PrintedDocument(
        new Masthead(
            new LocalText("繳款單", "Payment slip"),
            new LocalText("臺中市政府", "Taichung City Government"),
            "R115-000001"),
        MADE,
        Paper.A4,
        demonstration,
        blocks);
  }

  static List<Block> everything() {
    BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillRect(0, 0, 200, 100);
    graphics.dispose();
    return List.of(
        new Block.Facts(
            List.of(
                fact("游錫堃、王喆、林峯正、𡍼先生、𠀋"),
                Block.Fact.strong(new LocalText("應繳金額", "Amount due"), "NT$1,600"),
                Block.Fact.of(
                    new LocalText("大寫", "In words"), AmountInWords.of(BigDecimal.valueOf(1_600))))),
        new Block.Barcode("R115-000001"),
        new Block.Heading(new LocalText("繳費方式", "How to pay")),
        Block.Paragraph.of(
            new LocalText(
                "請於繳款期限前持本單至市庫代理銀行繳納，或以匯款方式繳納並註明繳款單編號（例如「R115-000001」）；逾期未繳者，依規費法第二十條加徵滯納金。",
                "Pay at the city's bank before the due date, or by transfer with the number of this"
                    + " slip.")),
        new Block.Table(
            columns(),
            List.of(List.of("道路", "1,200"), List.of("建物", "400")),
            Optional.of(List.of("合計", "1,600"))),
        new Block.Picture(image, 60, new LocalText("申請範圍", "The area asked for")),
        new Block.Drawing(
            45,
            new LocalText("一年的長條", "Bars of one year"),
            new SeriesChart(
                SeriesChart.Kind.BARS,
                List.of("1月", "2月", "3月", "4月"),
                List.of(1_200.0, 400.0, 0.0, 3_100.0))),
        new Block.Space(4),
        Block.Paragraph.small(LocalText.same("本單由系統產生。")));
  }

  private static Block.Fact fact(String value) {
    return Block.Fact.of(new LocalText("申請人", "Applicant"), value);
  }

  private static List<Block.Column> columns() {
    return List.of(
        Block.Column.text(new LocalText("項目", "Item"), 3),
        Block.Column.number(new LocalText("金額", "Amount"), 1));
  }

  private static String text(byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static double dark(BufferedImage page) {
    int dark = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        dark += (page.getRGB(x, y) & 0xff) < 200 ? 1 : 0;
      }
    }
    return (double) dark / (page.getWidth() * page.getHeight());
  }
}
