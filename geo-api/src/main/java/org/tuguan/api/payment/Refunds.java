package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.ApplicationLetters;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.api.issuing.JdbcSerialNumbers;
import org.tuguan.api.issuing.Move;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.Party;
import org.tuguan.core.payment.LedgerEntry;
import org.tuguan.core.payment.MoneySource;
import org.tuguan.core.payment.PaymentState;
import org.tuguan.core.payment.RefundNotice;
import org.tuguan.core.payment.RevenueShare;

/** Gives money back: decided in one transaction, sent by the bank, told when it was sent. */
@Service
class Refunds {
  private static final String SERIES = "F";

  private final JdbcApplications applications;
  private final JdbcPayments payments;
  private final JdbcRemittances remittances;
  private final JdbcReceipts receipts;
  private final JdbcRefunds refunds;
  private final JdbcLedger ledger;
  private final RefundLaw law;
  private final JdbcSerialNumbers numbers;
  private final ApplicationLetters letters;
  private final AuditTrail audit;
  private final Clock clock;

  @SuppressWarnings("TooManyParameters")
  Refunds(
      JdbcApplications applications,
      JdbcPayments payments,
      JdbcRemittances remittances,
      JdbcReceipts receipts,
      JdbcRefunds refunds,
      JdbcLedger ledger,
      RefundLaw law,
      JdbcSerialNumbers numbers,
      ApplicationLetters letters,
      AuditTrail audit,
      Clock clock) {
    this.applications = applications;
    this.payments = payments;
    this.remittances = remittances;
    this.receipts = receipts;
    this.refunds = refunds;
    this.ledger = ledger;
    this.law = law;
    this.numbers = numbers;
    this.letters = letters;
    this.audit = audit;
    this.clock = clock;
  }

  /** Gives back a fee, or a part of it; all of it ends licence and links, and the receipt. */
  @Transactional
  public Refund refund(SeenPayments.One one, RefundWish wish, Caller caller) {
    Actor actor = SeenPayments.cashier(Optional.of(one.application()), caller);
    Application application = applications.lock(one.application().id());
    Payment payment = payments.find(one.payment().id()).orElseThrow();
    Optional<Refund> before = before(Refund.Of.payment(payment.id()), wish);
    if (before.isPresent()) {
      return before.get();
    }
    if (payment.state() != PaymentState.PAID) {
      throw conflict(
          "這筆繳費目前為「%s」，沒有可退的金額".formatted(payment.state().title().zh()),
          "the payment is %s: there is nothing to give back"
              .formatted(payment.state().title().en()));
    }
    BigDecimal left = payment.amount().subtract(refunds.sumOf(payment.id()));
    RefundLaw.Sum sum = law.of(wish, left, payment.paid().orElseThrow(), today());
    boolean whole = sum.amount().compareTo(left) == 0;
    if (whole) {
      end(application, payment, sum, actor);
    }
    List<RevenueShare> shares = RevenueShare.part(ledger.earned(application.id()), sum.amount());
    Refund refund = insert(Refund.Of.payment(payment.id()), wish, sum, payment.payer(), actor);
    long id = refunds.find(refund.number()).orElseThrow().id();
    ledger.write(
        LedgerEntry.refund(shares, sum.interest()),
        new JdbcLedger.About(application.id(), payment.id(), null, id),
        clock.instant(),
        today());
    tell(application, refund);
    return refund;
  }

  private void end(Application application, Payment payment, RefundLaw.Sum sum, Actor actor) {
    if (!application.state().mayMove(ApplicationState.REFUNDED, Party.CASHIER)) {
      throw conflict(
          "申請案目前為「%s」，請稍後再試".formatted(application.state().title().zh()),
          "the application is %s; try again later".formatted(application.state().title().en()));
    }
    Instant now = clock.instant();
    payments.become(payment.id(), PaymentState.REFUNDED, now);
    receipts.annul(payment.id(), sum.article() + " " + sum.reason(), now);
    applications.move(
        new Move(
            application.id(),
            application.state(),
            ApplicationState.REFUNDED,
            actor,
            sum.reason(),
            sum.article(),
            Optional.empty()));
  }

  /** Gives back money that paid for nothing. */
  @Transactional
  public Refund refund(long remittance, RefundWish wish, Caller caller) {
    Optional<Application> application =
        remittances
            .find(remittance)
            .orElseThrow(() -> SeenPayments.notFound("id", "沒有這筆入帳", "there is no such money"))
            .payment()
            .map(id -> applications.lock(payments.find(id).orElseThrow().application()));
    Actor actor = SeenPayments.cashier(application, caller);
    Remittance held = remittances.lock(List.of(remittance)).get(0);
    Optional<Refund> before = before(Refund.Of.remittance(remittance), wish);
    if (before.isPresent()) {
      return before.get();
    }
    if (held.open().signum() == 0) {
      throw conflict("這筆入帳沒有可退的餘額", "nothing of this money is left to give back");
    }
    RefundLaw.Sum sum = law.of(wish, held.open(), held.money().received(), today());
    remittances.refund(remittance, sum.amount());
    String payer =
        held.payment()
            .map(id -> payments.find(id).orElseThrow().payer())
            .orElse(held.money().payer());
    Refund refund = insert(Refund.Of.remittance(remittance), wish, sum, payer, actor);
    long id = refunds.find(refund.number()).orElseThrow().id();
    ledger.write(
        LedgerEntry.refundHeld(sum.amount(), sum.interest()),
        new JdbcLedger.About(
            application.map(Application::id).orElse(null),
            held.payment().orElse(null),
            remittance,
            id),
        clock.instant(),
        today());
    application.ifPresent(each -> tell(each, refund));
    return refund;
  }

