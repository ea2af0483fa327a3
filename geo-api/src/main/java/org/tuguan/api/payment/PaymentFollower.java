package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.ApplicationMoved;
import org.tuguan.api.issuing.QuotedFees;
import org.tuguan.core.issuing.ForgoneFee;
import org.tuguan.core.payment.LedgerEntry;

/**
 * Keeps books and payments in step with applications, in the transaction of each move: what is due
 * is receivable, what is not due any more is written off, and what was not charged is kept.
 */
@Component
class PaymentFollower {
  private final JdbcLedger ledger;
  private final JdbcPayments payments;
  private final JdbcForgone forgone;
  private final QuotedFees fees;
  private final Clock clock;

  PaymentFollower(
      JdbcLedger ledger, JdbcPayments payments, JdbcForgone forgone, QuotedFees fees, Clock clock) {
    this.ledger = ledger;
    this.payments = payments;
    this.forgone = forgone;
    this.fees = fees;
    this.clock = clock;
  }

  @EventListener
  void moved(ApplicationMoved moved) {
    Application application = moved.before();
    switch (moved.move().to()) {
      case PAYMENT_DUE -> assess(application);
      case EXPIRED, CANCELLED, WITHDRAWN -> end(application);
      case PAID -> keepForgone(application);
      default -> {}
    }
  }

  /** Once, though it may come back here from an unknown payment. */
  private void assess(Application application) {
    BigDecimal missing =
        application
            .price()
            .total()
            .orElse(BigDecimal.ZERO)
            .subtract(ledger.receivable(application.id()));
    if (missing.signum() > 0) {
      write(LedgerEntry.assessed(missing), application);
    }
  }

  private void end(Application application) {
    BigDecimal receivable = ledger.receivable(application.id());
    if (receivable.signum() > 0) {
      write(LedgerEntry.writtenOff(receivable), application);
    }
    payments.endOpen(application.id(), clock.instant());
  }

  private void keepForgone(Application application) {
    if (!forgone.isKept(application.id())) {
      List<ForgoneFee> rules = fees.listForgone(application);
      forgone.insert(application.id(), today(), rules);
    }
  }

  private void write(LedgerEntry entry, Application application) {
    Instant now = clock.instant();
    ledger.write(entry, JdbcLedger.About.application(application.id()), now, today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
  }
}
