package org.tuguan.plugin.coverage.planning;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * The best plan, or the best found in a time with the proven gap: an integer program solved with
 * SCIP (OR-Tools), from the greedy plan on. One thread: the same input and seed give the same plan
 * unless the clock ends the search.
 */
public final class ExactPlanner {
  private static final long SLICE_MS = 250;
  private static final LocalText SOLVING = new LocalText("求解整數規劃", "solving the integer program");

  private final SiteProblem problem;
  private final long seed;

  public ExactPlanner(SiteProblem problem, long seed) {
    this.problem = problem;
    this.seed = seed;
  }

  /**
   * @param limit longest search
   * @param progress asked several times a second; the search ends when it throws
   * @throws RequestException naming {@code solver} if OR-Tools has no library for this system
   */
  public SitePlan plan(Duration limit, Progress progress) {
    SitePlan greedy = new GreedyPlanner(problem, seed).plan(Progress.NONE);
    progress.at(0.05, SOLVING);
    load(Loader::loadNativeLibraries);
    SiteProgram program = new SiteProgram(problem);
    program.startFrom(greedy);
    ResultStatus status = search(program, limit, progress);
    return plan(program, status, greedy);
  }

  /** Runs what loads native libraries; what it throws becomes a refusal that says what works. */
  static void load(Runnable libraries) {
    try {
      libraries.run();
    } catch (RuntimeException | LinkageError e) {
      String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "solver",
          new LocalText(
              "solver：此伺服器沒有適用於 %s 的 OR-Tools 程式庫，無法使用 exact；請改用 greedy。".formatted(system),
              ("solver: exact needs the library of OR-Tools for %s, which this server does not have;"
                      + " greedy works without it")
                  .formatted(system)),
          e);
    }
  }

  private ResultStatus search(SiteProgram program, Duration limit, Progress progress) {
    CompletableFuture<ResultStatus> search =
        CompletableFuture.supplyAsync(() -> program.solve(limit, seed));
    try {
      for (long elapsed = SLICE_MS; ; elapsed += SLICE_MS) {
        try {
          return search.get(SLICE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          progress.at(Math.min(0.95, 0.05 + 0.9 * elapsed / (limit.toMillis() + 1)), SOLVING);
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the solver failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } finally {
      end(program, search);
    }
  }

  /** Waits until the search has ended; asks for it until the solver listens. */
  private static void end(SiteProgram program, CompletableFuture<?> search) {
    boolean interrupted = Thread.interrupted();
    while (!search.isDone()) {
      program.interrupt();
      try {
        search.get(SLICE_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException e) {
        // asked again, unless it is over
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private SitePlan plan(SiteProgram program, ResultStatus status, SitePlan greedy) {
    boolean optimal = status == ResultStatus.OPTIMAL;
    if (!optimal && status != ResultStatus.FEASIBLE) {
      return status == ResultStatus.INFEASIBLE ? impossible(greedy) : fallback(greedy);
    }
    Build build = new Build(problem);
    for (int i = 0; i < problem.candidates().size(); i++) {
      if (program.isBuilt(i)) {
        build.choose(i);
      }
    }
    double best = program.bestBound();
    double bound = problem.target().isPresent() ? Math.ceil(best - 1e-6) : problem.before() + best;
    LocalText endedByClock =
        new LocalText(
            "搜尋因時間上限結束；再算一次可能得到不同方案。",
            "The clock ended the search; another run may give another plan.");
    return new SitePlan(
        SitePlan.Planner.EXACT,
        build.chosen(),
        problem.before(),
        build.people(),
        OptionalDouble.of(bound),
        new SitePlan.Verdict(optimal, true, optimal),
        optimal ? List.of() : List.of(endedByClock));
  }

  private static SitePlan impossible(SitePlan greedy) {
    return new SitePlan(
        SitePlan.Planner.EXACT,
        List.of(),
        greedy.before(),
        greedy.before(),
        OptionalDouble.empty(),
        new SitePlan.Verdict(true, false, true),
        List.of(
            new LocalText("已證明沒有方案能滿足所有條件。", "It is proven that no plan keeps every constraint.")));
  }

  private static SitePlan fallback(SitePlan greedy) {
    List<LocalText> notes = new ArrayList<>(greedy.notes());
    notes.add(
        new LocalText(
            "時間內精確法未得解，以下為貪婪法結果。",
            "The exact search found nothing in its time: this is the greedy plan."));
    return new SitePlan(
        SitePlan.Planner.GREEDY,
        greedy.chosen(),
        greedy.before(),
        greedy.after(),
        greedy.bound(),
        new SitePlan.Verdict(false, greedy.verdict().feasible(), false),
        notes);
  }
}
