package org.tuguan.plugin.coverage.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.plugin.coverage.area.Zone;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.inventory.Technology;
import org.tuguan.plugin.coverage.people.Building;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;
import org.tuguan.plugin.coverage.people.UnitKind;

class DemoTest {
  private static final LocalDate DAY = LocalDate.of(2021, 3, 31);
  private static final int TOTAL = 1_234_567;

  /** Seven villages side by side, a kilometre each. */
  private static List<Unit> villages() {
    List<Unit> villages = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Envelope box = new Envelope(1_000.0 * i, 1_000.0 * (i + 1), 0, 1_000);
      villages.add(
          new Unit(
              "V" + i,
              new Unit.Village("V" + i, "里" + i, "D", "區"),
              0,
              new Zone(new GeometryFactory().toGeometry(box))));
    }
    return villages;
  }

  /** All but the first village are built on, the last densest. */
  private static List<Building> buildings() {
    SplittableRandom random = new SplittableRandom(3);
    List<Building> buildings = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      double x = 1_000 + 6_000 * Math.sqrt(random.nextDouble());
      buildings.add(new Building(x, random.nextDouble(1_000), random.nextDouble(50, 900)));
    }
    return buildings;
  }

  private static List<Integer> people(Census census) {
    return census.units().stream().map(Unit::people).toList();
  }

  @Test
  void peopleAddUpToTheStatedTotal() {
    DemoPeople people = new DemoPeople(villages(), buildings());
    assertThat(people.villages(DAY, TOTAL).people()).isEqualTo(TOTAL);
    assertThat(people.areas(DAY, TOTAL).people()).isEqualTo(TOTAL);
    assertThat(people.villages(DAY, 3).people()).isEqualTo(3);
    assertThat(new DemoPeople(List.of(), List.of()).villages(DAY, TOTAL).units()).isEmpty();
  }

  @Test
  void moreFloorAreaHasMorePeople() {
    List<Integer> people = people(new DemoPeople(villages(), buildings()).villages(DAY, TOTAL));
    assertThat(people.get(0)).isPositive().isLessThan(people.get(3) / 10);
    assertThat(people.get(6)).isGreaterThan(people.get(1));
  }

  @Test
  void statisticalAreasCoverTheirVillagesAndAreMarkedAsMadeUp() {
    Census areas = new DemoPeople(villages(), buildings()).areas(DAY, TOTAL);
    assertThat(areas.kind()).isEqualTo(UnitKind.STATISTICAL_AREA);
    assertThat(areas.synthetic()).isTrue();
    assertThat(areas.units()).hasSize(7 * 25);
    assertThat(areas.units().stream().mapToDouble(unit -> unit.zone().area()).sum())
        .isEqualTo(7_000_000);
    assertThat(areas.units())
        .allSatisfy(unit -> assertThat(unit.id()).startsWith(unit.village().code()));
  }

  @Test
  void theSameGroundGivesTheSamePeopleAndStations() {
    DemoPeople once = new DemoPeople(villages(), buildings());
    DemoPeople again = new DemoPeople(villages(), buildings());
    assertThat(people(once.villages(DAY, TOTAL))).isEqualTo(people(again.villages(DAY, TOTAL)));
    assertThat(people(once.areas(DAY, TOTAL))).isEqualTo(people(again.areas(DAY, TOTAL)));
    assertThat(DemoStations.baseStations(buildings()))
        .isEqualTo(DemoStations.baseStations(buildings()));
    List<DemoStations.Spot> spots = List.of(new DemoStations.Spot("7", "公園", 10, 20, 120));
    assertThat(DemoStations.hotSpots(spots)).isEqualTo(DemoStations.hotSpots(spots));
  }

  @Test
  void stationsAreOfEveryMobileTechnologyAndSayThatTheyAreMadeUp() {
    List<AccessPoint> stations = DemoStations.baseStations(buildings());
    assertThat(stations).hasSize(240);
    assertThat(stations.stream().map(AccessPoint::id).distinct()).hasSize(240);
    assertThat(stations).allSatisfy(station -> assertThat(station.operator()).startsWith("模擬"));
    assertThat(stations.stream().map(station -> station.radio().technology()).distinct())
        .containsExactlyInAnyOrder(
            Technology.WIMAX, Technology.MOBILE_3G, Technology.MOBILE_4G, Technology.MOBILE_5G);
    assertThat(DemoStations.baseStations(List.of())).isEmpty();
  }
}
