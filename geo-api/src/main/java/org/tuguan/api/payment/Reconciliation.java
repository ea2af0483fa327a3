package org.tuguan.api.payment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Caller;
import org.tuguan.core.payment.BankStatement;
import org.tuguan.core.payment.Finding;
import org.tuguan.core.payment.PaymentSlip;

/**
 * Holds what a bank says came against what was to be paid. Each line is a transaction of its own,
 * so that a file that broke off is simply sent again.
 */
@Service
class Reconciliation {
  private final JdbcApplications applications;
  private final JdbcRemittances remittances;
  private final Settlements settlements;

  Reconciliation(
      JdbcApplications applications, JdbcRemittances remittances, Settlements settlements) {
    this.applications = applications;
    this.remittances = remittances;
    this.settlements = settlements;
  }

  /**
   * A line and what it is.
   *
   * @param note what a person should know besides the finding; empty texts for nothing
   */
  record Checked(
      BankStatement.Line line,
      Finding finding,
      LocalText note,
      Optional<Payment> payment,
      Optional<Application> application) {}

  /** What booking would come to, in the order of the lines; nothing is written. */
  List<Checked> check(List<BankStatement.Line> lines) {
    Set<String> transactions = new HashSet<>();
    Set<Long> paid = new HashSet<>();
    List<Checked> checked = new ArrayList<>();
    for (BankStatement.Line line : lines) {
      Money money = money(line);
      Optional<Payment> payment = settlements.findPayment(money);
      Optional<Application> application =
          payment.map(each -> applications.find(each.application()).orElseThrow());
      Optional<Remittance> before = remittances.find(money.method(), money.transaction());
      Finding finding;
      if (!transactions.add(line.transaction()) || before.isPresent()) {
        finding = Finding.DUPLICATE;
      } else if (payment.isEmpty()) {
        finding = Finding.UNKNOWN_REFERENCE;
      } else if (paid.contains(application.get().id())) {
        finding = Finding.ALREADY_PAID;
      } else {
        finding =
            Finding.of(
                settlements.debt(payment.get(), application.get()), line.amount(), line.date());
      }
      if (finding == Finding.MATCHED) {
        paid.add(application.get().id());
      }
      checked.add(
          new Checked(
              line,
              finding,
              before.map(each -> difference(each, money)).orElse(LocalText.same("")),
              payment,
              application));
    }
    return checked;
  }

  /**
   * Books every line that was not booked before; none if one pays for an application of the
   * cashier's own.
   */
  List<Checked> book(List<BankStatement.Line> lines, Caller caller) {
    Actor actor = SeenPayments.cashier(caller);
    for (BankStatement.Line line : lines) {
      SeenPayments.cashier(
          settlements
              .findPayment(money(line))
              .flatMap(each -> applications.find(each.application())),
          caller);
    }
    List<Checked> booked = new ArrayList<>();
    for (BankStatement.Line line : lines) {
      Money money = money(line);
      Settlements.Booked result = settlements.book(money, actor);
      Optional<Payment> payment = settlements.findPayment(money);
      booked.add(
          new Checked(
              line,
              result.finding(),
              result.finding() == Finding.DUPLICATE
                  ? difference(result.remittance(), money)
                  : LocalText.same(""),
              payment,
              payment.flatMap(each -> applications.find(each.application()))));
    }
    return booked;
  }

  private static Money money(BankStatement.Line line) {
    return new Money(
        PaymentSlip.NAME,
        line.transaction(),
        line.reference(),
        line.amount(),
        line.date(),
        line.payer(),
        "");
  }

  /** A bank that uses one id for two movements has to be asked: the second was not booked. */
  private static LocalText difference(Remittance booked, Money money) {
    boolean same =
        booked.money().amount().compareTo(money.amount()) == 0
            && booked.money().reference().equals(money.reference())
            && booked.money().received().equals(money.received());
    return same
        ? LocalText.same("")
        : new LocalText(
            "同一交易序號先前入帳的是 NT$ %s、編號 %s；本筆未入帳，請洽銀行"
                .formatted(booked.money().amount().toPlainString(), booked.money().reference()),
            "this transaction was booked with NT$ %s and reference %s; the line was not booked, ask the bank"
                .formatted(booked.money().amount().toPlainString(), booked.money().reference()));
  }
}
