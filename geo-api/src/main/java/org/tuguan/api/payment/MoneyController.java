package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.security.Callers;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.payment.Finding;

/** Money that came, for cashiers: by hand, and what matches nothing. */
@RestController
class MoneyController {
  private static final int LONGEST_PAGE = 200;

  private final SeenPayments seen;
  private final CashDesk desk;
  private final JdbcRemittances remittances;
  private final JdbcPaymentEvents events;
  private final PaymentPages pages;
  private final Clock clock;

  MoneyController(
      SeenPayments seen,
      CashDesk desk,
      JdbcRemittances remittances,
      JdbcPaymentEvents events,
      PaymentPages pages,
      Clock clock) {
    this.seen = seen;
    this.desk = desk;
    this.remittances = remittances;
    this.events = events;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * @param transaction what bank or counter calls it
   * @param received null for today
   */
  record NewMoney(
      String transaction, BigDecimal amount, String received, String payer, String note) {}

  /** What became of it. */
  record Booked(
      Finding finding,
      LocalText findingTitle,
      PaymentJson.MoneyJson remittance,
      PaymentJson payment) {}

  /**
   * @param remittances ids of money that is held
   * @param ofAnother true if it may name another application; null for false
   */
  record NewSettlement(List<Long> remittances, Boolean ofAnother, String reason) {}

  /**
   * @param next value of {@code before} for the following page; null if there is none
   */
  record MoneyPage(List<PaymentJson.MoneyJson> remittances, Long next) {}

  /**
   * @param payment the reference as the gateway has it
   */
  record EventJson(
      long id,
      String method,
      String event,
      String payment,
      String status,
      BigDecimal amount,
      Instant received,
      String outcome) {}

  record EventPage(List<EventJson> events, Long next) {}

  @PostMapping("/api/v1/payments/{number}/money")
  Booked receive(@PathVariable("number") String number, @RequestBody NewMoney body) {
    SeenPayments.One one = seen.get(number, Callers.current());
    LocalDate today = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
    LocalDate received =
        Optional.ofNullable(body.received()).map(day -> Fields.day("received", day)).orElse(today);
    if (received.isAfter(today)) {
      throw RequestException.invalid("received", body.received(), "not after today");
    }
    Money money =
        new Money(
            one.payment().method(),
            Fields.needed("transaction", body.transaction()),
            one.payment().number().text(),
            Fields.dollars("amount", body.amount()),
            received,
            Fields.text("payer", body.payer()),
            Fields.text("note", body.note()),
            Optional.empty());
    Settlements.Booked booked = desk.receive(one, money, Callers.current());
    return new Booked(
        booked.finding(),
        booked.finding().title(),
        pages.money(booked.remittance()),
        pages.page(seen.get(number, Callers.current()).payment(), Callers.current()));
  }

  @PostMapping("/api/v1/payments/{number}/settlement")
  PaymentJson settle(@PathVariable("number") String number, @RequestBody NewSettlement body) {
    if (body.remittances() == null || body.remittances().isEmpty()) {
      throw RequestException.missing("remittances");
    }
    desk.settle(
        seen.get(number, Callers.current()),
        new CashDesk.Wish(
            new HashSet<>(body.remittances()),
            Boolean.TRUE.equals(body.ofAnother()),
            Fields.text("reason", body.reason())),
        Callers.current());
    return pages.page(seen.get(number, Callers.current()).payment(), Callers.current());
  }

  @GetMapping("/api/v1/remittances")
  MoneyPage remittances(
      @RequestParam(name = "open", defaultValue = "false") boolean open,
      @RequestParam(name = "before", defaultValue = "0") long before,
      @RequestParam(name = "limit", defaultValue = "50") int limit) {
    SeenPayments.requireAll(Callers.current());
    int count = Math.max(1, Math.min(limit, LONGEST_PAGE));
    List<PaymentJson.MoneyJson> found =
        remittances.list(open, before, count).stream().map(pages::money).toList();
    return new MoneyPage(found, found.size() < count ? null : found.get(count - 1).id());
  }

  @GetMapping("/api/v1/payment-events")
  EventPage events(
      @RequestParam(name = "before", defaultValue = "0") long before,
      @RequestParam(name = "limit", defaultValue = "50") int limit) {
    SeenPayments.cashier(Callers.current());
    int count = Math.max(1, Math.min(limit, LONGEST_PAGE));
    List<EventJson> found =
        events.list(before, count).stream()
            .map(
                each ->
                    new EventJson(
                        each.id(),
                        each.method(),
                        each.event(),
                        each.reference(),
                        each.status(),
                        each.amount(),
                        each.received(),
                        each.outcome()))
            .toList();
    return new EventPage(found, found.size() < count ? null : found.get(count - 1).id());
  }
}
