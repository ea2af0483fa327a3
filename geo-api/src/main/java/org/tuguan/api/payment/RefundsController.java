package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.security.Callers;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.payment.MoneySource;
import org.tuguan.core.payment.RefundGround;
import org.tuguan.core.payment.RefundNotice;

/** {@code /api/v1/refunds}: what is given back. Cashiers decide; applicants see their own. */
@RestController
class RefundsController {
  private static final int LONGEST_PAGE = 200;

  private final SeenPayments seen;
  private final Refunds refunds;
  private final JdbcRefunds jdbc;
  private final PaymentPapers papers;
  private final PaymentMethods methods;
  private final JdbcPayments payments;

  RefundsController(
      SeenPayments seen,
      Refunds refunds,
      JdbcRefunds jdbc,
      PaymentPapers papers,
      PaymentMethods methods,
      JdbcPayments payments) {
    this.seen = seen;
    this.refunds = refunds;
    this.jdbc = jdbc;
    this.papers = papers;
    this.methods = methods;
    this.payments = payments;
  }

  /** The wish of {@link RefundWish}; null where it is not said. */
  record NewRefund(
      String request,
      BigDecimal amount,
      String ground,
      String article,
      String reason,
      String applied,
      Boolean ownFault,
      BigDecimal interestRate) {
    RefundWish wish() {
      String name = String.valueOf(ground());
      RefundGround known =
          Arrays.stream(RefundGround.values())
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      RequestException.invalid(
                          "ground", name, "allowed are " + Arrays.toString(RefundGround.values())));
      return new RefundWish(
          Fields.needed("request", request()),
          Optional.ofNullable(amount()).map(each -> Fields.dollars("amount", each)),
          known,
          Fields.text("article", article()),
          Fields.text("reason", reason()),
          Optional.ofNullable(applied()).map(each -> Fields.day("applied", each)),
          Boolean.TRUE.equals(ownFault()),
          Optional.ofNullable(interestRate()));
    }
  }

  /**
   * @param transfer what the bank calls it
   */
  record Payout(String paidOut, String transfer) {}

  /**
   * From where a refund is sent, and how much of it, without interest.
   *
   * @param account name of the bank account, for those who see all; null if it is not known
   */
  record SourceJson(String method, LocalText methodTitle, String account, BigDecimal amount) {}

  record RefundJson(
      String number,
      String request,
      String payment,
      Long remittance,
      String application,
      String receipt,
      String payer,
      BigDecimal amount,
      BigDecimal interest,
      BigDecimal total,
      List<SourceJson> sources,
      RefundGround ground,
      String article,
      String reason,
      LocalDate decided,
      String decidedBy,
      String state,
      LocalDate paidOut,
      String transfer) {}

  /**
   * @param next value of {@code before} for the following page; null if there is none
   */
  record Page(List<RefundJson> refunds, Long next) {}

  @PostMapping("/api/v1/payments/{number}/refunds")
  @ResponseStatus(HttpStatus.CREATED)
  RefundJson refund(@PathVariable("number") String number, @RequestBody NewRefund body) {
    Caller caller = Callers.current();
    return json(refunds.refund(seen.get(number, caller), body.wish(), caller), caller);
  }

  @PostMapping("/api/v1/remittances/{id}/refunds")
  @ResponseStatus(HttpStatus.CREATED)
  RefundJson refundHeld(@PathVariable("id") long id, @RequestBody NewRefund body) {
    Caller caller = Callers.current();
    SeenPayments.requireAll(caller);
    return json(refunds.refund(id, body.wish(), caller), caller);
  }

  @PostMapping("/api/v1/refunds/{number}/payout")
  RefundJson payOut(@PathVariable("number") String number, @RequestBody Payout body) {
    Caller caller = Callers.current();
    papers.refund(number, caller);
    LocalDate day =
        Optional.ofNullable(body.paidOut())
            .map(each -> Fields.day("paid_out", each))
            .orElse(papers.today());
    String transfer = Fields.needed("transfer", body.transfer());
    return json(refunds.paidOut(number, new RefundNotice.Transfer(day, transfer), caller), caller);
  }

  @GetMapping("/api/v1/refunds")
  Page list(
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "payment", defaultValue = "") String payment,
      @RequestParam(name = "before", defaultValue = "0") long before,
      @RequestParam(name = "limit", defaultValue = "50") int limit) {
    Caller caller = Callers.current();
    if (!List.of("", "PAYABLE", "PAID_OUT").contains(state)) {
      throw RequestException.invalid("state", state, "allowed are PAYABLE, PAID_OUT");
    }
    long of = payment.isEmpty() ? 0 : seen.get(payment, caller).payment().id();
    if (of == 0) {
      SeenPayments.requireAll(caller);
    }
    int count = Math.max(1, Math.min(limit, LONGEST_PAGE));
    List<JdbcRefunds.Row> found = jdbc.list(state, of, before, count);
    return new Page(
        found.stream().map(each -> json(each.refund(), caller)).toList(),
        found.size() < count ? null : found.get(count - 1).id());
  }

  @GetMapping("/api/v1/refunds/{number}")
  RefundJson get(@PathVariable("number") String number) {
    Caller caller = Callers.current();
    papers.refund(number, caller);
    return json(jdbc.find(number).orElseThrow().refund(), caller);
  }

  private SourceJson json(MoneySource source, Caller caller) {
    boolean told = !source.account().isEmpty() && SeenPayments.seesAll(caller);
    return new SourceJson(
        source.method(),
        methods.title(source.method()),
        told ? source.account() : null,
        source.amount());
  }

  private RefundJson json(Refund refund, Caller caller) {
    RefundNotice notice = papers.refund(refund.number(), caller);
    return new RefundJson(
        refund.number(),
        refund.request(),
        refund
            .of()
            .payment()
            .map(id -> payments.find(id).orElseThrow().number().text())
            .orElse(null),
        refund.of().remittance().orElse(null),
        notice.application().orElse(null),
        notice.receipt().orElse(null),
        refund.payer(),
        refund.amount(),
        refund.interest(),
        refund.total(),
        refunds.sources(jdbc.find(refund.number()).orElseThrow()).stream()
            .map(each -> json(each, caller))
            .toList(),
        refund.why().ground(),
        refund.why().article(),
        refund.why().reason(),
        refund.decided(),
        SeenPayments.seesAll(caller) ? refund.decidedBy() : null,
        refund.paidOut().isPresent() ? "PAID_OUT" : "PAYABLE",
        refund.paidOut().map(RefundNotice.Transfer::day).orElse(null),
        refund.paidOut().map(RefundNotice.Transfer::reference).orElse(null));
  }
}
