package org.tuguan.core.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where money for a fee really came in, whatever way of paying was begun.
 *
 * @param method payment method over which it came
 * @param account name of the bank account; empty if there was but one, or nobody said which
 * @param amount whole NT$, above 0
 */
public record MoneySource(String method, String account, BigDecimal amount) {
  private record Place(String method, String account) {}

  public MoneySource {
    Objects.requireNonNull(method);
    Objects.requireNonNull(account);
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException(amount + " by " + method);
    }
  }

  /**
   * Whence a part is given back: what came first goes back first, each account of a method once.
   *
   * @param came in the order in which it paid
   * @param before given back by earlier refunds
   * @param amount given back now; together at most all that came
   */
  public static List<MoneySource> part(
      List<MoneySource> came, BigDecimal before, BigDecimal amount) {
    Map<Place, BigDecimal> parts = new LinkedHashMap<>();
    BigDecimal skipped = before;
    BigDecimal missing = amount;
    for (MoneySource each : came) {
      BigDecimal gone = each.amount().min(skipped);
      BigDecimal part = each.amount().subtract(gone).min(missing);
      skipped = skipped.subtract(gone);
      missing = missing.subtract(part);
      if (part.signum() > 0) {
        parts.merge(new Place(each.method(), each.account()), part, BigDecimal::add);
      }
    }
    if (missing.signum() > 0) {
      throw new IllegalArgumentException(
          "%s is given back after %s of %s".formatted(amount, before, came));
    }
    List<MoneySource> sources = new ArrayList<>();
    parts.forEach(
        (place, part) -> sources.add(new MoneySource(place.method(), place.account(), part)));
    return List.copyOf(sources);
  }
}
