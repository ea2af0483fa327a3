package org.tuguan.core.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A part of a fee, and whose it is.
 *
 * @param amount whole NT$, above 0
 */
public record RevenueShare(Source source, BigDecimal amount) {
  /**
   * What it is for.
   *
   * @param agency id of the one that answers for the layer
   * @param article of the fee standard under which it is charged
   */
  public record Source(String agency, String layer, String article) {
    public static final Source NONE = new Source("", "", "");

    public Source {
      Objects.requireNonNull(agency);
      Objects.requireNonNull(layer);
      Objects.requireNonNull(article);
    }
  }

  public RevenueShare {
    Objects.requireNonNull(source);
    if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException("a share of NT$ " + amount);
    }
  }

  public static BigDecimal total(List<RevenueShare> shares) {
    return shares.stream().map(RevenueShare::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Whole NT$ in proportion to weights, in their order: each gets its part without the fraction,
   * and the dollars left over go to the largest fractions (the first of equal ones), so that the
   * parts sum to the total.
   *
   * @param weights 0 or more; all alike if they are all 0
   */
  public static List<BigDecimal> divide(BigDecimal total, List<BigDecimal> weights) {
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.signum() == 0) {
      return divide(total, weights.stream().map(each -> BigDecimal.ONE).toList());
    }
    List<BigDecimal> parts = new ArrayList<>();
    List<BigDecimal> rests = new ArrayList<>();
    BigDecimal given = BigDecimal.ZERO;
    for (BigDecimal weight : weights) {
      BigDecimal[] divided = total.multiply(weight).divideAndRemainder(sum);
      BigDecimal part = divided[0].setScale(0, RoundingMode.UNNECESSARY);
      parts.add(part);
      rests.add(divided[1]);
      given = given.add(part);
    }
    int left = total.subtract(given).intValueExact();
    IntStream.range(0, weights.size())
        .boxed()
        .sorted(Comparator.<Integer, BigDecimal>comparing(rests::get).reversed())
        .limit(left)
        .forEach(i -> parts.set(i, parts.get(i).add(BigDecimal.ONE)));
    return List.copyOf(parts);
  }

  /** A smaller amount of the same kind, for a refund; parts of 0 are left out. */
  public static List<RevenueShare> part(List<RevenueShare> shares, BigDecimal amount) {
    List<BigDecimal> parts = divide(amount, shares.stream().map(RevenueShare::amount).toList());
    return IntStream.range(0, shares.size())
        .filter(i -> parts.get(i).signum() > 0)
        .mapToObj(i -> new RevenueShare(shares.get(i).source(), parts.get(i)))
        .toList();
  }
}
