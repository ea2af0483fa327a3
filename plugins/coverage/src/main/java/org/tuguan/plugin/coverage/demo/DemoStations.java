package org.tuguan.plugin.coverage.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.inventory.Lifetime;
import org.tuguan.plugin.coverage.inventory.Radio;
import org.tuguan.plugin.coverage.inventory.Technology;
import org.tuguan.plugin.coverage.people.Building;

/**
 * Made-up stations: years, powers and states for given hot spots, and base stations on buildings.
 */
final class DemoStations {
  private static final int BASE_STATIONS = 240;
  private static final int FIRST_YEAR = 2011;
  private static final List<Technology> MOBILE =
      List.of(Technology.WIMAX, Technology.MOBILE_3G, Technology.MOBILE_4G, Technology.MOBILE_5G);

  private DemoStations() {}

  /** A hot spot, without its years and state. */
  record Spot(String id, String name, double x, double y, double radiusM) {}

  static List<AccessPoint> hotSpots(List<Spot> spots) {
    List<AccessPoint> points = new ArrayList<>();
    for (Spot spot : spots) {
      SplittableRandom random = new SplittableRandom(spot.id().hashCode() * 31L);
      boolean planned = random.nextInt(20) == 0;
      LocalDate from = LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(15 * 365));
      Radio radio =
          new Radio(
              Technology.WIFI,
              OptionalDouble.of(random.nextInt(3) == 0 ? 5_500 : 2_437),
              OptionalDouble.of(17 + random.nextInt(7)),
              OptionalDouble.of(4 + random.nextInt(5)),
              OptionalDouble.of(spot.radiusM()),
              Optional.empty());
      points.add(
          new AccessPoint(
              "wifi-" + spot.id(),
              spot.name(),
              spot.x(),
              spot.y(),
              random.nextInt(3) == 0 ? "模擬中央機關" : "模擬市政府",
              radio,
              new Lifetime(Optional.of(from), Optional.empty(), !planned)));
    }
    return points;
  }

  /** One station on every so many of the buildings. */
  static List<AccessPoint> baseStations(List<Building> buildings) {
    List<AccessPoint> points = new ArrayList<>();
    for (int i = 0; i < BASE_STATIONS && !buildings.isEmpty(); i++) {
      SplittableRandom random = new SplittableRandom(4_021 + i);
      Building building = buildings.get(random.nextInt(buildings.size()));
      Technology technology = MOBILE.get(i % MOBILE.size());
      Technology.Typical typical = technology.typical();
      Radio radio =
          new Radio(
              technology,
              OptionalDouble.of(typical.bandMhz()),
              OptionalDouble.of(typical.eirpDbm()),
              OptionalDouble.of(typical.heightM()),
              OptionalDouble.of(typical.radiusM()),
              Optional.empty());
      LocalDate from =
          LocalDate.of(FIRST_YEAR + 3 * (i % MOBILE.size()), 1, 1).plusDays(random.nextInt(900));
      points.add(
          new AccessPoint(
              "base-%03d".formatted(i),
              "模擬基地臺 %03d".formatted(i),
              building.x(),
              building.y(),
              "模擬電信 " + (char) ('A' + random.nextInt(3)),
              radio,
              new Lifetime(Optional.of(from), Optional.empty(), true)));
    }
    return points;
  }
}
