package org.tuguan.plugin.coverage.planning;

import com.google.ortools.modelbuilder.LinearExpr;
import com.google.ortools.modelbuilder.LinearExprBuilder;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.Variable;
import java.util.List;

/**
 * The integer program of Church and ReVelle for a site problem: one variable a candidate (built or
 * not) and one a group of cells that the same candidates reach (0 to 1; whole by itself where sites
 * are whole). For use by one thread.
 */
final class SiteProgram {
  private static final double MARGIN = 1e-9;
  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  private final SiteProblem problem;
  private final ModelBuilder model = new ModelBuilder();
  private final Variable[] sites;
  private final List<CellGroup> groups;
  private final Variable[] reached;

  SiteProgram(SiteProblem problem) {
    this.problem = problem;
    this.sites = new Variable[problem.candidates().size()];
    for (int i = 0; i < sites.length; i++) {
      sites[i] = model.newIntVar(0, problem.excluded(i) ? 0 : 1, "site" + i);
    }
    this.groups = CellGroup.of(problem);
    this.reached = new Variable[groups.size()];
    for (int i = 0; i < reached.length; i++) {
      reached[i] = model.newNumVar(0, 1, "group" + i);
    }
    reach();
    limits();
    conflicts();
    districts();
    if (problem.target().isPresent()) {
      target();
    } else {
      model.maximize(people());
    }
  }

  ModelBuilder model() {
    return model;
  }

  Variable site(int candidate) {
    return sites[candidate];
  }

  void startFrom(SitePlan plan) {
    for (int i = 0; i < sites.length; i++) {
      model.getHelper().addHint(sites[i].getIndex(), plan.chosen().contains(i) ? 1 : 0);
    }
  }

  /** A group is reached only where one of its sites is built. */
  private void reach() {
    for (int i = 0; i < reached.length; i++) {
      LinearExprBuilder more = LinearExpr.newBuilder().addTerm(reached[i], 1);
      for (int candidate : groups.get(i).candidates()) {
        more.addTerm(sites[candidate], -1);
      }
      model.addLessOrEqual(more, 0);
    }
  }

  private void limits() {
    model.addLessOrEqual(LinearExpr.newBuilder().addSum(sites), problem.constraints().sites());
    if (problem.constraints().budget().isPresent()) {
      LinearExprBuilder cost = LinearExpr.newBuilder();
      for (int i = 0; i < sites.length; i++) {
        cost.addTerm(sites[i], problem.candidates().get(i).cost().doubleValue());
      }
      model.addLessOrEqual(cost, problem.constraints().budget().get().doubleValue());
    }
  }

  private void conflicts() {
    if (problem.constraints().minDistanceM() == 0) {
      return;
    }
    for (int one = 0; one < sites.length; one++) {
      for (int other = 0; other < one; other++) {
        if (!problem.excluded(one) && !problem.excluded(other) && problem.conflict(one, other)) {
          model.addLessOrEqual(
              LinearExpr.newBuilder().addTerm(sites[one], 1).addTerm(sites[other], 1), 1);
        }
      }
    }
  }

  private void districts() {
    double[] missing = problem.missing();
    for (int district = 0; district < missing.length; district++) {
      if (missing[district] > 0) {
        LinearExprBuilder people = LinearExpr.newBuilder();
        for (int i = 0; i < reached.length; i++) {
          if (groups.get(i).district() == district) {
            people.addTerm(reached[i], groups.get(i).people());
          }
        }
        model.addLinearConstraint(people, missing[district] - MARGIN, NO_LIMIT);
      }
    }
  }

  private void target() {
    double more = problem.targetPeople() - problem.before();
    model.addLinearConstraint(people(), more - MARGIN, NO_LIMIT);
    model.minimize(LinearExpr.newBuilder().addSum(sites));
  }

  private LinearExprBuilder people() {
    LinearExprBuilder people = LinearExpr.newBuilder();
    for (int i = 0; i < reached.length; i++) {
      people.addTerm(reached[i], groups.get(i).people());
    }
    return people;
  }
}
