package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.payment.Finding;

/** What cashiers do by hand with money that came. */
@Service
class CashDesk {
  private final JdbcApplications applications;
  private final JdbcPayments payments;
  private final JdbcRemittances remittances;
  private final Settlements settlements;
  private final AuditTrail audit;

  CashDesk(
      JdbcApplications applications,
      JdbcPayments payments,
      JdbcRemittances remittances,
      Settlements settlements,
      AuditTrail audit) {
    this.applications = applications;
    this.payments = payments;
    this.remittances = remittances;
    this.settlements = settlements;
    this.audit = audit;
  }

  /** Books money that came for a payment. */
  @Transactional
  public Settlements.Booked receive(SeenPayments.One one, Money money, Caller caller) {
    Actor actor = SeenPayments.cashier(Optional.of(one.application()), caller);
    return settlements.book(money, actor);
  }

  /** Pays with money that was held; done before with the same money, it changes nothing. */
  @Transactional
  public void settle(SeenPayments.One one, List<Long> ids, String reason, Caller caller) {
    Actor actor = SeenPayments.cashier(Optional.of(one.application()), caller);
    Application application = applications.lock(one.application().id());
    Payment payment = payments.find(one.payment().id()).orElseThrow();
    List<Remittance> held = remittances.lock(ids);
    if (held.isEmpty() || held.size() != Long.valueOf(ids.stream().distinct().count()).intValue()) {
      throw RequestException.invalid(
          "remittances", ids.toString(), "expected ids of money that came");
    }
    if (payment.paid().isPresent() && held.stream().allMatch(each -> each.applied().signum() > 0)) {
      return;
    }
    if (reason.isBlank()) {
      throw RequestException.missing("reason");
    }
    requirePayable(payment, application);
    BigDecimal there = held.stream().map(Remittance::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (there.compareTo(payment.amount()) < 0) {
      throw new RequestException(
          Fault.CONFLICT,
          "remittances",
          new LocalText(
              "應繳 NT$ %s，所選餘額共 NT$ %s，不足 NT$ %s"
                  .formatted(payment.amount(), there, payment.amount().subtract(there)),
              "NT$ %s is due and NT$ %s is left of this money: NT$ %s is missing"
                  .formatted(payment.amount(), there, payment.amount().subtract(there))));
    }
    audit.record(
        actor.name(),
        "payment.match",
        payment.subject(),
        Map.of("remittances", held.stream().map(Remittance::id).toList(), "reason", reason));
    settlements.settle(application, payment, held, actor);
  }

  private void requirePayable(Payment payment, Application application) {
    Finding finding =
        Finding.of(settlements.debt(payment, application), payment.amount(), payment.due());
    if (finding != Finding.MATCHED) {
      throw new RequestException(
          Fault.CONFLICT,
          "",
          new LocalText(
              "這筆繳費%s，不能再沖帳".formatted(finding.title().zh()),
              "the payment is %s and cannot be settled".formatted(finding.title().en())));
    }
  }
}
