package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.security.Callers;
import org.tuguan.core.LocalText;
import org.tuguan.core.payment.BillLine;
import org.tuguan.core.payment.Receipt;

/** {@code /api/v1/receipts}: what was received, numbered without gaps. */
@RestController
class ReceiptsController {
  private static final int LONGEST_PAGE = 200;

  private final PaymentPapers papers;

  ReceiptsController(PaymentPapers papers) {
    this.papers = papers;
  }

  /**
   * @param voided day since which it does not hold any more; null while it does
   */
  record ReceiptJson(
      String number,
      String payment,
      String application,
      String payer,
      BigDecimal amount,
      LocalDate day,
      String method,
      LocalText methodTitle,
      LocalDate voided,
      String voidReason,
      BigDecimal refunded,
      List<BillLine> lines,
      LocalText standard,
      boolean demonstration) {
    static ReceiptJson of(Receipt receipt) {
      return new ReceiptJson(
          receipt.number(),
          receipt.payment().text(),
          receipt.application(),
          receipt.payer(),
          receipt.amount(),
          receipt.day(),
          receipt.method().name(),
          receipt.method().title(),
          receipt.voided().map(Receipt.Void::day).orElse(null),
          receipt.voided().map(Receipt.Void::reason).orElse(""),
          receipt.refunded(),
          receipt.lines(),
          receipt.standard(),
          receipt.demonstration());
    }
  }

  /**
   * @param next value of {@code before} for the following page; null if there is none
   */
  record Page(List<ReceiptJson> receipts, String next) {}

  @GetMapping("/api/v1/receipts")
  Page list(
      @RequestParam(name = "from", defaultValue = "2000-01-01") String from,
      @RequestParam(name = "to", defaultValue = "9999-12-31") String to,
      @RequestParam(name = "before", defaultValue = "") String before,
      @RequestParam(name = "limit", defaultValue = "50") int limit) {
    int count = Math.max(1, Math.min(limit, LONGEST_PAGE));
    List<ReceiptJson> found =
        papers
            .listReceipts(
                Fields.day("from", from),
                Fields.day("to", to),
                Fields.text("before", before),
                count,
                Callers.current())
            .stream()
            .map(ReceiptJson::of)
            .toList();
    return new Page(found, found.size() < count ? null : found.get(count - 1).number());
  }

  @GetMapping("/api/v1/receipts/{number}")
  ReceiptJson get(@PathVariable("number") String number) {
    return ReceiptJson.of(papers.receipt(number, Callers.current()));
  }
}
