package org.tuguan.core.payment;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a payment method is told of a payment; nothing of it says who pays or for what data.
 *
 * @param application number, for example A-115-000123
 * @param amount whole NT$, above 0
 * @param due last day, in Asia/Taipei
 * @param back where the payer's browser returns to
 */
public record Bill(
    PaymentNumber number, String application, BigDecimal amount, LocalDate due, URI back) {
  public Bill {
    Objects.requireNonNull(number);
    Objects.requireNonNull(application);
    Objects.requireNonNull(due);
    Objects.requireNonNull(back);
    if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException("a bill over NT$ " + amount);
    }
  }
}
