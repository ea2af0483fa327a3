package org.tuguan.core.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Divides a fee over the layers that it is for, as the lines of its quote say. */
public final class FeeSplit {
  private FeeSplit() {}

  /**
   * @param agency id of the one that answers for the layer
   */
  public record Layer(String name, String agency) {}

  /**
   * A line of the quote.
   *
   * @param layers positions of the layers that it is for; empty for costs of the whole
   * @param article under which it is charged
   * @param amount whole NT$, 0 or more
   */
  public record Line(List<Integer> layers, String article, BigDecimal amount) {
    public Line {
      layers = List.copyOf(layers);
    }
  }

  /**
   * Lines for several layers, and costs of the whole, go to the layers in proportion to what each
   * is charged by itself. Where the lines are not the price (a person set it), they weigh only.
   *
   * @param layers one at least
   * @param article where no line names one
   * @return sums to the total
   */
  public static List<RevenueShare> of(
      BigDecimal total, List<Layer> layers, List<Line> lines, String article) {
    List<BigDecimal> own = own(layers.size(), lines);
    Map<RevenueShare.Source, BigDecimal> weights = new LinkedHashMap<>();
    for (Line line : lines) {
      List<Integer> positions =
          line.layers().isEmpty()
              ? IntStream.range(0, layers.size()).boxed().toList()
              : line.layers();
      List<BigDecimal> parts =
          RevenueShare.divide(line.amount(), positions.stream().map(own::get).toList());
      for (int i = 0; i < positions.size(); i++) {
        add(weights, layers.get(positions.get(i)), line.article(), parts.get(i));
      }
    }
    if (weights.isEmpty()) {
      layers.forEach(layer -> add(weights, layer, article, BigDecimal.ONE));
    }
    List<RevenueShare.Source> sources = List.copyOf(weights.keySet());
    List<BigDecimal> parts = RevenueShare.divide(total, List.copyOf(weights.values()));
    return IntStream.range(0, sources.size())
        .filter(i -> parts.get(i).signum() > 0)
        .mapToObj(i -> new RevenueShare(sources.get(i), parts.get(i)))
        .toList();
  }

  private static List<BigDecimal> own(int layers, List<Line> lines) {
    List<BigDecimal> own = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      List<Integer> alone = List.of(i);
      own.add(
          lines.stream()
              .filter(line -> line.layers().equals(alone))
              .map(Line::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
    return own;
  }

  private static void add(
      Map<RevenueShare.Source, BigDecimal> weights,
      Layer layer,
      String article,
      BigDecimal amount) {
    if (amount.signum() > 0) {
      weights.merge(
          new RevenueShare.Source(layer.agency(), layer.name(), article), amount, BigDecimal::add);
    }
  }
}
