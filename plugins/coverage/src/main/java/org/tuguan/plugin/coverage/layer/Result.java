package org.tuguan.plugin.coverage.layer;

import java.util.List;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.plugin.coverage.figure.CoverageJson;
import org.tuguan.plugin.coverage.figure.Measured;

/**
 * What is to be shown as a layer.
 *
 * @param name of the layer
 * @param plan and its version; empty for what a process found
 * @param before the ground without the plan; the same as {@code after} if there is none
 * @param after the ground with it
 * @param figure what {@code after} comes to
 * @param sites what is to be built, in this order
 */
public record Result(
    String name,
    LocalText title,
    Optional<PlanVersion> plan,
    Measured before,
    Measured after,
    CoverageJson figure,
    List<Site> sites) {
  /** Which version of which plan. */
  public record PlanVersion(String id, int version) {}

  /**
   * A station to build.
   *
   * @param x easting in EPSG:3826
   * @param people whom it adds to those before it, and null if nobody counted them
   * @param costTwd null if unknown
   */
  public record Site(
      String id,
      double x,
      double y,
      String technology,
      Double radiusM,
      Double people,
      Long costTwd) {}

  public Result {
    sites = List.copyOf(sites);
  }
}
