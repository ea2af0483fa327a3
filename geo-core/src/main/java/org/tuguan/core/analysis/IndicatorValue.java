package org.tuguan.core.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * A figure with the two numbers that it comes from.
 *
 * @param numerator never empty in sense: 0 where nothing was counted
 * @param denominator 1 for what is no ratio; 0 where there was nothing to measure
 */
public record IndicatorValue(BigDecimal numerator, BigDecimal denominator) {
  /** There was nothing to measure; not the same as zero. */
  public static final IndicatorValue NONE = new IndicatorValue(BigDecimal.ZERO, BigDecimal.ZERO);

  private static final int DIGITS = 10;

  public IndicatorValue {
    Objects.requireNonNull(numerator);
    if (denominator.signum() < 0) {
      throw new IllegalArgumentException("a denominator of " + denominator);
    }
  }

  /** So many of so many; no value of none. */
  public static IndicatorValue rate(long numerator, long denominator) {
    return new IndicatorValue(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  /** A number that is no part of another. */
  public static IndicatorValue count(long number) {
    return new IndicatorValue(BigDecimal.valueOf(number), BigDecimal.ONE);
  }

  /** Numerator by denominator, to ten digits behind the point; empty if the denominator is 0. */
  public Optional<BigDecimal> value() {
    return denominator.signum() == 0
        ? Optional.empty()
        : Optional.of(numerator.divide(denominator, DIGITS, RoundingMode.HALF_UP));
  }
}
