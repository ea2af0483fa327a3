package org.tuguan.plugin.coverage.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.plugin.coverage.LonLat;
import org.tuguan.plugin.coverage.area.Discs;
import org.tuguan.plugin.coverage.figure.Change;
import org.tuguan.plugin.coverage.figure.CoverageAnswers;
import org.tuguan.plugin.coverage.figure.CoverageJson;
import org.tuguan.plugin.coverage.figure.CoverageQuery;
import org.tuguan.plugin.coverage.figure.Figures;
import org.tuguan.plugin.coverage.figure.Measured;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.inventory.Lifetime;
import org.tuguan.plugin.coverage.inventory.Radio;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.planning.Candidate;
import org.tuguan.plugin.coverage.planning.Demand;
import org.tuguan.plugin.coverage.planning.ExactPlanner;
import org.tuguan.plugin.coverage.planning.GreedyPlanner;
import org.tuguan.plugin.coverage.planning.Progress;
import org.tuguan.plugin.coverage.planning.SitePlan;
import org.tuguan.plugin.coverage.planning.SitePlan.Planner;
import org.tuguan.plugin.coverage.planning.SiteProblem;

/** Finds sites and measures what they come to. Safe for any thread. */
@Component
public class SitePlanning {
  /** Of more candidates than these, those that alone reach most new people are searched. */
  private static final int MOST = 5_000;

  /** Searches for a target, each a little higher than the one before. */
  private static final int ATTEMPTS = 8;

  private static final double TINY = 1e-4;
  private static final int DEMANDS_KEPT = 4;

  private record DemandKey(Census census, double cellM) {}

  private final Cache<DemandKey, Demand> demands =
      Caffeine.newBuilder().maximumSize(DEMANDS_KEPT).build();
  private final Figures figures;
  private final CoverageAnswers answers;
  private final CandidateSource candidates;

  SitePlanning(Figures figures, CoverageAnswers answers, CandidateSource candidates) {
    this.figures = figures;
    this.answers = answers;
    this.candidates = candidates;
  }

  /** The figures of changes that were made by hand. */
  public PlanJson byHand(CoverageQuery query, List<Change> changes) {
    return new PlanJson(
        answers.answer(query, Optional.empty()),
        answers.answer(query, changes, Optional.empty()),
        List.of(),
        null);
  }

  /**
   * The best sites in addition to what is there after the changes.
   *
   * @param catalog what the caller sees, for layers of candidates
   */
  public PlanJson best(
      CoverageQuery query,
      List<Change> changes,
      PlanRequest request,
      Catalog catalog,
      Progress progress) {
    progress.at(0, new LocalText("讀取候選點", "reading candidates"));
    Measured base = figures.measure(query, changes);
    Census census = base.once().spread().census();
    List<Candidate> places =
        candidates.list(request.places(), census, catalog).stream()
            .map(place -> candidate(place, query, request.site()))
            .toList();
    Demand demand = demand(census, request.search().cellM());
    Discs existing = base.footprints().discs();
    SiteProblem problem =
        new SiteProblem(demand, existing, places, request.constraints(), request.target());
    if (places.size() > MOST) {
      List<Candidate> kept = problem.mostGaining(MOST);
      problem = new SiteProblem(demand, existing, kept, request.constraints(), request.target());
    }
    return search(query, changes, request, problem, existing, progress);
  }

  /**
   * Searches until the figure as it is measured meets the target: cells are a little generous, so
   * that a target that is just met in cells is just missed on the ground.
   */
  private PlanJson search(
      CoverageQuery query,
      List<Change> changes,
      PlanRequest request,
      SiteProblem first,
      Discs existing,
      Progress progress) {
    SiteProblem problem = first;
    for (int attempt = 1; ; attempt++) {
      SitePlan plan = plan(problem, request.search(), progress);
      PlanJson found = measured(query, changes, request, problem, plan);
      Double rate = found.after().rate();
      if (request.target().isEmpty()
          || !plan.verdict().feasible()
          || attempt == ATTEMPTS
          || rate == null
          || rate >= request.target().getAsDouble()) {
        return found;
      }
      double more = 2 * (request.target().getAsDouble() - rate) + TINY;
      OptionalDouble raised = OptionalDouble.of(Math.min(1, problem.target().getAsDouble() + more));
      problem =
          new SiteProblem(
              problem.demand(), existing, problem.candidates(), request.constraints(), raised);
    }
  }

  private Demand demand(Census census, double cellM) {
    return demands.get(new DemandKey(census, cellM), key -> Demand.of(census, cellM));
  }

