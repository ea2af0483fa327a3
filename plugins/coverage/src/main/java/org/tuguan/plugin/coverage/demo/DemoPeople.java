package org.tuguan.plugin.coverage.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.plugin.coverage.area.Zone;
import org.tuguan.plugin.coverage.people.Building;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;
import org.tuguan.plugin.coverage.people.UnitKind;

/**
 * Made-up residents: the city's total of a year, shared out to villages by floor area, with chance;
 * statistical areas are squares of a village with people by the floor area on them.
 */
final class DemoPeople {
  private static final double BARE_GROUND = 0.002;
  private static final int SQUARES_A_SIDE = 5;
  private static final double SMALLEST_PART = 0.02;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /**
   * Areas without people, and how many people each has beside the others.
   *
   * @param sums of the weights up to each of the units
   */
  private record Weighted(List<Unit> units, double[] sums) {}

  private final List<Building> buildings;
  private final Weighted villages;

  /**
   * @param villages without people
   */
  DemoPeople(List<Unit> villages, List<Building> buildings) {
    this.buildings = buildings;
    this.villages = weighted(villages);
  }

  Census villages(LocalDate date, int total) {
    return shared(date, UnitKind.VILLAGE, villages, total);
  }

  Census areas(LocalDate date, int total) {
    List<Unit> areas = new ArrayList<>();
    for (Unit village : villages.units()) {
      areas.addAll(squares(village));
    }
    return shared(date, UnitKind.STATISTICAL_AREA, weighted(areas), total);
  }

  private Weighted weighted(List<Unit> units) {
    double[] weights = new double[units.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = BARE_GROUND * units.get(i).zone().area();
    }
    Census ground = new Census(LocalDate.EPOCH, UnitKind.VILLAGE, true, units);
    for (Building building : buildings) {
      int unit = ground.unitAt(building.x(), building.y());
      if (unit >= 0) {
        weights[unit] += building.floorArea();
      }
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * chance(units.get(i).id());
      weights[i] = sum;
    }
    return new Weighted(units, weights);
  }

  /** Each unit gets what the rounded sum grows by, so that the whole is the total. */
  private static Census shared(LocalDate date, UnitKind kind, Weighted ground, int total) {
    List<Unit> peopled = new ArrayList<>();
    double all = ground.units().isEmpty() ? 1 : ground.sums()[ground.sums().length - 1];
    long before = 0;
    for (int i = 0; i < ground.sums().length; i++) {
      Unit unit = ground.units().get(i);
      long until = Math.round(total * (ground.sums()[i] / all));
      peopled.add(new Unit(unit.id(), unit.village(), (int) (until - before), unit.zone()));
      before = until;
    }
    return new Census(date, kind, true, peopled);
  }

  /** 0.7 to 1.3, the same for a unit every time. */
  private static double chance(String id) {
    return 0.7 + 0.6 * new SplittableRandom(id.hashCode()).nextDouble();
  }

  private static List<Unit> squares(Unit village) {
    Geometry ground = village.zone().geometry();
    Envelope box = ground.getEnvelopeInternal();
    double width = box.getWidth() / SQUARES_A_SIDE;
    double height = box.getHeight() / SQUARES_A_SIDE;
    List<Unit> squares = new ArrayList<>();
    for (int i = 0; i < SQUARES_A_SIDE * SQUARES_A_SIDE; i++) {
      double x = box.getMinX() + i % SQUARES_A_SIDE * width;
      double y = box.getMinY() + Math.floorDiv(i, SQUARES_A_SIDE) * height;
      Geometry square = GEOMETRIES.toGeometry(new Envelope(x, x + width, y, y + height));
      Geometry part = areaOnly(ground.intersection(square));
      if (part.getArea() > SMALLEST_PART * width * height) {
        String id = "%s-%02d".formatted(village.id(), i);
        squares.add(new Unit(id, village.village(), 0, new Zone(part)));
      }
    }
    return squares;
  }

  private static Geometry areaOnly(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon) {
        polygons.add(polygon);
      }
    }
    return GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }
}
