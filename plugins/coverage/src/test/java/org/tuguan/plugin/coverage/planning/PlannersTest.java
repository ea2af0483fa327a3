package org.tuguan.plugin.coverage.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tuguan.core.RequestException;
import org.tuguan.plugin.coverage.area.Disc;
import org.tuguan.plugin.coverage.area.Discs;

class PlannersTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Discs NOTHING = new Discs(List.of());

  private static SiteProblem random(long seed, Constraints constraints, OptionalDouble target) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      cells.add(
          new Cell(
              random.nextDouble(1_000),
              random.nextDouble(1_000),
              random.nextInt(1, 500),
              random.nextInt(2)));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Disc disc = new Disc(random.nextDouble(1_000), random.nextDouble(1_000), 180);
      candidates.add(new Candidate("c" + i, disc, BigDecimal.valueOf(random.nextInt(10, 40))));
    }
    Discs existing = new Discs(List.of(new Disc(200, 200, 180)));
    return new SiteProblem(
        new Demand(cells, List.of("1", "2")), existing, candidates, constraints, target);
  }

  private static SitePlan exact(SiteProblem problem) {
    return new ExactPlanner(problem, 1).plan(LIMIT, Progress.NONE);
  }

  private static SitePlan greedy(SiteProblem problem) {
    return new GreedyPlanner(problem, 1).plan(Progress.NONE);
  }

  /**
   * The plan among all subsets that reaches most, or meets the target with fewest; empty if none.
   */
  private static Optional<Build> bruteForce(SiteProblem problem) {
    Build best = null;
    int candidates = problem.candidates().size();
    for (int subset = 0; subset < 1 << candidates; subset++) {
      Build build = build(problem, subset);
      if (build != null && (best == null || better(problem, build, best))) {
        best = build;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean better(SiteProblem problem, Build one, Build other) {
    return problem.target().isPresent()
        ? one.chosen().size() < other.chosen().size()
        : one.people() > other.people();
  }

  private static Build build(SiteProblem problem, int subset) {
    Build build = new Build(problem);
    for (int candidate = 0; candidate < problem.candidates().size(); candidate++) {
      if ((subset >> candidate & 1) == 1) {
        if (build.full() || !build.fits(candidate)) {
          return null;
        }
        build.choose(candidate);
      }
    }
    boolean met = problem.target().isEmpty() || build.targetMet();
    return met && !build.lacking() ? build : null;
  }

  @Test
  void exactIsTheBestOfAllSubsetsAndGreedyKeepsItsPromise() {
    for (long seed = 0; seed < 30; seed++) {
      SiteProblem problem = random(seed, Constraints.sites(4), OptionalDouble.empty());
      double best = bruteForce(problem).orElseThrow().people();
      SitePlan exact = exact(problem);
      assertThat(exact.after()).as("seed %d", seed).isCloseTo(best, within(1e-6));
      assertThat(exact.verdict().proven()).isTrue();
      assertThat(exact.bound().orElseThrow()).isCloseTo(best, within(1e-3));
      SitePlan greedy = greedy(problem);
      assertThat(greedy.after() - greedy.before())
          .isGreaterThanOrEqualTo((1 - 1 / Math.E) * (best - greedy.before()));
      assertThat(greedy.bound().orElseThrow()).isGreaterThanOrEqualTo(best - 1e-6);
    }
  }

  @Test
  void everyConstraintIsKeptAndTheBestFound() {
    for (long seed = 0; seed < 10; seed++) {
      Constraints constraints =
          new Constraints(
              5, Optional.of(BigDecimal.valueOf(90)), 220, OptionalDouble.of(0.2 + seed / 50.0));
      SiteProblem problem = random(seed, constraints, OptionalDouble.empty());
      Optional<Build> best = bruteForce(problem);
      SitePlan exact = exact(problem);
      assertThat(exact.verdict().feasible()).as("seed %d", seed).isEqualTo(best.isPresent());
      best.ifPresent(build -> assertThat(exact.after()).isCloseTo(build.people(), within(1e-6)));
      SitePlan greedy = greedy(problem);
      Build again = new Build(problem);
      for (int candidate : greedy.chosen()) {
        assertThat(again.fits(candidate)).isTrue();
        again.choose(candidate);
      }
      assertThat(greedy.verdict().feasible()).isEqualTo(!again.lacking());
    }
  }

  @Test
  void theTargetIsMetWithFewestSites() {
    for (long seed = 0; seed < 10; seed++) {
      SiteProblem problem = random(seed, Constraints.sites(12), OptionalDouble.of(0.5));
      int fewest = bruteForce(problem).orElseThrow().chosen().size();
      SitePlan exact = exact(problem);
      assertThat(exact.chosen()).as("seed %d", seed).hasSize(fewest);
      assertThat(exact.after()).isGreaterThanOrEqualTo(0.5 * problem.demand().people() - 1e-6);
      SitePlan greedy = greedy(problem);
      assertThat(greedy.verdict().feasible()).isTrue();
      assertThat(greedy.chosen().size()).isGreaterThanOrEqualTo(fewest);
    }
  }

  @Test
  void whatCannotBeIsSaid() {
    SiteProblem problem = random(1, Constraints.sites(1), OptionalDouble.of(0.99));
    SitePlan exact = exact(problem);
    assertThat(exact.verdict().feasible()).isFalse();
    assertThat(exact.verdict().proven()).isTrue();
    assertThat(exact.notes()).isNotEmpty();
    assertThat(greedy(problem).verdict().feasible()).isFalse();
  }

  @Test
  void theSameInputGivesTheSamePlan() {
    SiteProblem problem = random(5, Constraints.sites(6), OptionalDouble.empty());
    assertThat(exact(problem)).isEqualTo(exact(problem));
    assertThat(greedy(problem)).isEqualTo(greedy(problem));
  }

  @Test
  void peopleWhoAreReachedAlreadyAreNoGain() {
    Demand demand =
        new Demand(List.of(new Cell(0, 0, 100, 0), new Cell(500, 0, 10, 0)), List.of("1"));
    List<Candidate> candidates =
        List.of(
            new Candidate("crowd", new Disc(0, 0, 50), BigDecimal.ZERO),
            new Candidate("few", new Disc(500, 0, 50), BigDecimal.ZERO));
    Discs existing = new Discs(List.of(new Disc(10, 0, 50)));
    SiteProblem problem =
        new SiteProblem(demand, existing, candidates, Constraints.sites(1), OptionalDouble.empty());
    assertThat(greedy(problem).chosen()).containsExactly(1);
    assertThat(greedy(problem).before()).isEqualTo(100);
    assertThat(greedy(problem).after()).isEqualTo(110);
    assertThat(greedy(problem).verdict().proven()).isTrue();
  }

  @Test
  void withoutCandidatesOrPeopleThereIsAnEmptyPlan() {
    SiteProblem problem =
        new SiteProblem(
            new Demand(List.of(), List.of()),
            NOTHING,
            List.of(),
            Constraints.sites(3),
            OptionalDouble.empty());
    assertThat(greedy(problem).chosen()).isEmpty();
    assertThat(exact(problem).chosen()).isEmpty();
  }

  @Test
  void cancellingEndsTheSearch() {
    SiteProblem problem = random(1, Constraints.sites(3), OptionalDouble.empty());
    Progress cancelled =
        (done, text) -> {
          throw new CancellationException();
        };
    assertThatThrownBy(() -> new ExactPlanner(problem, 1).plan(LIMIT, cancelled))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> new GreedyPlanner(problem, 1).plan(cancelled))
        .isInstanceOf(CancellationException.class);
  }

  /** Fifty sites among two thousand, for as many cells as the city has statistical areas. */
  private static SiteProblem large(double radiusM) {
    SplittableRandom random = new SplittableRandom(17_218);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 17_218; i++) {
      cells.add(
          new Cell(random.nextDouble(20_000), random.nextDouble(20_000), random.nextInt(300), 0));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Disc disc = new Disc(random.nextDouble(20_000), random.nextDouble(20_000), radiusM);
      candidates.add(new Candidate("c" + i, disc, BigDecimal.ONE));
    }
    return new SiteProblem(
        new Demand(cells, List.of("1")),
        NOTHING,
        candidates,
        Constraints.sites(50),
        OptionalDouble.empty());
  }

  @Test
  void aRunningSearchEndsSoonAfterItIsCancelled() {
    AtomicLong cancelled = new AtomicLong();
    AtomicInteger asked = new AtomicInteger();
    Progress running =
        (done, text) -> {
          if (asked.incrementAndGet() == 3) {
            cancelled.set(System.nanoTime());
            throw new CancellationException();
          }
        };
    assertThatThrownBy(() -> new ExactPlanner(large(1_000), 1).plan(Duration.ofMinutes(3), running))
        .isInstanceOf(CancellationException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - cancelled.get()))
        .isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void fiftySitesForSeventeenThousandCellsKeepTheirBoundsWhateverTheTime() {
    SiteProblem problem = large(500);
    SitePlan plan = greedy(problem);
    assertThat(plan.chosen()).hasSize(50);
    assertThat(plan.bound().orElseThrow()).isGreaterThanOrEqualTo(plan.after());
    SitePlan exact = new ExactPlanner(problem, 1).plan(Duration.ofSeconds(3), Progress.NONE);
    assertThat(exact.after()).isGreaterThanOrEqualTo(plan.after() - 1e-6);
    assertThat(exact.bound().orElseThrow()).isGreaterThanOrEqualTo(exact.after() - 1e-6);
  }

  @Test
  void withoutNativeLibrariesTheAnswerSaysThatGreedyWorks() {
    List<Runnable> missing =
        List.of(
            () -> {
              throw new UnsatisfiedLinkError("no jniortools");
            },
            () -> {
              throw new IllegalStateException("no resource");
            });
    for (Runnable libraries : missing) {
      assertThatThrownBy(() -> ExactPlanner.load(libraries))
          .isInstanceOfSatisfying(
              RequestException.class,
              refused -> assertThat(refused.parameter()).isEqualTo("solver"))
          .hasMessageContaining("greedy");
    }
  }
}
