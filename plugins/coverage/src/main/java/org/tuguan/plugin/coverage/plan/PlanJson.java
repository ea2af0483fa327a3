package org.tuguan.plugin.coverage.plan;

import java.util.List;
import org.tuguan.core.LocalText;
import org.tuguan.plugin.coverage.figure.CoverageJson;

/**
 * What a plan comes to.
 *
 * @param before the figure without it
 * @param after the figure with it, by the same method
 * @param sites those that a planner chose, in its order; empty for changes by hand
 * @param search how they were found; null for changes by hand
 */
public record PlanJson(
    CoverageJson before, CoverageJson after, List<SiteJson> sites, SearchJson search) {
  /**
   * A site to build.
   *
   * @param id of the candidate
   * @param x easting in EPSG:3826
   * @param people whom it adds to those before it, in cells
   */
  public record SiteJson(
      String id,
      double lon,
      double lat,
      double x,
      double y,
      double radiusM,
      String technology,
      double people,
      long costTwd) {}

  /**
   * How sites were found. People are counted in cells here, which are reached or not as a whole;
   * the figures of the plan are measured.
   *
   * @param bound no plan reaches more people, or with a target needs fewer sites; null if unknown
   * @param gap how far the plan is from the bound at most, as a part of the plan; null if unknown
   * @param guarantee 1 − 1/e where greedy choice is proven to be as good as that, else null
   */
  public record SearchJson(
      String solver,
      boolean proven,
      boolean feasible,
      boolean repeatable,
      double reachedBefore,
      double reachedAfter,
      Double bound,
      Double gap,
      Double guarantee,
      int candidates,
      int cells,
      long seed,
      List<LocalText> notes) {}
}
