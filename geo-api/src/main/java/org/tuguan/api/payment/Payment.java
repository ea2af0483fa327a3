package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.payment.PaymentNumber;
import org.tuguan.core.payment.PaymentState;

/**
 * One way in which the fee of an application is to be paid, or was.
 *
 * @param application its id
 * @param method name of a {@link org.tuguan.core.payment.PaymentMethod}
 * @param amount whole NT$
 * @param due last day, in Asia/Taipei
 * @param payer organisation, agency or person, as it was called then
 * @param paid day on which the money came
 */
public record Payment(
    long id,
    PaymentNumber number,
    long application,
    String method,
    BigDecimal amount,
    PaymentState state,
    LocalDate due,
    String payer,
    Optional<LocalDate> paid,
    Times times,
    int asked) {
  /** When it was begun, and when it last changed. */
  public record Times(Instant created, Instant changed) {}

  public Payment {
    Objects.requireNonNull(number);
    Objects.requireNonNull(method);
    Objects.requireNonNull(amount);
    Objects.requireNonNull(state);
    Objects.requireNonNull(due);
    Objects.requireNonNull(payer);
    Objects.requireNonNull(paid);
    Objects.requireNonNull(times);
  }

  /** As the audit trail has it. */
  String subject() {
    return "payment:" + number;
  }
}
