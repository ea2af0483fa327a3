package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.LocalText;

/**
 * A line in the making: what is to be paid before reductions, and what they have made of it.
 *
 * @param base before reductions, exact
 * @param calc how the base came about
 * @param amount after reductions; exact, or where a share is not a finite decimal to 34 digits,
 *     which no rounding to whole dollars can tell from exact
 * @param steps the reductions in words, in order
 */
record Charge(
    LocalText label,
    Component component,
    Quantity quantity,
    BigDecimal base,
    String calc,
    BigDecimal amount,
    List<Step> steps) {
  private static final MathContext SHARE = new MathContext(34, RoundingMode.HALF_UP);

  /**
   * @param unit of the price table
   */
  record Quantity(BigDecimal count, String unit) {}

  /** One rule applied. */
  record Step(FeeRule rule, String calc) {}

  static Charge of(
      LocalText label, Component component, Quantity quantity, BigDecimal base, String calc) {
    return new Charge(label, component, quantity, base, calc, base, List.of());
  }

  Charge step(FeeRule rule, BigDecimal newAmount, String words) {
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(rule, words));
    return new Charge(label, component, quantity, base, calc, newAmount, List.copyOf(more));
  }

  /** Multiplied by a share. */
  Charge times(FeeRule rule, BigDecimal share, String words) {
    return step(rule, amount.multiply(share), words);
  }

  /** Multiplied by a fraction of two whole numbers. */
  Charge share(FeeRule rule, BigDecimal part, BigDecimal whole, String words) {
    return step(rule, amount.multiply(part).divide(whole, SHARE), words);
  }

  /** 0.005 as {@code 0.005}, 1000.0 as {@code 1000}. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  static String percent(BigDecimal share) {
    return plain(share.movePointRight(2)) + "%";
  }
}
