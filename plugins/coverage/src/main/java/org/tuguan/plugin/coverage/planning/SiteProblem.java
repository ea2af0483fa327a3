package org.tuguan.plugin.coverage.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.tuguan.plugin.coverage.area.Disc;
import org.tuguan.plugin.coverage.area.Discs;

/**
 * Which candidates to build so that most people are reached, or a target is met with fewest sites.
 * Existing sites stay. Immutable and safe for use by several threads.
 */
public final class SiteProblem {
  private final Demand demand;
  private final List<Candidate> candidates;
  private final Constraints constraints;
  private final OptionalDouble target;
  private final boolean[] reached;
  private final int[][] reaches;
  private final boolean[] excluded;

  /**
   * @param existing ground that is reached already
   * @param target part of all people, 0 to 1, to be reached with fewest sites; empty to reach most
   */
  public SiteProblem(
      Demand demand,
      Discs existing,
      List<Candidate> candidates,
      Constraints constraints,
      OptionalDouble target) {
    this.demand = demand;
    this.candidates = List.copyOf(candidates);
    this.constraints = constraints;
    this.target = target;
    this.reached = new boolean[demand.cells().size()];
    HPRtree index = new HPRtree();
    for (int i = 0; i < reached.length; i++) {
      Cell cell = demand.cells().get(i);
      reached[i] = existing.times(cell.x(), cell.y()) > 0;
      if (!reached[i]) {
        index.insert(new Envelope(cell.x(), cell.x(), cell.y(), cell.y()), i);
      }
    }
    index.build();
    this.reaches =
        this.candidates.stream().map(one -> cellsIn(one.disc(), index)).toArray(int[][]::new);
    this.excluded = new boolean[this.candidates.size()];
    for (int i = 0; i < excluded.length; i++) {
      excluded[i] = tooNear(this.candidates.get(i).disc(), existing);
    }
  }

  private int[] cellsIn(Disc disc, HPRtree index) {
    List<Integer> inside = new ArrayList<>();
    for (Object item : index.query(disc.bounds())) {
      Cell cell = demand.cells().get((Integer) item);
      if (disc.contains(cell.x(), cell.y())) {
        inside.add((Integer) item);
      }
    }
    int[] found = inside.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(found);
    return found;
  }

  private boolean tooNear(Disc disc, Discs existing) {
    return constraints.minDistanceM() > 0
        && existing.list().stream().anyMatch(other -> nearer(disc, other));
  }

  private boolean nearer(Disc one, Disc other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y()) < constraints.minDistanceM();
  }

  public Demand demand() {
    return demand;
  }

  public List<Candidate> candidates() {
    return candidates;
  }

  public Constraints constraints() {
    return constraints;
  }

  public OptionalDouble target() {
    return target;
  }

  /** People to be reached for the target, or more than all if there is none. */
  double targetPeople() {
    return target.isPresent() ? target.getAsDouble() * demand.people() : Double.MAX_VALUE;
  }

  double people(int cell) {
    return demand.cells().get(cell).people();
  }

  int district(int cell) {
    return demand.cells().get(cell).district();
  }

  boolean reached(int cell) {
    return reached[cell];
  }

  /**
   * Cells, ascending, that a candidate would reach and no existing site does; not to be written.
   */
  int[] reaches(int candidate) {
    return reaches[candidate];
  }

  /** Whether a candidate is too near to an existing site, or reaches nobody new. */
  boolean excluded(int candidate) {
    return excluded[candidate] || reaches[candidate].length == 0;
  }

  /** Whether two candidates may not both be built. */
  boolean conflict(int one, int other) {
    return constraints.minDistanceM() > 0
        && nearer(candidates.get(one).disc(), candidates.get(other).disc());
  }

  /** People reached by existing sites. */
  public double before() {
    double sum = 0;
    for (int cell = 0; cell < reached.length; cell++) {
      sum += reached[cell] ? people(cell) : 0;
    }
    return sum;
  }

  /** People who must still be reached in each district, 0 where enough are or none must be. */
  double[] missing() {
    double[] missing = new double[demand.districts().size()];
    if (constraints.districtLeast().isPresent()) {
      double least = constraints.districtLeast().getAsDouble();
      for (int cell = 0; cell < reached.length; cell++) {
        missing[district(cell)] += people(cell) * (reached[cell] ? least - 1 : least);
      }
    }
    for (int district = 0; district < missing.length; district++) {
      missing[district] = Math.max(0, missing[district]);
    }
    return missing;
  }

  /** People whom each candidate adds to those before it in this order. */
  public List<Double> gains(List<Integer> chosen) {
    Build build = new Build(this);
    List<Double> gains = new ArrayList<>();
    for (int candidate : chosen) {
      gains.add(build.gain(candidate));
      build.choose(candidate);
    }
    return gains;
  }

  /** The candidates that alone reach most new people, so many at most, in their order. */
  public List<Candidate> mostGaining(int most) {
    Build build = new Build(this);
    double[] gains = new double[candidates.size()];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = excluded(i) ? -1 : build.gain(i);
    }
    return IntStream.range(0, gains.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -gains[i]))
        .limit(most)
        .sorted()
        .map(candidates::get)
        .toList();
  }
}
