package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.payment.Finding;

/**
 * Money that came and was booked.
 *
 * @param payment id of the payment that its reference names
 * @param finding what it was when it came
 * @param applied how much of it paid for something
 * @param refunded how much of it was given back without having paid for anything
 */
record Remittance(
    long id,
    Money money,
    Optional<Long> payment,
    Finding finding,
    BigDecimal applied,
    BigDecimal refunded,
    Instant created,
    String createdBy) {
  Remittance {
    Objects.requireNonNull(money);
    Objects.requireNonNull(payment);
    Objects.requireNonNull(finding);
    Objects.requireNonNull(created);
    Objects.requireNonNull(createdBy);
  }

  /** What is held and belongs to nothing. */
  BigDecimal open() {
    return money.amount().subtract(applied).subtract(refunded);
  }
}
