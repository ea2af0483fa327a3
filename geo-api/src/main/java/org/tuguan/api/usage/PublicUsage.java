package org.tuguan.api.usage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What everyone is told: layers by month. Fewer than five uses of a layer in a month are not told,
 * and do not go into any sum, from which they could be found again by subtraction.
 */
final class PublicUsage {
  static final int FEWEST = 5;

  private PublicUsage() {}

  /**
   * One line of an answer.
   *
   * @param sum of what may be told; empty if nothing may, although there is something
   */
  record Line(Optional<String> id, Optional<UsageSum> sum) {
    static Line of(UsageSum sum) {
      return new Line(sum.id(), Optional.of(sum));
    }
  }

  /** Of one layer, by month. */
  static List<Line> byMonth(List<JdbcUsage.Cell> cells) {
    return cells.stream()
        .map(cell -> new Line(Optional.of(cell.month()), told(cell.sum())))
        .toList();
  }

  /** The most used first. */
  static List<Line> byLayer(List<JdbcUsage.Cell> cells) {
    Map<String, Optional<UsageSum>> layers = new LinkedHashMap<>();
    for (JdbcUsage.Cell cell : cells) {
      layers.merge(cell.layer(), told(cell.sum()), PublicUsage::plus);
    }
    List<Line> lines = new ArrayList<>();
    layers.forEach((layer, sum) -> lines.add(new Line(Optional.of(layer), sum)));
    lines.sort((a, b) -> Long.compare(uses(b), uses(a)));
    return lines;
  }

  private static long uses(Line line) {
    return line.sum().map(UsageSum::uses).orElse(0L);
  }

  private static Optional<UsageSum> told(UsageSum sum) {
    return sum.uses() < FEWEST ? Optional.empty() : Optional.of(sum);
  }

  private static Optional<UsageSum> plus(Optional<UsageSum> one, Optional<UsageSum> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(one.get().plus(other.get()))
        : one.or(() -> other);
  }
}
