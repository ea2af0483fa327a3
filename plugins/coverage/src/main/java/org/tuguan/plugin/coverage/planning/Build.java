package org.tuguan.plugin.coverage.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A plan while it is being made: what is chosen and reached so far. For use by one thread. */
final class Build {
  private final SiteProblem problem;
  private final boolean[] reached;
  private final double[] missing;
  private final List<Integer> chosen = new ArrayList<>();
  private BigDecimal cost = BigDecimal.ZERO;
  private double people;

  Build(SiteProblem problem) {
    this.problem = problem;
    this.reached = new boolean[problem.demand().cells().size()];
    this.missing = problem.missing();
    this.people = problem.before();
  }

  List<Integer> chosen() {
    return chosen;
  }

  double people() {
    return people;
  }

  /** People whom a candidate would add. */
  double gain(int candidate) {
    double gain = 0;
    for (int cell : problem.reaches(candidate)) {
      gain += reached[cell] ? 0 : problem.people(cell);
    }
    return gain;
  }

  /** People whom a candidate would add where districts still lack some, no more than they lack. */
  double needed(int candidate) {
    double[] added = new double[missing.length];
    for (int cell : problem.reaches(candidate)) {
      added[problem.district(cell)] += reached[cell] ? 0 : problem.people(cell);
    }
    double needed = 0;
    for (int district = 0; district < added.length; district++) {
      needed += Math.min(added[district], missing[district]);
    }
    return needed;
  }

  boolean lacking() {
    for (double people : missing) {
      if (people > 1e-9) {
        return true;
      }
    }
    return false;
  }

  boolean full() {
    return chosen.size() >= problem.constraints().sites();
  }

  boolean targetMet() {
    return people >= problem.targetPeople() * (1 - 1e-12);
  }

  boolean fits(int candidate) {
    BigDecimal with = cost.add(problem.candidates().get(candidate).cost());
    return !problem.excluded(candidate)
        && problem.constraints().budget().map(most -> with.compareTo(most) <= 0).orElse(true)
        && chosen.stream().noneMatch(other -> problem.conflict(candidate, other));
  }

  void choose(int candidate) {
    chosen.add(candidate);
    cost = cost.add(problem.candidates().get(candidate).cost());
    for (int cell : problem.reaches(candidate)) {
      if (!reached[cell]) {
        reached[cell] = true;
        people += problem.people(cell);
        missing[problem.district(cell)] =
            Math.max(0, missing[problem.district(cell)] - problem.people(cell));
      }
    }
  }
}
