package org.tuguan.core.payment;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One side of an entry: either debit or credit is above 0.
 *
 * @param about of revenue, for what it was; else {@link RevenueShare.Source#NONE}
 */
public record LedgerLine(
    LedgerAccount account, BigDecimal debit, BigDecimal credit, RevenueShare.Source about) {
  public LedgerLine {
    Objects.requireNonNull(account);
    Objects.requireNonNull(about);
    if (debit.signum() < 0
        || credit.signum() < 0
        || (debit.signum() == 0) == (credit.signum() == 0)) {
      throw new IllegalArgumentException(account.code() + ": " + debit + " | " + credit);
    }
  }

  public static LedgerLine debit(LedgerAccount account, BigDecimal amount) {
    return new LedgerLine(account, amount, BigDecimal.ZERO, RevenueShare.Source.NONE);
  }

  public static LedgerLine credit(LedgerAccount account, BigDecimal amount) {
    return new LedgerLine(account, BigDecimal.ZERO, amount, RevenueShare.Source.NONE);
  }
}
