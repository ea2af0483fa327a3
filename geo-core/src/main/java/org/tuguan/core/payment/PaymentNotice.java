package org.tuguan.core.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * What a gateway says of a payment, in whatever order and however often.
 *
 * @param event its id for having said so; empty in an answer to a question
 * @param reference the number of a payment, as the gateway has it
 * @param transaction what it calls the movement of money: the same one is the same money
 * @param amount whole NT$
 * @param occurred when the money moved, or did not
 */
public record PaymentNotice(
    String event,
    String reference,
    String transaction,
    Status status,
    BigDecimal amount,
    Instant occurred) {
  /** How it ended, if it did. */
  public enum Status {
    PAID,
    FAILED,
    /** The payer is still there. */
    PENDING,
    /** The gateway never heard of it. */
    NONE
  }

  public PaymentNotice {
    Objects.requireNonNull(event);
    Objects.requireNonNull(reference);
    Objects.requireNonNull(transaction);
    Objects.requireNonNull(status);
    Objects.requireNonNull(occurred);
    if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException("a notice of NT$ " + amount);
    }
    if (status == Status.PAID && (transaction.isBlank() || amount.signum() == 0)) {
      throw new IllegalArgumentException("money that came has an amount and a transaction");
    }
  }
}
