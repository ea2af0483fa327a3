package org.tuguan.api.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.api.issuing.Move;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.payment.PaymentNotice;
import org.tuguan.core.payment.PaymentNumber;
import org.tuguan.core.payment.PaymentState;

/**
 * Takes what gateways say, by themselves or asked. In whatever order things are said, money that
 * came is never forgotten and never counted twice: it is known by its transaction, and a failure
 * changes nothing that was paid. What a gateway took is asked for some days after the payment was
 * given up: its notice may be lost, and the payer may have tried again on its page.
 */
@Service
class GatewayNotices {
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 10;

  private final JdbcApplications applications;
  private final JdbcPayments payments;
  private final JdbcPaymentEvents events;
  private final Settlements settlements;
  private final PaymentProperties properties;
  private final Clock clock;

  GatewayNotices(
      JdbcApplications applications,
      JdbcPayments payments,
      JdbcPaymentEvents events,
      Settlements settlements,
      PaymentProperties properties,
      Clock clock) {
    this.applications = applications;
    this.payments = payments;
    this.events = events;
    this.settlements = settlements;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * An event that a gateway reports; told again, it changes nothing.
   *
   * @return what came of it, this time or the first
   */
  @Transactional
  public String report(String method, PaymentNotice notice) {
    Optional<Long> event = events.insert(method, notice, clock.instant());
    if (event.isEmpty()) {
      return events.find(method, notice.event()).orElseThrow().outcome();
    }
    String outcome = take(method, notice);
    events.came(event.get(), outcome);
    return outcome;
  }

  /** A gateway answered when it was asked about a payment. */
  @Transactional
  public void answered(Payment payment, PaymentNotice notice) {
    take(payment.method(), notice);
    Payment now = payments.find(payment.id()).orElseThrow();
    if (notice.status() == PaymentNotice.Status.NONE
        && now.state().isOpen()
        && payment.times().created().plus(properties.forget()).isBefore(clock.instant())) {
      notPaid(payment, PaymentState.ENDED);
      now = payments.find(payment.id()).orElseThrow();
    }
    boolean known = notice.status() == PaymentNotice.Status.PAID && !now.state().isOpen();
    payments.asked(payment.id(), known ? Optional.empty() : nextTime(now));
  }

  /** A gateway was asked and gave no answer: nobody knows, and it is asked again. */
  @Transactional
  public void unanswered(long id) {
    Payment payment = payments.find(id).orElseThrow();
    Application application = applications.lock(payment.application());
    payment = payments.find(id).orElseThrow();
    if (payment.state() == PaymentState.OPEN) {
      payments.become(id, PaymentState.UNKNOWN, clock.instant());
      if (application.state() == ApplicationState.PAYMENT_DUE) {
        move(application, ApplicationState.PAYMENT_UNKNOWN, "閘道未回覆 no answer from the gateway");
      }
    }
    payments.asked(id, nextTime(payments.find(id).orElseThrow()));
  }

  /** Empty if it is paid, or was given up too long ago. */
  private Optional<Instant> nextTime(Payment payment) {
    Instant now = clock.instant();
    boolean late =
        payment.state().isGivenUp()
            && payment.times().changed().plus(properties.askGivenUp()).isAfter(now);
    if (!payment.state().isOpen() && !late) {
      return Optional.empty();
    }
    Duration pause =
        properties.askAfter().multipliedBy(1L << Math.min(payment.asked(), MOST_DOUBLINGS));
    return Optional.of(now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
  }

  private String take(String method, PaymentNotice notice) {
    Optional<Payment> payment =
        PaymentNumber.find(notice.reference())
            .flatMap(payments::findByNumber)
            .filter(each -> each.method().equals(method));
    return switch (notice.status()) {
      case PAID -> settlements.book(money(method, notice), Actor.SYSTEM).finding().name();
      case FAILED ->
          payment
              .map(each -> notPaid(each, PaymentState.FAILED) ? "FAILED" : "IGNORED")
              .orElse("UNKNOWN_REFERENCE");
      case PENDING, NONE -> {
        payment.ifPresent(this::known);
        yield payment.isPresent() ? notice.status().name() : "UNKNOWN_REFERENCE";
      }
    };
  }

  private static Money money(String method, PaymentNotice notice) {
    LocalDate day = LocalDate.ofInstant(notice.occurred(), TuguanApplication.ZONE);
    return new Money(
        method,
        notice.transaction(),
        notice.reference(),
        notice.amount(),
        day,
        "",
        "",
        Optional.empty());
  }

  /** False if it is not open any more: what was paid stays paid. */
  private boolean notPaid(Payment known, PaymentState state) {
    Application application = applications.lock(known.application());
    Payment payment = payments.find(known.id()).orElseThrow();
    if (!payment.state().isOpen()) {
      return false;
    }
    payments.become(payment.id(), state, clock.instant());
    due(application);
    return true;
  }

  /** The gateway answers again: what was unknown is open. */
  private void known(Payment known) {
    Application application = applications.lock(known.application());
    Payment payment = payments.find(known.id()).orElseThrow();
    if (payment.state() == PaymentState.UNKNOWN) {
      payments.become(payment.id(), PaymentState.OPEN, clock.instant());
      due(application);
    }
  }

  private void due(Application application) {
    boolean unknown =
        payments.listOf(application.id()).stream()
            .anyMatch(each -> each.state() == PaymentState.UNKNOWN);
    if (!unknown && application.state() == ApplicationState.PAYMENT_UNKNOWN) {
      move(application, ApplicationState.PAYMENT_DUE, "");
    }
  }

  /** The last day stays. */
  private void move(Application application, ApplicationState to, String reason) {
    applications.move(
        new Move(
            application.id(),
            application.state(),
            to,
            Actor.SYSTEM,
            reason,
            "",
            application.due()));
  }
}
