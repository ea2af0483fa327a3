package org.tuguan.plugin.coverage.people;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.tuguan.plugin.coverage.area.Reach;

/**
 * How many people of a census live on reached ground, unit by unit. Immutable; a change of the
 * ground makes a new count in which only the units it meets are computed again.
 */
public final class CoverageCount {
  private final Spread spread;
  private final boolean empty;
  private final double[] shares;

  /** The ground itself is not kept: outlines take room. */
  private CoverageCount(Spread spread, Reach reach, double[] shares) {
    this.spread = spread;
    this.empty = reach.isEmpty();
    this.shares = shares;
  }

  public static CoverageCount of(Spread spread, Reach reach) {
    double[] shares =
        IntStream.range(0, spread.census().units().size())
            .parallel()
            .mapToDouble(unit -> spread.share(unit, reach))
            .toArray();
    return new CoverageCount(spread, reach, shares);
  }

  /**
   * The count over changed ground.
   *
   * @param changed boxes outside which nothing changed: those of discs that came, went or grew
   */
  public CoverageCount with(Reach next, Collection<Envelope> changed) {
    BitSet touched = new BitSet();
    for (Envelope box : changed) {
      spread.census().near(box).forEach(touched::set);
    }
    double[] copy = shares.clone();
    touched.stream().parallel().forEach(unit -> copy[unit] = spread.share(unit, next));
    return new CoverageCount(spread, next, copy);
  }

  public Spread spread() {
    return spread;
  }

  /** People of a unit on reached ground. */
  public double covered(int unit) {
    return shares[unit] * units().get(unit).people();
  }

  public Figure city() {
    double[] sum = new double[2];
    for (int i = 0; i < shares.length; i++) {
      sum[0] += covered(i);
      sum[1] += units().get(i).people();
    }
    return figure(sum);
  }

  /** By district code, in the order of the census. */
  public Map<String, Figure> districts() {
    return sum(unit -> unit.village().districtCode());
  }

  /** By village code, in the order of the census. */
  public Map<String, Figure> villages() {
    return sum(unit -> unit.village().code());
  }

  private Map<String, Figure> sum(Function<Unit, String> area) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (int i = 0; i < shares.length; i++) {
      double[] sum = sums.computeIfAbsent(area.apply(units().get(i)), code -> new double[2]);
      sum[0] += covered(i);
      sum[1] += units().get(i).people();
    }
    Map<String, Figure> figures = new LinkedHashMap<>();
    sums.forEach((code, sum) -> figures.put(code, figure(sum)));
    return figures;
  }

  private Figure figure(double[] sum) {
    return new Figure(empty ? OptionalDouble.empty() : OptionalDouble.of(sum[0]), sum[1]);
  }

  private List<Unit> units() {
    return spread.census().units();
  }
}
