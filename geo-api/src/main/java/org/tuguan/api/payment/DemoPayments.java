package org.tuguan.api.payment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.access.Caller;
import org.tuguan.core.payment.BankStatement;
import org.tuguan.core.payment.CardGateway;
import org.tuguan.core.payment.RefundGround;

/** How people of the demonstration pay, and what cashiers do with it, as everybody does it. */
@Component
@ConditionalOnNotWebApplication
public class DemoPayments {
  private final Paying paying;
  private final SeenPayments seen;
  private final CashDesk desk;
  private final Reconciliation reconciliation;
  private final ObjectProvider<DemoGateway> gateway;
  private final GatewayNotices notices;
  private final Refunds refunds;
  private final PaymentProperties properties;
  private final Clock clock;

  @SuppressWarnings("TooManyParameters")
  DemoPayments(
      Paying paying,
      SeenPayments seen,
      CashDesk desk,
      Reconciliation reconciliation,
      ObjectProvider<DemoGateway> gateway,
      GatewayNotices notices,
      Refunds refunds,
      PaymentProperties properties,
      Clock clock) {
    this.paying = paying;
    this.seen = seen;
    this.desk = desk;
    this.reconciliation = reconciliation;
    this.gateway = gateway;
    this.notices = notices;
    this.refunds = refunds;
    this.properties = properties;
    this.clock = clock;
  }

  public Payment begin(String application, String method, Caller applicant) {
    return paying.begin(application, method, applicant);
  }

  /** The pretended gateway reports that it was paid. */
  public void byCard(Payment payment) {
    notices.report(
        CardGateway.NAME, gateway.getObject().end(payment.number().text(), payment.amount(), true));
  }

  /** Over the counter, today. */
  public void atCounter(Payment payment, Caller cashier) {
    Money money =
        new Money(
            payment.method(),
            "C-" + payment.number(),
            payment.number().text(),
            payment.amount(),
            today(),
            payment.payer(),
            "臨櫃 at the counter",
            Optional.empty());
    desk.receive(seen.get(payment.id(), cashier), money, cashier);
  }

  /**
   * By a transfer that the bank's file of today tells of.
   *
   * @param alsoStrange true if the file tells of money too that nobody knows
   */
  public void byTransfer(Payment payment, boolean alsoStrange, Caller cashier) {
    SampleStatement statement = new SampleStatement(today()).with(payment);
    if (alsoStrange) {
      statement.withStrangeMoney();
    }
    String csv = statement.csv();
    String account = properties.bankAccounts().stream().findFirst().orElse("");
    reconciliation.book(
        new Reconciliation.Statement(
            account,
            StatementsController.sha256(csv.getBytes(StandardCharsets.UTF_8)),
            BankStatement.read(csv, today()),
            Set.of(),
            ""),
        cashier);
  }

  /** Gives all of it back; the bank has not sent it yet. */
  public void refund(Payment payment, String article, String reason, Caller cashier) {
    RefundWish wish =
        new RefundWish(
            "demo-" + payment.number(),
            Optional.empty(),
            RefundGround.OTHER,
            article,
            reason,
            Optional.empty(),
            false,
            Optional.empty());
    refunds.refund(seen.get(payment.id(), cashier), wish, cashier);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
  }
}
