package org.tuguan.api.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Roads that do not follow the grid: highways through the city, country roads between villages. */
final class TrunkRoads {
  private static final double EMPTY = 2_600;
  private static final double LONGEST = 22_000;

  private final City city;
  private final DensityGrid people;
  private final Noise noise = new Noise(0x40AD);
  private final List<Road> roads = new ArrayList<>();

  TrunkRoads(City city, BentGrid grid, DensityGrid people) {
    this.city = city;
    this.people = people;
    highway(
        "一", 1, 213_800, 2_703_500, 212_600, 2_692_000, 210_700, 2_682_000, 208_300, 2_673_000,
        208_900, 2_664_500, 206_500, 2_655_000);
    highway(
        "二", 2, 205_300, 2_703_000, 203_300, 2_691_000, 202_900, 2_681_500, 203_700, 2_673_800,
        209_500, 2_666_900, 219_000, 2_661_500, 221_000, 2_652_000);
    highway(
        "三", 3, 197_500, 2_684_300, 204_500, 2_685_700, 213_500, 2_687_800, 222_500, 2_688_900,
        231_500, 2_684_600);
    ring();
    countryRoads();
  }

  List<Road> roads() {
    return roads;
  }

  private void highway(String zh, int number, double... points) {
    double[] course = Course.wander(Course.smooth(points), noise, 220, 5_200);
    add("模擬高速公路" + zh + "號", "Simulated Freeway No. " + number, "highway", course);
  }

  private void ring() {
    int count = 14;
    double[] points = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double angle = StrictMath.toRadians(-70 + 20.0 * i);
      points[2 * i] = 217_900 + 5_900 * StrictMath.cos(angle);
      points[2 * i + 1] = 2_671_900 + 6_700 * StrictMath.sin(angle);
    }
    double[] course = Course.wander(Course.smooth(points), noise, 260, 4_200);
    add("模擬環線快速道路", "Simulated Ring Expressway", "highway", course);
  }

  private void add(String zh, String en, String roadClass, double[] xy) {
    for (double[] part : Course.inside(city.outline(), xy)) {
      roads.add(new Road(zh, en, roadClass, part));
    }
  }

  /** Joins neighbours (relative neighbourhood graph) where at least one end is countryside. */
  private void countryRoads() {
    List<Coordinate> places =
        city.villages().stream()
            .map(each -> each.geometry().getInteriorPoint().getCoordinate())
            .toList();
    int number = 0;
    for (int a = 0; a < places.size(); a++) {
      for (int b = a + 1; b < places.size(); b++) {
        if (neighbours(places, a, b)) {
          number++;
          countryRoad(number, places.get(a), places.get(b));
        }
      }
    }
  }

  private boolean neighbours(List<Coordinate> places, int a, int b) {
    Coordinate from = places.get(a);
    Coordinate to = places.get(b);
    double length = from.distance(to);
    if (length > LONGEST || (!rural(from) && !rural(to))) {
      return false;
    }
    return places.stream()
        .noneMatch(each -> each.distance(from) < length && each.distance(to) < length);
  }

  private boolean rural(Coordinate place) {
    return people.density(place.x, place.y) < EMPTY;
  }

  private void countryRoad(int number, Coordinate from, Coordinate to) {
    double length = from.distance(to);
    double[] straight = Course.smooth(from.x, from.y, to.x, to.y);
    double[] course = Course.wander(straight, noise, Math.min(1_500, length * 0.16), length * 0.35);
    String zh = "模擬鄉道" + StreetNames.number(number) + "線";
    String en = "Simulated Country Road " + number;
    add(zh, en, length > 4_000 ? "arterial" : "collector", course);
  }
}
