package org.tuguan.plugin.coverage.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tuguan.core.RequestException;
import org.tuguan.plugin.coverage.figure.Asked;
import org.tuguan.plugin.coverage.inventory.Technology;
import org.tuguan.plugin.coverage.planning.Constraints;
import org.tuguan.plugin.coverage.planning.SitePlan.Planner;

/**
 * What sites are to be found.
 *
 * @param target part of all people to be reached with fewest sites; empty to reach most
 * @param search how the search goes
 * @param site what would be built
 * @param places where it could be built
 */
public record PlanRequest(
    Constraints constraints, OptionalDouble target, Search search, Site site, Places places) {
  private static final int MOST_SITES = 500;
  private static final long LONGEST_SECONDS = 600;

  /**
   * @param seed decides between equals
   * @param cellM metres between the points that stand for people; 0 for one a unit
   */
  public record Search(Planner planner, Duration limit, long seed, double cellM) {}

  /**
   * @param radiusM unless the rule of the figure gives another
   * @param costTwd NT$ for one
   */
  public record Site(Technology technology, double radiusM, BigDecimal costTwd) {}

  /** Where candidates come from. */
  public enum Origin {
    /** A square grid where people live. */
    GRID("grid"),
    /** The features of a layer, each by its middle. */
    LAYER("layer"),
    /** Where lines of a layer begin, end and meet. */
    ROADS("roads");

    private final String code;

    Origin(String code) {
      this.code = code;
    }
  }

  /**
   * @param layer name, for the origins that need one
   * @param area code or name of a district; empty for the city
   */
  public record Places(
      Origin origin, Optional<String> layer, double spacingM, Optional<String> area) {}

  /**
   * Reads {@code sites, target, budget_twd, cost_twd, min_distance_m, district_least, solver,
   * time_limit_s, seed, cell_m, site_radius_m, technology, candidates, layer, spacing_m, area}.
   */
  public static PlanRequest parse(Map<String, String> values) {
    Asked asked = new Asked(values);
    OptionalDouble target = asked.number("target", 0, 1);
    int sites = asked.whole("sites", 1, MOST_SITES).orElse(target.isPresent() ? MOST_SITES : 10);
    Constraints constraints =
        new Constraints(
            sites,
            money(asked, "budget_twd"),
            asked.number("min_distance_m", 0, 100_000).orElse(0),
            asked.number("district_least", 0, 1));
    return new PlanRequest(constraints, target, search(asked), site(asked), places(asked));
  }

  private static Optional<BigDecimal> money(Asked asked, String name) {
    OptionalDouble value = asked.number(name, 0, 1e12);
    return value.isPresent()
        ? Optional.of(new BigDecimal(asked.text(name).orElseThrow()))
        : Optional.empty();
  }

  private static Search search(Asked asked) {
    Planner planner =
        asked.oneOf("solver", List.of("greedy", "exact")).filter("exact"::equals).isPresent()
            ? Planner.EXACT
            : Planner.GREEDY;
    return new Search(
        planner,
        Duration.ofSeconds(asked.whole("time_limit_s", 1, (int) LONGEST_SECONDS).orElse(30)),
        asked.whole("seed", 0, 1_000_000_000).orElse(1),
        asked.number("cell_m", 0, 5_000).orElse(50));
  }

  private static Site site(Asked asked) {
    Technology technology =
        asked
            .oneOf("technology", Technology.listCodes())
            .flatMap(Technology::find)
            .orElse(Technology.WIFI);
    return new Site(
        technology,
        asked.number("site_radius_m", 1, 50_000).orElse(technology.typical().radiusM()),
        money(asked, "cost_twd").orElse(BigDecimal.ZERO));
  }

  private static Places places(Asked asked) {
    String code = asked.oneOf("candidates", List.of("grid", "layer", "roads")).orElse("grid");
    Origin origin =
        List.of(Origin.values()).stream()
            .filter(one -> one.code.equals(code))
            .findFirst()
            .orElseThrow();
    Optional<String> layer = asked.text("layer");
    if (origin != Origin.GRID && layer.isEmpty()) {
      throw RequestException.missing("layer");
    }
    return new Places(
        origin, layer, asked.number("spacing_m", 20, 10_000).orElse(200), asked.text("area"));
  }
}
