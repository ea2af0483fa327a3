package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
  private final JdbcLedger ledger;
  private final Settlements settlements;
  private final AuditTrail audit;

  CashDesk(
      JdbcApplications applications,
      JdbcPayments payments,
      JdbcRemittances remittances,
      JdbcLedger ledger,
      Settlements settlements,
      AuditTrail audit) {
    this.applications = applications;
    this.payments = payments;
    this.remittances = remittances;
    this.ledger = ledger;
    this.settlements = settlements;
    this.audit = audit;
  }

  /** Books money that came for a payment. */
  @Transactional
  public Settlements.Booked receive(SeenPayments.One one, Money money, Caller caller) {
    Actor actor = SeenPayments.cashier(Optional.of(one.application()), caller);
    return settlements.book(money, actor);
  }

  /**
   * Which held money is to pay, and why.
   *
   * @param remittances ids
   * @param ofAnother whether the cashier knows that some of it names another application
   */
  record Wish(Set<Long> remittances, boolean ofAnother, String reason) {}

  /**
   * Pays with money that was held. The same money for the same payment again changes nothing. Money
   * that names another application is that applicant's until a cashier says otherwise, for a reason
   * that is kept.
   */
  @Transactional
  public void settle(SeenPayments.One one, Wish wish, Caller caller) {
    Actor actor = SeenPayments.cashier(Optional.of(one.application()), caller);
    Application application = applications.lock(one.application().id());
    Payment payment = payments.find(one.payment().id()).orElseThrow();
    List<Remittance> held = remittances.lock(wish.remittances());
    if (held.isEmpty() || held.size() != wish.remittances().size()) {
      throw RequestException.invalid(
          "remittances", wish.remittances().toString(), "expected ids of money that came");
    }
    if (payment.paid().isPresent() && ledger.applied(payment).equals(wish.remittances())) {
      return;
    }
    if (wish.reason().isBlank()) {
      throw RequestException.missing("reason");
    }
    requirePayable(payment, application);
    Map<String, String> others = others(held, application, caller);
    if (!others.isEmpty() && !wish.ofAnother()) {
      throw conflict(
          "of_another",
          "所選入帳寫的是別件申請案 %s 的編號；確要改用，須明示並敘明理由".formatted(others.values()),
          "this money names %s, another application: say so, with a reason, if it is to pay this one"
              .formatted(others.values()));
    }
    requireRightSum(held, payment.amount());
    audit.record(
        actor.name(),
        "payment.match",
        payment.subject(),
        Map.of(
            "remittances",
            held.stream().map(Remittance::id).toList(),
            "of_others",
            others,
            "reason",
            wish.reason()));
    settlements.settle(application, payment, held, actor);
  }

  /** The applications that money names besides this one, by its transaction. */
  private Map<String, String> others(
      List<Remittance> held, Application application, Caller caller) {
    Map<String, String> others = new TreeMap<>();
    for (Remittance each : held) {
      each.payment()
          .flatMap(payments::find)
          .filter(named -> named.application() != application.id())
          .flatMap(named -> applications.find(named.application()))
          .ifPresent(
              other -> {
                SeenPayments.cashier(Optional.of(other), caller);
                others.put(each.money().transaction(), other.number());
              });
    }
    return others;
  }

  /** Enough, and nothing that is not needed: otherwise it could not be told what was settled. */
  private static void requireRightSum(List<Remittance> held, BigDecimal due) {
    BigDecimal missing = due;
    for (Remittance each : held) {
      BigDecimal part = each.open().min(missing);
      if (part.signum() == 0) {
        throw conflict(
            "remittances",
            "入帳 %s 已無餘額或用不到，請取消勾選".formatted(each.money().transaction()),
            "money %s is not needed, or nothing is left of it"
                .formatted(RequestException.quote(each.money().transaction())));
      }
      missing = missing.subtract(part);
    }
    if (missing.signum() > 0) {
      BigDecimal there = due.subtract(missing);
      throw conflict(
          "remittances",
          "應繳 NT$ %s，所選餘額共 NT$ %s，不足 NT$ %s".formatted(due, there, missing),
          "NT$ %s is due and NT$ %s is left of this money: NT$ %s is missing"
              .formatted(due, there, missing));
    }
  }

  private void requirePayable(Payment payment, Application application) {
    Finding finding =
        Finding.of(settlements.debt(payment, application), payment.amount(), payment.due());
    if (finding != Finding.MATCHED) {
      throw conflict(
          "",
          "這筆繳費%s，不能再沖帳".formatted(finding.title().zh()),
          "the payment is %s and cannot be settled".formatted(finding.title().en()));
    }
  }

  private static RequestException conflict(String parameter, String zh, String en) {
    return new RequestException(Fault.CONFLICT, parameter, new LocalText(zh, en));
  }
}
