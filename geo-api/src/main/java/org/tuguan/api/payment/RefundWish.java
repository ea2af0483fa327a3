package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.payment.RefundGround;

/**
 * What a cashier wants to give back.
 *
 * @param request unique text; the same one again is the same refund
 * @param amount whole NT$; empty for all that is left
 * @param article needed where the ground is not one of 規費法
 * @param applied day of the application for the refund; empty for today
 * @param ownFault whether the applicant was the cause
 * @param rate interest, a share a year; needed where the law gives interest
 */
record RefundWish(
    String request,
    Optional<BigDecimal> amount,
    RefundGround ground,
    String article,
    String reason,
    Optional<LocalDate> applied,
    boolean ownFault,
    Optional<BigDecimal> rate) {
  RefundWish {
    Objects.requireNonNull(request);
    Objects.requireNonNull(amount);
    Objects.requireNonNull(ground);
    Objects.requireNonNull(article);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(applied);
    Objects.requireNonNull(rate);
  }
}