  private static SitePlan plan(SiteProblem problem, PlanRequest.Search search, Progress progress) {
    return search.planner() == Planner.EXACT
        ? new ExactPlanner(problem, search.seed()).plan(search.limit(), progress)
        : new GreedyPlanner(problem, search.seed()).plan(progress);
  }

  private static Candidate candidate(
      CandidateSource.Place place, CoverageQuery query, PlanRequest.Site site) {
    AccessPoint point =
        new AccessPoint(
            place.id(),
            "",
            place.x(),
            place.y(),
            "",
            Radio.of(site.technology()).withRadius(site.radiusM()),
            Lifetime.ALWAYS);
    return new Candidate(place.id(), query.rule().footprint(point).disc(), site.costTwd());
  }

  private PlanJson measured(
      CoverageQuery query,
      List<Change> changes,
      PlanRequest request,
      SiteProblem problem,
      SitePlan plan) {
    List<Change> all = new ArrayList<>(changes);
    List<PlanJson.SiteJson> sites = new ArrayList<>();
    List<Double> gains = problem.gains(plan.chosen());
    for (int i = 0; i < plan.chosen().size(); i++) {
      Candidate chosen = problem.candidates().get(plan.chosen().get(i));
      PlanJson.SiteJson site = site(chosen, request.site(), gains.get(i));
      sites.add(site);
      all.add(added(sites.size(), site, request.site()));
    }
    CoverageJson after = answers.answer(query, all, Optional.empty());
    boolean met =
        request.target().isEmpty()
            || after.rate() != null && after.rate() >= request.target().getAsDouble();
    return new PlanJson(
        answers.answer(query, Optional.empty()),
        after,
        sites,
        search(request, problem, plan, met, notes(query, plan)));
  }

  /** Where it is saved to stand, so that the plan can be measured again to the same end. */
  private static Change added(int number, PlanJson.SiteJson chosen, PlanRequest.Site site) {
    return new Change(
        Change.Op.ADD,
        "plan-" + number + "-" + chosen.id(),
        chosen.x(),
        chosen.y(),
        site.technology(),
        OptionalDouble.of(chosen.radiusM()),
        OptionalDouble.empty());
  }

  private static PlanJson.SiteJson site(Candidate chosen, PlanRequest.Site site, double people) {
    double[] degrees = LonLat.degrees(chosen.disc().x(), chosen.disc().y());
    return new PlanJson.SiteJson(
        chosen.id(),
        degrees[0],
        degrees[1],
        Math.round(chosen.disc().x() * 100) / 100.0,
        Math.round(chosen.disc().y() * 100) / 100.0,
        site.radiusM(),
        site.technology().code(),
        Math.round(people * 10) / 10.0,
        chosen.cost().longValue());
  }

  /**
   * @param met whether the target, if there is one, is met as it is measured
   * @param notes for those who read the plan
   */
  private static PlanJson.SearchJson search(
      PlanRequest request, SiteProblem problem, SitePlan plan, boolean met, List<LocalText> notes) {
    Double bound = plan.bound().isPresent() ? plan.bound().getAsDouble() : null;
    return new PlanJson.SearchJson(
        plan.planner().code(),
        plan.verdict().proven(),
        plan.verdict().feasible() && met,
        plan.verdict().repeatable(),
        plan.before(),
        plan.after(),
        bound,
        bound == null ? null : gap(problem, plan, bound),
        guarantee(request, plan),
        problem.candidates().size(),
        problem.demand().cells().size(),
        request.search().seed(),
        notes);
  }

  private static List<LocalText> notes(CoverageQuery query, SitePlan plan) {
    List<LocalText> notes = new ArrayList<>(plan.notes());
    if (query.sight()) {
      notes.add(
          new LocalText(
              "點位以圓形範圍選出；覆蓋率以視線範圍計算。",
              "Sites were chosen by whole circles; the figures are by line of sight."));
    }
    return notes;
  }

  private static Double gap(SiteProblem problem, SitePlan plan, double bound) {
    double own = problem.target().isPresent() ? plan.chosen().size() : plan.after();
    return own == 0 ? null : Math.max(0, Math.abs(bound - own) / own);
  }

  private static Double guarantee(PlanRequest request, SitePlan plan) {
    boolean plain =
        request.constraints().budget().isEmpty()
            && request.constraints().minDistanceM() == 0
            && request.constraints().districtLeast().isEmpty()
            && request.target().isEmpty();
    return plan.planner() == Planner.GREEDY && plain ? 1 - 1 / Math.E : null;
  }
}
