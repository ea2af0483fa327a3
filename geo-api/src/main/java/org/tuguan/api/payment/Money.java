package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Money that came, as it was reported.
 *
 * @param method over which it came
 * @param transaction what the bank, counter or gateway calls it: the same one is the same money
 * @param reference the number of a payment as it was written, right or wrong
 * @param amount whole NT$, above 0
 * @param received day, in Asia/Taipei
 */
record Money(
    String method,
    String transaction,
    String reference,
    BigDecimal amount,
    LocalDate received,
    String payer,
    String note) {
  Money {
    Objects.requireNonNull(method);
    Objects.requireNonNull(reference);
    Objects.requireNonNull(received);
    Objects.requireNonNull(payer);
    Objects.requireNonNull(note);
    if (transaction.isBlank() || amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException("money " + transaction + " of " + amount);
    }
  }
}
