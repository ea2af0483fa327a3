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
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
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
   * @param mayBeAnother whether a cashier may say that it is another movement than it seems
   */
  record Checked(
      BankStatement.Line line,
      Finding finding,
      LocalText note,
      boolean mayBeAnother,
      Optional<Payment> payment,
      Optional<Application> application) {}

  /**
   * A bank's file.
   *
   * @param account as it is configured; empty for the only one
   * @param hash SHA-256 in hexadecimal
   * @param others numbers of lines that a cashier says to be other movements than they seem
   * @param reason why
   */
  record Statement(
      String account,
      String hash,
      List<BankStatement.Line> lines,
      Set<Long> others,
      String reason) {
    Statement {
      lines = List.copyOf(lines);
      others = Set.copyOf(others);
    }

    Money money(BankStatement.Line line) {
      boolean another = others.contains(line.number());
      return new Money(
          PaymentSlip.NAME,
          line.transaction(),
          line.reference(),
          line.amount(),
          line.date(),
          line.payer(),
          another ? reason : "",
          Optional.of(new Money.Listed(account, hash, line.number(), line.copy(), another)));
    }
  }

  /** What booking would come to, in the order of the lines; nothing is written. */
  List<Checked> check(Statement statement) {
    requireSameAccount(statement);
    Set<Long> paid = new HashSet<>();
    List<Checked> checked = new ArrayList<>();
    for (BankStatement.Line line : statement.lines()) {
      Money money = statement.money(line);
      Optional<Payment> payment = settlements.findPayment(money);
      Optional<Application> application =
          payment.map(each -> applications.find(each.application()).orElseThrow());
      Novelty novelty = Novelty.of(money, remittances.list(money.method(), money.transaction()));
      Finding finding;
      if (novelty.finding().isPresent()) {
        finding = novelty.finding().get();
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
              note(finding, novelty.before(), money),
              novelty.mayBeAnother(),
              payment,
              application));
    }
    return checked;
  }

  /**
   * Books every line that was not booked before; none if one pays for an application of the
   * cashier's own.
   */
  List<Checked> book(Statement statement, Caller caller) {
    Actor actor = SeenPayments.cashier(caller);
    requireSameAccount(statement);
    for (BankStatement.Line line : statement.lines()) {
      SeenPayments.cashier(
          settlements
              .findPayment(statement.money(line))
              .flatMap(each -> applications.find(each.application())),
          caller);
    }
    List<Checked> booked = new ArrayList<>();
    for (BankStatement.Line line : statement.lines()) {
      Money money = statement.money(line);
      Settlements.Booked result = settlements.book(money, actor);
      Optional<Payment> payment = settlements.findPayment(money);
      booked.add(
          new Checked(
              line,
              result.finding(),
              note(result.finding(), Optional.of(result.remittance()), money),
              false,
              payment,
              payment.flatMap(each -> applications.find(each.application()))));
    }
    return booked;
  }

  private void requireSameAccount(Statement statement) {
    if (remittances
        .findAccount(statement.hash())
        .filter(each -> !each.isEmpty() && !statement.account().isEmpty())
        .filter(each -> !each.equals(statement.account()))
        .isPresent()) {
      throw new RequestException(
          Fault.CONFLICT,
          "account",
          new LocalText(
              "這個檔案先前已列為另一帳戶的明細", "this file was booked before as a statement of another account"));
    }
  }

  private static LocalText note(Finding finding, Optional<Remittance> before, Money money) {
    return finding == Finding.DUPLICATE || finding == Finding.IN_DOUBT
        ? before.map(each -> difference(each.money(), money)).orElseThrow()
        : LocalText.same("");
  }

  /** Whoever sees it can ask the bank whether it is the same movement. */
  private static LocalText difference(Money booked, Money money) {
    if (booked.saysTheSame(money)) {
      return booked
          .listed()
          .filter(each -> !each.mayBeOfAccount(money.listed().orElse(each)))
          .map(each -> otherAccount(each.account()))
          .orElse(LocalText.same(""));
    }
    return new LocalText(
        "同一交易序號先前入帳的是 %s、NT$ %s、編號 %s；本筆未入帳，請洽銀行"
            .formatted(booked.received(), booked.amount().toPlainString(), booked.reference()),
        "this transaction was booked with %s, NT$ %s and reference %s; the line was not booked, ask the bank"
            .formatted(booked.received(), booked.amount().toPlainString(), booked.reference()));
  }

  private static LocalText otherAccount(String account) {
    return new LocalText(
        "帳戶「%s」已有完全相同的一筆入帳；本筆未入帳，請洽銀行".formatted(account),
        "just the same was booked for the account %s; the line was not booked, ask the bank"
            .formatted(account));
  }
}
