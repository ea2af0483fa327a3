package org.tuguan.plugin.coverage.figure;

import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.tuguan.core.LocalText;
import org.tuguan.plugin.coverage.LonLat;
import org.tuguan.plugin.coverage.people.Figure;

/**
 * A figure as it is answered: both numbers, the rate as a fraction of 1, and what it rests on. Null
 * stands for "no value": nobody lives there, or there is nothing that could reach anybody.
 *
 * @param area what the figure is of: a city, district or village
 * @param censusDate the day for which people were counted
 * @param inventoryDate the day whose stations count
 * @param inventoryVersion changes with any station that counts
 * @param points stations that count; several at one place with one radius reach the ground once
 * @param segments 0 where circles were measured as such
 * @param footprint circle or sight
 * @param obstacles the layers that lines of sight were looked over; none for circles
 * @param target part of all people that the city wants to reach
 * @param twice people whom two or more stations reach
 * @param range the same by every method that has data
 */
public record CoverageJson(
    Double covered,
    double total,
    Double rate,
    String method,
    LocalDate censusDate,
    LocalDate inventoryDate,
    String inventoryVersion,
    List<String> technologies,
    int points,
    int segments,
    String footprint,
    List<Obstacles> obstacles,
    AreaJson area,
    LocalText methodTitle,
    LocalText explanation,
    double target,
    Pair twice,
    List<ByMethod> range,
    List<AreaJson> districts,
    List<Warning> warnings,
    boolean synthetic) {
  private static final double THOUSANDTH = 1_000;

  /** Figures in plans that were saved before there were lines of sight are of circles. */
  public CoverageJson {
    footprint = footprint == null ? "circle" : footprint;
    obstacles = obstacles == null ? List.of() : List.copyOf(obstacles);
  }

  /** People, and the part of all people that they are. */
  public record Pair(Double covered, Double rate) {
    static Pair of(Figure figure) {
      return new Pair(CoverageJson.rounded(figure), CoverageJson.rate(figure));
    }
  }

  /** The figure by one method. */
  public record ByMethod(
      String method,
      LocalText title,
      LocalDate censusDate,
      Double covered,
      double total,
      Double rate) {}

  /**
   * The figure of one area.
   *
   * @param level city, district or village
   * @param code empty for the city
   * @param bounds west, south, east, north in degrees; null for the city
   */
  public record AreaJson(
      String level,
      String code,
      String name,
      Double covered,
      double total,
      Double rate,
      double[] bounds) {
    static AreaJson of(String level, Named named, Figure figure) {
      return new AreaJson(
          level,
          named.code(),
          named.name(),
          CoverageJson.rounded(figure),
          figure.total(),
          CoverageJson.rate(figure),
          named.box().isNull() ? null : bounds(named.box()));
    }

    private static double[] bounds(Envelope box) {
      double[] southWest = LonLat.degrees(box.getMinX(), box.getMinY());
      double[] northEast = LonLat.degrees(box.getMaxX(), box.getMaxY());
      return new double[] {southWest[0], southWest[1], northEast[0], northEast[1]};
    }
  }

  /** An area and where it is, in EPSG:3826. */
  record Named(String code, String name, Envelope box) {}

  /**
   * What was assumed or is outside a model's range.
   *
   * @param points for how many stations
   */
  public record Warning(LocalText text, int points) {}

  static Double rate(Figure figure) {
    return figure.rate().isPresent() ? figure.rate().getAsDouble() : null;
  }

  /** To a thousandth of a person. */
  static Double rounded(Figure figure) {
    return figure.covered().isPresent()
        ? Math.round(figure.covered().getAsDouble() * THOUSANDTH) / THOUSANDTH
        : null;
  }
}
