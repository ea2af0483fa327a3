package org.tuguan.api.papers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.payment.BillLine;
import org.tuguan.core.payment.Receipt;
import org.tuguan.core.payment.RefundNotice;
import org.tuguan.core.payment.Slip;
import org.tuguan.core.print.AmountInWords;
import org.tuguan.core.print.Block;
import org.tuguan.core.print.Block.Column;
import org.tuguan.core.print.Block.Fact;
import org.tuguan.core.print.PrintedDocument;
import org.tuguan.core.print.PrintedDocument.Masthead;
import org.tuguan.core.print.PrintedDocument.Paper;

/** The papers of a payment: slip (繳款單), receipt (收據), notice of a refund (退費通知). */
public final class FeePapers {
  private static final LocalText APPLICATION = new LocalText("申請案號", "Application");
  private static final LocalText IN_WORDS = new LocalText("大寫", "In words");
  private static final LocalText REASON = new LocalText("理由", "Reason");

  private FeePapers() {}

  public static PrintedDocument slip(Slip slip) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        facts(
            Fact.strong(new LocalText("繳款編號", "Payment number"), slip.barcode().number().text()),
            Fact.strong(new LocalText("應繳金額", "Amount due"), Papers.dollars(slip.amount())),
            Fact.of(IN_WORDS, AmountInWords.of(slip.amount())),
            Fact.strong(new LocalText("繳款期限", "Due date"), slip.barcode().due().toString()),
            Fact.of(new LocalText("繳款人", "Payer"), slip.payer()),
            Fact.of(APPLICATION, slip.application()),
            Fact.of(new LocalText("計費依據", "Under"), slip.standard().both())));
    slip.barcode().segments().forEach(segment -> blocks.add(new Block.Barcode(segment)));
    blocks.add(new Block.Heading(new LocalText("繳費方式", "How to pay")));
    blocks.add(
        Block.Paragraph.of(
            new LocalText(
                "一、於繳款期限前持本單至代收機構臨櫃繳納，由櫃檯掃描上列三段條碼。",
                "1. At a counter, by the due date: have the three barcodes scanned.")));
    blocks.add(
        Block.Paragraph.of(
            new LocalText(
                "二、以匯款或轉帳繳納時，金額應與應繳金額相同，並於附言填寫 14 碼繳款編號，以便對帳。",
                "2. By transfer: pay exactly the amount due and give the 14 digits of the payment"
                    + " number as the reference.")));
    blocks.add(
        Block.Paragraph.of(
            new LocalText(
                "三、款項經對帳無誤後開立收據並製作資料。逾期未繳者，申請案失效，須重新申請。",
                "3. When the payment has been matched, the receipt is issued and the data are"
                    + " prepared. After the due date the application expires and has to be made anew.")));
    blocks.add(new Block.Heading(new LocalText("費用明細", "What is paid for")));
    blocks.add(lines(slip.lines(), slip.amount()));
    return document(
        new Masthead(
            new LocalText("規費繳款單", "Payment slip"), slip.payee(), slip.barcode().number().text()),
        slip.issued(),
        slip.demonstration(),
        blocks);
  }

  public static PrintedDocument receipt(Receipt receipt) {
    List<Block> blocks = new ArrayList<>();
    receipt
        .voided()
        .ifPresent(
            ended ->
                blocks.add(
                    facts(
                        Fact.strong(new LocalText("本收據已作廢", "Void since"), ended.day().toString()),
                        Fact.of(REASON, ended.reason()))));
    blocks.add(
        facts(
            Fact.strong(new LocalText("收據編號", "Receipt number"), receipt.number()),
            Fact.of(new LocalText("繳款人", "Received from"), receipt.payer()),
            Fact.strong(new LocalText("金額", "Amount"), Papers.dollars(receipt.amount())),
            Fact.of(IN_WORDS, AmountInWords.of(receipt.amount())),
            Fact.of(new LocalText("收款日期", "Received on"), receipt.day().toString()),
            Fact.of(new LocalText("繳款方式", "Paid by"), receipt.method().title().both()),
            Fact.of(new LocalText("繳款編號", "Payment number"), receipt.payment().text()),
            Fact.of(APPLICATION, receipt.application()),
            Fact.of(new LocalText("計費依據", "Under"), receipt.standard().both())));
    blocks.add(new Block.Heading(new LocalText("費用明細", "What was paid for")));
    blocks.add(lines(receipt.lines(), receipt.amount()));
    if (receipt.refunded().signum() > 0) {
      blocks.add(
          facts(
              Fact.of(new LocalText("已退費", "Refunded since"), Papers.dollars(receipt.refunded()))));
    }
    blocks.add(
        Block.Paragraph.small(
            new LocalText(
                "本收據由系統開立，編號連續；是否有效以系統紀錄為準。",
                "Issued by the system in an unbroken series; the system's record decides whether it"
                    + " holds.")));
    return document(
        new Masthead(new LocalText("規費收據", "Receipt"), receipt.payee(), receipt.number()),
        receipt.day(),
        receipt.demonstration(),
        blocks);
  }

  /**
   * @param demonstration if what was paid was a made-up price
   */
  public static PrintedDocument refund(RefundNotice notice, boolean demonstration) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.strong(new LocalText("退費編號", "Refund number"), notice.number()));
    facts.add(Fact.of(new LocalText("受款人", "Paid to"), notice.payer()));
    facts.add(Fact.of(new LocalText("退還金額", "Given back"), Papers.dollars(notice.amount())));
    facts.add(Fact.of(new LocalText("加計利息", "Interest"), Papers.dollars(notice.interest())));
    facts.add(Fact.strong(new LocalText("合計", "Total"), Papers.dollars(notice.total())));
    facts.add(Fact.of(IN_WORDS, AmountInWords.of(notice.total())));
    facts.add(Fact.of(new LocalText("依據", "Under"), notice.article()));
    facts.add(Fact.of(REASON, notice.reason()));
    facts.add(Fact.of(new LocalText("核定日期", "Decided on"), notice.decided().toString()));
    notice.application().ifPresent(number -> facts.add(Fact.of(APPLICATION, number)));
    notice
        .receipt()
        .ifPresent(number -> facts.add(Fact.of(new LocalText("原收據編號", "Receipt"), number)));
    facts.add(
        Fact.of(
            new LocalText("撥付情形", "Payout"),
            notice
                .paidOut()
                .map(sent -> sent.day() + " 已撥付（" + sent.reference() + "） paid out")
                .orElse("待撥付 to be paid out")));
    return document(
        new Masthead(new LocalText("規費退費通知", "Refund notice"), notice.payee(), notice.number()),
        notice.decided(),
        demonstration,
        List.of(new Block.Facts(facts)));
  }

  private static Block facts(Fact... facts) {
    return new Block.Facts(List.of(facts));
  }

  private static Block lines(List<BillLine> lines, BigDecimal total) {
    return new Block.Table(
        List.of(
            Column.text(new LocalText("項目", "Item"), 4),
            Column.text(new LocalText("條文", "Article"), 3),
            Column.number(new LocalText("金額", "NT$"), 1.6)),
        lines.stream()
            .map(line -> List.of(line.label().zh(), line.article(), Papers.plain(line.amount())))
            .toList(),
        Optional.of(List.of("合計", "", Papers.plain(total))));
  }

  private static PrintedDocument document(
      Masthead masthead, LocalDate day, boolean demonstration, List<Block> blocks) {
    return new PrintedDocument(masthead, Papers.begin(day), Paper.A4, demonstration, blocks);
  }
}
