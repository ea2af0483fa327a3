package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.ApplicationLetters;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.api.issuing.JdbcSerialNumbers;
import org.tuguan.api.issuing.Move;
import org.tuguan.api.issuing.QuotedFees;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.Party;
import org.tuguan.core.payment.Finding;
import org.tuguan.core.payment.LedgerEntry;
import org.tuguan.core.payment.PaymentNumber;
import org.tuguan.core.payment.PaymentState;

/**
 * Takes money in: whatever comes is booked once, and what is the right money settles its
 * application in the same transaction, with receipt, books, states and letters.
 */
@Service
class Settlements {
  static final String RECEIPTS = "R";

  private final JdbcApplications applications;
  private final JdbcPayments payments;
  private final JdbcRemittances remittances;
  private final JdbcReceipts receipts;
  private final JdbcLedger ledger;
  private final QuotedFees fees;
  private final JdbcSerialNumbers numbers;
  private final ApplicationLetters letters;
  private final AuditTrail audit;
  private final Clock clock;

  @SuppressWarnings("TooManyParameters")
  Settlements(
      JdbcApplications applications,
      JdbcPayments payments,
      JdbcRemittances remittances,
      JdbcReceipts receipts,
      JdbcLedger ledger,
      QuotedFees fees,
      JdbcSerialNumbers numbers,
      ApplicationLetters letters,
      AuditTrail audit,
      Clock clock) {
    this.applications = applications;
    this.payments = payments;
    this.remittances = remittances;
    this.receipts = receipts;
    this.ledger = ledger;
    this.fees = fees;
    this.numbers = numbers;
    this.letters = letters;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What became of money.
   *
   * @param remittance as it is booked; of a duplicate or doubtful one what was booked before
   */
  record Booked(Finding finding, Remittance remittance) {}

  /** Books money, unless it was booked before or may have been: see {@link Novelty}. */
  @Transactional
  public Booked book(Money money, Actor actor) {
    Optional<Payment> payment = findPayment(money);
    Optional<Application> application = payment.map(each -> applications.lock(each.application()));
    Novelty novelty = Novelty.of(money, remittances.lock(money.method(), money.transaction()));
    if (novelty.finding().isPresent()) {
      return new Booked(novelty.finding().get(), novelty.before().orElseThrow());
    }
    Finding finding =
        application
            .map(each -> Finding.of(debt(payment.get(), each), money.amount(), money.received()))
            .orElse(Finding.UNKNOWN_REFERENCE);
    Instant now = clock.instant();
    long id =
        remittances.insert(
            money, novelty.copy(), payment.map(Payment::id), finding, now, actor.name());
    novelty.before().ifPresent(before -> tellApart(id, money, before, actor));
    JdbcLedger.About about =
        new JdbcLedger.About(
            payment.map(Payment::application).orElse(null),
            payment.map(Payment::id).orElse(null),
            id,
            null);
    if (finding == Finding.MATCHED) {
      assess(application.get());
      ledger.write(LedgerEntry.received(money.method(), money.amount()), about, now, today());
      settle(application.get(), payment.get(), money.received(), actor);
    } else {
      ledger.write(LedgerEntry.held(money.method(), money.amount()), about, now, today());
      audit.record(
          actor.name(),
          "payment.hold",
          "remittance:" + id,
          Map.of("finding", finding.name(), "amount", money.amount()));
    }
    return new Booked(finding, remittances.find(id).orElseThrow());
  }

  private void tellApart(long id, Money money, Remittance before, Actor actor) {
    audit.record(
        actor.name(),
        "payment.tell-apart",
        "remittance:" + id,
        Map.of("from", before.id(), "reason", money.note()));
  }

  /** The payment that is meant, if there is one of this number and method. */
  Optional<Payment> findPayment(Money money) {
    return PaymentNumber.find(money.reference())
        .flatMap(payments::findByNumber)
        .filter(payment -> payment.method().equals(money.method()));
  }

  Finding.Debt debt(Payment payment, Application application) {
    boolean paid =
        payments.listOf(application.id()).stream()
            .map(Payment::state)
            .anyMatch(state -> state == PaymentState.PAID || state == PaymentState.REFUNDED);
    return new Finding.Debt(payment.amount(), payment.due(), application.state(), paid);
  }

  /**
   * Pays with money that was held; what is left of it stays.
   *
   * @param held locked, together at least the amount
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void settle(Application application, Payment payment, List<Remittance> held, Actor actor) {
    BigDecimal missing = payment.amount();
    LocalDate day = LocalDate.MIN;
    assess(application);
    for (Remittance each : held) {
      BigDecimal part = each.open().min(missing);
      if (part.signum() > 0) {
        remittances.apply(each.id(), part);
        ledger.write(
            LedgerEntry.applied(part),
            new JdbcLedger.About(application.id(), payment.id(), each.id(), null),
            clock.instant(),
            today());
        missing = missing.subtract(part);
        day = each.money().received().isAfter(day) ? each.money().received() : day;
      }
    }
    if (missing.signum() != 0) {
      throw new IllegalStateException(payment.number() + " is not covered");
    }
    settle(application, payment, day, actor);
  }

  /** What is to be settled is receivable, however the application came here. */
  private void assess(Application application) {
    BigDecimal missing =
        application.price().total().orElseThrow().subtract(ledger.receivable(application.id()));
    if (missing.signum() > 0) {
      ledger.write(
          LedgerEntry.assessed(missing),
          JdbcLedger.About.application(application.id()),
          clock.instant(),
          today());
    }
  }

  private void settle(Application application, Payment payment, LocalDate day, Actor actor) {
    Instant now = clock.instant();
    payments.paid(payment.id(), day, now);
    payments.endOpen(application.id(), now);
    QuotedFees.Fee fee = fees.get(application);
    ledger.write(
        LedgerEntry.earned(fee.shares()),
        new JdbcLedger.About(application.id(), payment.id(), null, null),
        now,
        today());
    applications.move(
        new Move(
            application.id(),
            application.state(),
            ApplicationState.PAID,
            actor,
            "",
            "",
            Optional.empty()));
    String number = numbers.next(RECEIPTS);
    receipts.insert(number, payment, day, now);
    audit.record(
        actor.name(),
        "payment.settle",
        payment.subject(),
        Map.of("amount", payment.amount(), "receipt", number, "application", application.number()));
    letters.tell(
        application,
        Party.APPLICANT,
        new LocalText("收據 " + number, "receipt " + number),
        new LocalText(
            "規費 NT$ %s 已於 %s 收訖，收據號碼 %s。".formatted(payment.amount().toPlainString(), day, number),
            "The fee of NT$ %s was received on %s. The receipt is %s."
                .formatted(payment.amount().toPlainString(), day, number)));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
  }
}