  /** The bank has sent it. */
  @Transactional
  public Refund paidOut(String number, RefundNotice.Transfer transfer, Caller caller) {
    Actor actor = SeenPayments.cashier(caller);
    JdbcRefunds.Row row =
        refunds
            .lock(number)
            .orElseThrow(
                () -> SeenPayments.notFound("number", "沒有這筆退費", "there is no such refund"));
    SeenPayments.cashier(application(row.refund().of()), caller);
    Optional<RefundNotice.Transfer> before = row.refund().paidOut();
    if (before.isPresent() && before.get().equals(transfer)) {
      return row.refund();
    }
    if (before.isPresent()) {
      throw conflict(
          "已於 %s 撥付（%s）".formatted(before.get().day(), before.get().reference()),
          "it was sent on %s (%s)".formatted(before.get().day(), before.get().reference()));
    }
    refunds.paidOut(row.id(), transfer);
    Refund.Of of = row.refund().of();
    ledger.write(
        LedgerEntry.paidOut(sources(row), row.refund().interest()),
        new JdbcLedger.About(
            null, of.payment().orElse(null), of.remittance().orElse(null), row.id()),
        clock.instant(),
        today());
    audit.record(
        actor.name(),
        "refund.pay-out",
        "refund:" + number,
        Map.of("transfer", transfer.reference()));
    return refunds.find(number).orElseThrow().refund();
  }

  private Optional<Application> application(Refund.Of of) {
    return of.payment()
        .or(() -> of.remittance().flatMap(each -> remittances.find(each).orElseThrow().payment()))
        .flatMap(payments::find)
        .flatMap(each -> applications.find(each.application()));
  }

  /** The accounts from which it is sent: those in which the money came, without interest. */
  List<MoneySource> sources(JdbcRefunds.Row row) {
    Refund.Of of = row.refund().of();
    BigDecimal amount = row.refund().amount();
    if (of.remittance().isPresent()) {
      Money money = remittances.find(of.remittance().get()).orElseThrow().money();
      String account = money.listed().map(Money.Listed::account).orElse("");
      return List.of(new MoneySource(money.method(), account, amount));
    }
    Payment payment = payments.find(of.payment().orElseThrow()).orElseThrow();
    return MoneySource.part(
        ledger.sources(payment), refunds.sumBefore(payment.id(), row.id()), amount);
  }

  /** The one that was made of this request; throws if it was another request. */
  private Optional<Refund> before(Refund.Of of, RefundWish wish) {
    Optional<Refund> before =
        refunds.findRequested(of, wish.request()).map(JdbcRefunds.Row::refund);
    if (before.isPresent()
        && (before.get().why().ground() != wish.ground()
            || wish.amount()
                .filter(each -> each.compareTo(before.get().amount()) != 0)
                .isPresent())) {
      throw conflict(
          "編號 %s 的退費請求內容不同".formatted(wish.request()),
          "request %s was for another refund".formatted(RequestException.quote(wish.request())));
    }
    return before;
  }

  private Refund insert(
      Refund.Of of, RefundWish wish, RefundLaw.Sum sum, String payer, Actor actor) {
    Refund refund =
        new Refund(
            numbers.next(SERIES),
            wish.request(),
            of,
            sum.amount(),
            sum.interest(),
            new Refund.Why(wish.ground(), sum.article(), sum.reason()),
            payer,
            today(),
            actor.name(),
            Optional.empty());
    refunds.insert(refund, clock.instant());
    audit.record(
        actor.name(),
        "refund.decide",
        "refund:" + refund.number(),
        Map.of("amount", refund.amount(), "interest", refund.interest(), "article", sum.article()));
    return refund;
  }

  private void tell(Application application, Refund refund) {
    String amount = refund.amount().toPlainString();
    String interest = refund.interest().toPlainString();
    letters.tell(
        application,
        Party.APPLICANT,
        new LocalText("退費 " + refund.number(), "refund " + refund.number()),
        new LocalText(
            "核定退還 NT$ %s，另計利息 NT$ %s。\n依據：%s\n理由：%s"
                .formatted(amount, interest, refund.why().article(), refund.why().reason()),
            "NT$ %s will be given back, with NT$ %s interest.\nLegal ground: %s\nReason: %s"
                .formatted(amount, interest, refund.why().article(), refund.why().reason())));
  }

  private static RequestException conflict(String zh, String en) {
    return new RequestException(Fault.CONFLICT, "", new LocalText(zh, en));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
  }
}
