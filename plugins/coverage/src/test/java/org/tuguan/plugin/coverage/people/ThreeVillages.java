package org.tuguan.plugin.coverage.people;

import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.plugin.coverage.area.Zone;

/**
 * Three villages in a row, a square kilometre each, x from 0 to 3,000 m: A with 1,000 people and B
 * with 3,000 in district 1, C with nobody in district 2.
 */
final class ThreeVillages {
  static final LocalDate DATE = LocalDate.of(2021, 3, 31);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private ThreeVillages() {}

  static Census census() {
    return new Census(
        DATE,
        UnitKind.VILLAGE,
        false,
        List.of(unit("A", "1", 1_000, 0), unit("B", "1", 3_000, 1_000), unit("C", "2", 0, 2_000)));
  }

  /** The same people in halves: A's west half has 900 of them, B's has 1,000. */
  static Census halves() {
    return new Census(
        DATE,
        UnitKind.STATISTICAL_AREA,
        false,
        List.of(
            half("A1", "A", "1", 900, 0),
            half("A2", "A", "1", 100, 500),
            half("B1", "B", "1", 1_000, 1_000),
            half("B2", "B", "1", 2_000, 1_500),
            half("C1", "C", "2", 0, 2_000)));
  }

  private static Unit unit(String village, String district, int people, double x) {
    return new Unit(village, village(village, district), people, zone(x, x + 1_000));
  }

  private static Unit half(String id, String village, String district, int people, double x) {
    return new Unit(id, village(village, district), people, zone(x, x + 500));
  }

  private static Unit.Village village(String code, String district) {
    return new Unit.Village(code, code + "里", district, district + "區");
  }

  private static Zone zone(double west, double east) {
    return new Zone(GEOMETRIES.toGeometry(new Envelope(west, east, 0, 1_000)));
  }
}
