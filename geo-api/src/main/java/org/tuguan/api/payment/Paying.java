package org.tuguan.api.payment;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.ApplicationLetters;
import org.tuguan.api.issuing.Event;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.Party;
import org.tuguan.core.payment.Bill;
import org.tuguan.core.payment.Instruction;
import org.tuguan.core.payment.PaymentMethod;
import org.tuguan.core.payment.PaymentState;

/** Begins payments for applicants. */
@Service
class Paying {
  private static final int ROC = 1911;

  private final SeenPayments seen;
  private final JdbcApplications applications;
  private final JdbcPayments payments;
  private final JdbcPayers payers;
  private final PaymentMethods methods;
  private final ApplicationLetters letters;
  private final AuditTrail audit;
  private final PaymentProperties properties;
  private final Clock clock;

  Paying(
      SeenPayments seen,
      JdbcApplications applications,
      JdbcPayments payments,
      JdbcPayers payers,
      PaymentMethods methods,
      ApplicationLetters letters,
      AuditTrail audit,
      PaymentProperties properties,
      Clock clock) {
    this.seen = seen;
    this.applications = applications;
    this.payments = payments;
    this.payers = payers;
    this.methods = methods;
    this.letters = letters;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  /** The open payment by this method, made if there is none. */
  @Transactional
  public Payment begin(String number, String methodName, Caller caller) {
    Application known = seen.getApplication(number, caller);
    if (!SeenPayments.isApplicant(known, caller)) {
      throw new RequestException(
          Fault.NOT_ALLOWED, "", new LocalText("由申請人繳費", "the applicant pays"));
    }
    PaymentMethod method = methods.getReady(methodName);
    Application application = applications.lock(known.id());
    Optional<Payment> open =
        payments.listOf(application.id()).stream()
            .filter(each -> each.method().equals(methodName) && each.state().isOpen())
            .findFirst();
    if (open.isPresent()) {
      return open.get();
    }
    requireDue(application);
    return begin(application, method, new Actor(caller.user().orElseThrow(), Party.APPLICANT));
  }

  private void requireDue(Application application) {
    if (application.state() != ApplicationState.PAYMENT_DUE) {
      LocalText state = application.state().title();
      throw new RequestException(
          Fault.CONFLICT,
          "",
          new LocalText(
              "申請案目前為「%s」，不需或不能繳費".formatted(state.zh()),
              "the application is %s: there is nothing to pay now".formatted(state.en())));
    }
    if (application.due().filter(today()::isAfter).isPresent()) {
      throw new RequestException(
          Fault.CONFLICT,
          "",
          new LocalText(
              "繳費期限 %s 已過".formatted(application.due().get()),
              "it was to be paid by %s".formatted(application.due().get())));
    }
  }

  private Payment begin(Application application, PaymentMethod method, Actor actor) {
    Instant now = clock.instant();
    Payment made =
        new Payment(
            0,
            payments.nextNumber(today().getYear() - ROC),
            application.id(),
            method.name(),
            application.price().total().orElseThrow(),
            PaymentState.OPEN,
            application.due().orElse(today()),
            payers.name(application.id()),
            Optional.empty(),
            new Payment.Times(now, now),
            0);
    Optional<Instant> ask =
        method.canAsk() ? Optional.of(now.plus(properties.askAfter())) : Optional.empty();
    long id = payments.insert(made, actor.name(), ask);
    applications.note(
        application.id(), Event.of(now, "payment", actor, made.number().text(), method.name()));
    audit.record(
        actor.name(),
        "payment.begin",
        made.subject(),
        Map.of("application", application.number(), "method", method.name()));
    Payment kept = payments.find(id).orElseThrow();
    if (method.instruction(bill(kept, application)) instanceof Instruction.Slip slip) {
      tell(application, kept, slip);
    }
    return kept;
  }

  /** What its method is told. */
  Bill bill(Payment payment, Application application) {
    return new Bill(
        payment.number(),
        application.number(),
        payment.amount(),
        payment.due(),
        URI.create(letters.address(application)));
  }

  private void tell(Application application, Payment payment, Instruction.Slip slip) {
    String bars = String.join(" ", slip.barcode().segments());
    String amount = payment.amount().toPlainString();
    letters.tell(
        application,
        Party.APPLICANT,
        new LocalText("繳款單 " + payment.number(), "payment slip " + payment.number()),
        new LocalText(
            "請於 %s 前繳納 NT$ %s，繳款編號 %s。\n條碼：%s"
                .formatted(payment.due(), amount, payment.number(), bars),
            "Please pay NT$ %s by %s, reference %s.\nBarcode: %s"
                .formatted(amount, payment.due(), payment.number(), bars)));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
  }
}
