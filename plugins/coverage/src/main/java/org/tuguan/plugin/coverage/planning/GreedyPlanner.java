package org.tuguan.plugin.coverage.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.tuguan.core.LocalText;

/**
 * Takes the site that adds most people, again and again; gains are computed anew only for those
 * that could still be best (a gain never grows).
 *
 * <p>With a number of sites as the only constraint a plan reaches at least 1 − 1/e of what the best
 * plan adds (Nemhauser, Wolsey, Fisher 1978). With a budget the better of two runs is taken, by
 * people and by people per NT$: at least half of that. Districts that lack people are served first.
 * The same input and seed give the same plan; the seed decides between equals.
 */
public final class GreedyPlanner {
  private final SiteProblem problem;
  private final int[] rank;

  private record Gain(int candidate, double value, int round) {}

  public GreedyPlanner(SiteProblem problem, long seed) {
    this.problem = problem;
    this.rank = new int[problem.candidates().size()];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < rank.length; i++) {
      int other = random.nextInt(i + 1);
      rank[i] = rank[other];
      rank[other] = i;
    }
  }

  public SitePlan plan(Progress progress) {
    Build byPeople = build(false, progress);
    boolean budget = problem.constraints().budget().isPresent();
    Build best = budget ? better(byPeople, build(true, progress)) : byPeople;
    boolean met = problem.target().isEmpty() || best.targetMet();
    boolean feasible = met && !best.lacking();
    OptionalDouble bound =
        problem.target().isPresent() ? OptionalDouble.empty() : OptionalDouble.of(bound(best));
    boolean proven =
        feasible && bound.isPresent() && bound.getAsDouble() <= best.people() * (1 + 1e-12);
    return new SitePlan(
        SitePlan.Planner.GREEDY,
        best.chosen(),
        problem.before(),
        best.people(),
        bound,
        new SitePlan.Verdict(proven, feasible, true),
        notes(best, met));
  }

  private static Build better(Build one, Build other) {
    if (one.lacking() != other.lacking()) {
      return one.lacking() ? other : one;
    }
    return other.people() > one.people() ? other : one;
  }

  private Build build(boolean perCost, Progress progress) {
    Build build = new Build(problem);
    if (build.lacking()) {
      fill(build, perCost, build::needed, progress);
    }
    fill(build, perCost, build::gain, progress);
    return build;
  }

  /** Adds sites while one has a value. Values may only fall as sites are added. */
  private void fill(Build build, boolean perCost, IntToDoubleFunction value, Progress progress) {
    PriorityQueue<Gain> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble((Gain gain) -> -gain.value())
                .thenComparingInt(gain -> rank[gain.candidate()]));
    for (int candidate = 0; candidate < rank.length; candidate++) {
      queue.add(new Gain(candidate, worth(candidate, perCost, value), build.chosen().size()));
    }
    while (!queue.isEmpty() && !build.full() && !build.targetMet()) {
      Gain best = queue.poll();
      if (!(best.value() > 0)) {
        return;
      }
      if (!build.fits(best.candidate())) {
        continue;
      }
      if (best.round() == build.chosen().size()) {
        build.choose(best.candidate());
        report(build, progress);
      } else {
        double worth = worth(best.candidate(), perCost, value);
        queue.add(new Gain(best.candidate(), worth, build.chosen().size()));
      }
    }
  }

  private double worth(int candidate, boolean perCost, IntToDoubleFunction value) {
    double worth = value.applyAsDouble(candidate);
    double cost = problem.candidates().get(candidate).cost().doubleValue();
    return perCost && cost > 0 ? worth / cost : worth;
  }

  private void report(Build build, Progress progress) {
    int done = build.chosen().size();
    progress.at(
        Math.min(1, (double) done / problem.constraints().sites()),
        new LocalText("已選 %d 處".formatted(done), "%d sites chosen".formatted(done)));
  }

  /** No plan reaches more: what is reached, and the largest gains that are still to be had. */
  private double bound(Build build) {
    double atEnd = build.people() + largestGains(build);
    double atStart = problem.before() + largestGains(new Build(problem));
    return Math.min(problem.demand().people(), Math.min(atEnd, atStart));
  }

  private double largestGains(Build build) {
    List<Double> gains = new ArrayList<>();
    for (int candidate = 0; candidate < rank.length; candidate++) {
      if (!problem.excluded(candidate)) {
        gains.add(build.gain(candidate));
      }
    }
    return gains.stream()
        .sorted(Comparator.reverseOrder())
        .limit(problem.constraints().sites())
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  private List<LocalText> notes(Build build, boolean met) {
    List<LocalText> notes = new ArrayList<>();
    if (!met) {
      notes.add(new LocalText("在條件內無法達到目標。", "The target is not met within the constraints."));
    }
    if (build.lacking()) {
      notes.add(
          new LocalText(
              "貪婪法未能使各區皆達下限；精確法可判定是否可行。",
              "Not every district reaches its least share; the exact solver tells whether any plan"
                  + " can."));
    }
    return notes;
  }
}
