package org.tuguan.plugin.coverage.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.plugin.coverage.figure.Change;
import org.tuguan.plugin.coverage.figure.CoverageQuery;
import org.tuguan.plugin.coverage.figure.Figures;
import org.tuguan.plugin.coverage.figure.Ground;
import org.tuguan.plugin.coverage.figure.Measured;
import org.tuguan.plugin.coverage.figure.Obstacles;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.inventory.Radio;
import org.tuguan.plugin.coverage.inventory.Technology;
import org.tuguan.plugin.coverage.layer.Result;
import org.tuguan.plugin.coverage.store.JdbcPlans;
import tools.jackson.databind.json.JsonMapper;

/** The ground of a saved plan: with the stations of its day as they are known now. */
@Component
public class PlanGround {
  private final Figures figures;
  private final JsonMapper json;

  PlanGround(Figures figures, JsonMapper json) {
    this.figures = figures;
    this.json = json;
  }

  /**
   * A plan measured again.
   *
   * @param same whether the stations are still those of the saved figure, and so is what stands in
   *     the way of them and of the plan's own
   */
  public record Again(Measured before, Measured after, PlanJson saved, boolean same) {}

  public Again measure(JdbcPlans.Saved plan) {
    PlanBody body = json.treeToValue(plan.request(), PlanBody.class);
    PlanJson saved = json.treeToValue(plan.result(), PlanJson.class);
    CoverageQuery query = query(body, saved);
    Measured before = figures.measure(query);
    List<Change> changes = new ArrayList<>(body.changeList());
    changes.addAll(built(saved.sites()));
    Measured after = figures.measure(query, changes);
    boolean same =
        before.inventory().version().equals(saved.before().inventoryVersion())
            && Obstacles.same(before.obstacles(), saved.before().obstacles())
            && Obstacles.same(after.obstacles(), saved.after().obstacles());
    return new Again(before, after, saved, same);
  }

  /** The ground before the plan, of which nothing is measured yet: for rights. */
  public Ground ground(JdbcPlans.Saved plan) {
    PlanBody body = json.treeToValue(plan.request(), PlanBody.class);
    return figures.ground(query(body, json.treeToValue(plan.result(), PlanJson.class)));
  }

  private static CoverageQuery query(PlanBody body, PlanJson saved) {
    LocalDate day = saved.before().inventoryDate();
    Map<String, String> parameters = new LinkedHashMap<>(body.parameterMap());
    parameters.put("date", day.toString());
    return CoverageQuery.parse(parameters, day);
  }

  private static List<Change> built(List<PlanJson.SiteJson> sites) {
    List<Change> changes = new ArrayList<>();
    for (PlanJson.SiteJson site : sites) {
      changes.add(
          new Change(
              Change.Op.ADD,
              "plan-%d-%s".formatted(changes.size() + 1, site.id()),
              site.x(),
              site.y(),
              Technology.find(site.technology()).orElse(Technology.WIFI),
              OptionalDouble.of(site.radiusM()),
              OptionalDouble.empty()));
    }
    return changes;
  }

  /** What a layer shows of it. */
  public Result result(JdbcPlans.Saved plan, Again again) {
    PlanBody body = json.treeToValue(plan.request(), PlanBody.class);
    List<Result.Site> sites = new ArrayList<>(byHand(body.changeList(), again));
    again.saved().sites().forEach(site -> sites.add(found(site)));
    return new Result(
        "coverage-plan-%s-v%d".formatted(plan.id().toLowerCase(Locale.ROOT), plan.version()),
        new LocalText(
            "方案「%s」第 %d 版".formatted(plan.title(), plan.version()),
            "Plan \"%s\", version %d".formatted(plan.title(), plan.version())),
        Optional.of(new Result.PlanVersion(plan.id(), plan.version())),
        again.before(),
        again.after(),
        again.saved().after(),
        sites);
  }

  /** What stands after the changes where it did not before, in the order of the changes. */
  private static List<Result.Site> byHand(List<Change> changes, Again again) {
    List<String> ids = changes.stream().map(Change::id).distinct().toList();
    Set<Place> before =
        again.before().inventory().points().stream().map(Place::of).collect(Collectors.toSet());
    return again.after().inventory().points().stream()
        .filter(point -> ids.contains(point.id()) && !before.contains(Place.of(point)))
        .sorted(Comparator.comparingInt(point -> ids.indexOf(point.id())))
        .map(PlanGround::byHand)
        .toList();
  }

  /** Which station, and where it is. */
  private record Place(String id, double x, double y) {
    static Place of(AccessPoint point) {
      return new Place(point.id(), point.x(), point.y());
    }
  }

  private static Result.Site byHand(AccessPoint point) {
    Radio radio = point.radio();
    return new Result.Site(
        point.id(),
        point.x(),
        point.y(),
        radio.technology().code(),
        radio.radiusM().isPresent() ? radio.radiusM().getAsDouble() : null,
        null,
        null);
  }

  private static Result.Site found(PlanJson.SiteJson site) {
    return new Result.Site(
        site.id(),
        site.x(),
        site.y(),
        site.technology(),
        site.radiusM(),
        site.people(),
        site.costTwd());
  }
}
