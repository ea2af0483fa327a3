package org.tuguan.plugin.coverage.planning;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.List;

/**
 * The integer program of Church and ReVelle for a site problem: one variable a candidate (built or
 * not) and one a group of cells that the same candidates reach (0 to 1; whole by itself where sites
 * are whole), solved by SCIP. For one thread; another may interrupt it.
 */
final class SiteProgram {
  private static final double MARGIN = 1e-9;
  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
  private static final int SEEDS = 1_000_000;

  private final SiteProblem problem;
  private final MPSolver solver = MPSolver.createSolver("SCIP");
  private final MPVariable[] sites;
  private final List<CellGroup> groups;
  private final MPVariable[] reached;

  SiteProgram(SiteProblem problem) {
    this.problem = problem;
    this.sites = new MPVariable[problem.candidates().size()];
    for (int i = 0; i < sites.length; i++) {
      sites[i] = solver.makeIntVar(0, problem.excluded(i) ? 0 : 1, "site" + i);
    }
    this.groups = CellGroup.of(problem);
    this.reached = new MPVariable[groups.size()];
    for (int i = 0; i < reached.length; i++) {
      reached[i] = solver.makeNumVar(0, 1, "group" + i);
    }
    reach();
    limits();
    conflicts();
    districts();
    if (problem.target().isPresent()) {
      target();
    } else {
      maximize();
    }
  }

  /**
   * Searches, the same way for the same seed.
   *
   * @return how it ended
   */
  MPSolver.ResultStatus solve(Duration limit, long seed) {
    solver.setTimeLimit(limit.toMillis());
    solver.setSolverSpecificParametersAsString(
        "randomization/randomseedshift = " + Math.floorMod(seed, SEEDS));
    MPSolverParameters exactly = new MPSolverParameters();
    exactly.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
    return solver.solve(exactly);
  }

  /** Asks the search to end, from another thread; not heard before the model is read in. */
  void interrupt() {
    solver.interruptSolve();
  }

  boolean isBuilt(int candidate) {
    return sites[candidate].solutionValue() > 0.5;
  }

  /** No solution is better. */
  double bestBound() {
    return solver.objective().bestBound();
  }

  void startFrom(SitePlan plan) {
    double[] values = new double[sites.length];
    plan.chosen().forEach(candidate -> values[candidate] = 1);
    solver.setHint(sites, values);
  }

  /** A group is reached only where one of its sites is built. */
  private void reach() {
    for (int i = 0; i < reached.length; i++) {
      MPConstraint more = atMost(0);
      more.setCoefficient(reached[i], 1);
      for (int candidate : groups.get(i).candidates()) {
        more.setCoefficient(sites[candidate], -1);
      }
    }
  }

  private MPConstraint atMost(double limit) {
    return solver.makeConstraint(-NO_LIMIT, limit);
  }

  private void limits() {
    MPConstraint most = atMost(problem.constraints().sites());
    for (MPVariable site : sites) {
      most.setCoefficient(site, 1);
    }
    if (problem.constraints().budget().isPresent()) {
      MPConstraint cost = atMost(problem.constraints().budget().get().doubleValue());
      for (int i = 0; i < sites.length; i++) {
        cost.setCoefficient(sites[i], problem.candidates().get(i).cost().doubleValue());
      }
    }
  }

  private void conflicts() {
    if (problem.constraints().minDistanceM() == 0) {
      return;
    }
    for (int one = 0; one < sites.length; one++) {
      for (int other = 0; other < one; other++) {
        if (!problem.excluded(one) && !problem.excluded(other) && problem.conflict(one, other)) {
          MPConstraint either = atMost(1);
          either.setCoefficient(sites[one], 1);
          either.setCoefficient(sites[other], 1);
        }
      }
    }
  }

  private void districts() {
    double[] missing = problem.missing();
    for (int district = 0; district < missing.length; district++) {
      if (missing[district] > 0) {
        MPConstraint people = solver.makeConstraint(missing[district] - MARGIN, NO_LIMIT);
        for (int i = 0; i < reached.length; i++) {
          if (groups.get(i).district() == district) {
            people.setCoefficient(reached[i], groups.get(i).people());
          }
        }
      }
    }
  }

  private void target() {
    double more = problem.targetPeople() - problem.before();
    MPConstraint people = solver.makeConstraint(more - MARGIN, NO_LIMIT);
    for (int i = 0; i < reached.length; i++) {
      people.setCoefficient(reached[i], groups.get(i).people());
    }
    MPObjective fewest = solver.objective();
    for (MPVariable site : sites) {
      fewest.setCoefficient(site, 1);
    }
    fewest.setMinimization();
  }

  private void maximize() {
    MPObjective most = solver.objective();
    for (int i = 0; i < reached.length; i++) {
      most.setCoefficient(reached[i], groups.get(i).people());
    }
    most.setMaximization();
  }
}
