package org.tuguan.plugin.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.analysis.IndicatorValue;

/**
 * Where a figure will be at the end of the year if it goes on as in the last three months: what
 * came to its two numbers in those months comes every three months. A count grows by what it grew.
 */
final class Projection {
  static final int WINDOW = 3;
  private static final int YEAR = 12;

  private Projection() {}

  /**
   * @param months figures from January to the end of each month so far, at least one
   * @return empty if there is nothing to measure in the end either
   */
  static Optional<BigDecimal> ofYear(IndicatorUnit unit, List<IndicatorValue> months) {
    int over = months.size();
    int back = Math.min(WINDOW, over);
    IndicatorValue last = months.get(over - 1);
    BigDecimal left =
        BigDecimal.valueOf(YEAR - over).divide(BigDecimal.valueOf(back), MathContext.DECIMAL64);
    IndicatorValue before = over > back ? months.get(over - 1 - back) : null;
    BigDecimal numerator =
        grown(last.numerator(), before == null ? null : before.numerator(), left);
    if (unit != IndicatorUnit.RATE) {
      return Optional.of(numerator);
    }
    BigDecimal denominator =
        grown(last.denominator(), before == null ? null : before.denominator(), left);
    return denominator.signum() <= 0
        ? Optional.empty()
        : Optional.of(numerator.divide(denominator, MathContext.DECIMAL64));
  }

  private static BigDecimal grown(BigDecimal now, BigDecimal before, BigDecimal times) {
    BigDecimal growth = before == null ? now : now.subtract(before);
    return now.add(growth.multiply(times));
  }
}
