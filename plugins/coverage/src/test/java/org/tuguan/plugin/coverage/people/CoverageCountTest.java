package org.tuguan.plugin.coverage.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tuguan.plugin.coverage.area.Disc;
import org.tuguan.plugin.coverage.area.DiscReach;
import org.tuguan.plugin.coverage.area.Discs;
import org.tuguan.plugin.coverage.area.OutlineReach;
import org.tuguan.plugin.coverage.area.Outlines;

class CoverageCountTest {
  private static final Disc IN_A = new Disc(250, 500, 100);
  private static final Disc ON_THE_BORDER = new Disc(1_000, 500, 200);

  private static DiscReach reach(Disc... discs) {
    return new DiscReach(new Discs(List.of(discs)), 1);
  }

  private static CoverageCount areal(Disc... discs) {
    return CoverageCount.of(new ArealSpread(ThreeVillages.census()), reach(discs));
  }

  @Test
  void byAreaOfVillages() {
    CoverageCount count = areal(IN_A, ON_THE_BORDER);
    double inA = 1_000 * (Math.PI * 10_000 + Math.PI * 20_000) / 1e6;
    double inB = 3_000 * Math.PI * 20_000 / 1e6;
    Figure city = count.city();
    assertThat(city.total()).isEqualTo(4_000);
    assertThat(city.covered().orElseThrow()).isCloseTo(inA + inB, within(1e-6));
    assertThat(city.rate().orElseThrow()).isCloseTo((inA + inB) / 4_000, within(1e-9));
    assertThat(count.villages().get("A").covered().orElseThrow()).isCloseTo(inA, within(1e-6));
    assertThat(count.districts().get("1").covered().orElseThrow())
        .isCloseTo(inA + inB, within(1e-6));
    assertThat(count.spread().method()).isEqualTo(Method.AREAL);
  }

  @Test
  void byAreaOfStatisticalAreas() {
    CoverageCount count =
        CoverageCount.of(new ArealSpread(ThreeVillages.halves()), reach(IN_A, ON_THE_BORDER));
    double people =
        (900 * Math.PI * 10_000 + 100 * Math.PI * 20_000 + 1_000 * Math.PI * 20_000) / 5e5;
    assertThat(count.city().covered().orElseThrow()).isCloseTo(people, within(1e-6));
    assertThat(count.spread().method()).isEqualTo(Method.STATISTICAL);
    assertThat(count.villages()).hasSize(3);
  }

  @Test
  void byBuildings() {
    BuildingSpread spread =
        new BuildingSpread(
            ThreeVillages.census(),
            List.of(
                new Building(250, 500, 300),
                new Building(800, 500, 100),
                new Building(600, 900, 400),
                new Building(1_500, 500, 50)));
    CoverageCount count = CoverageCount.of(spread, reach(IN_A, ON_THE_BORDER));
    assertThat(count.villages().get("A").covered().orElseThrow()).isCloseTo(500, within(1e-9));
    assertThat(count.villages().get("B").covered().orElseThrow()).isZero();
    assertThat(spread.peopleWithoutBuildings()).isZero();
  }

  @Test
  void aVillageWithoutBuildingsCountsByArea() {
    BuildingSpread spread =
        new BuildingSpread(ThreeVillages.census(), List.of(new Building(250, 500, 300)));
    CoverageCount count = CoverageCount.of(spread, reach(ON_THE_BORDER));
    assertThat(count.villages().get("B").covered().orElseThrow())
        .isCloseTo(3_000 * Math.PI * 20_000 / 1e6, within(1e-6));
    assertThat(spread.peopleWithoutBuildings()).isEqualTo(3_000);
  }

  @Test
  void aBuildingOnABorderBelongsToOneVillage() {
    Census census = ThreeVillages.census();
    assertThat(census.unitAt(1_000, 500)).isIn(0, 1);
    assertThat(census.unitAt(3_000, 500)).isEqualTo(2);
    assertThat(census.unitAt(3_001, 500)).isEqualTo(-1);
  }

  @Test
  void twoPointsAtOnePlaceAreOne() {
    assertThat(areal(IN_A, new Disc(250, 500, 100)).city()).isEqualTo(areal(IN_A).city());
  }

  @Test
  void whereNobodyLivesThereIsNoRate() {
    Figure empty = areal(new Disc(2_500, 500, 100)).districts().get("2");
    assertThat(empty.total()).isZero();
    assertThat(empty.rate()).isEmpty();
  }

  @Test
  void withoutPointsThereIsNoValue() {
    Figure city = areal().city();
    assertThat(city.covered()).isEmpty();
    assertThat(city.rate()).isEmpty();
    assertThat(city.total()).isEqualTo(4_000);
  }

  @Test
  void withoutACensusThereIsNoValue() {
    Census nobody = new Census(ThreeVillages.DATE, UnitKind.VILLAGE, false, List.of());
    Figure city = CoverageCount.of(new ArealSpread(nobody), reach(IN_A)).city();
    assertThat(city.total()).isZero();
    assertThat(city.rate()).isEmpty();
  }

  @Test
  void whatTwoReachIsCountedApart() {
    Discs discs = new Discs(List.of(new Disc(450, 500, 100), new Disc(550, 500, 100)));
    double lens = 2 * 10_000 * Math.acos(0.5) - 0.5 * 100 * Math.sqrt(30_000);
    CoverageCount twice =
        CoverageCount.of(new ArealSpread(ThreeVillages.census()), new DiscReach(discs, 2));
    assertThat(twice.city().covered().orElseThrow()).isCloseTo(1_000 * lens / 1e6, within(1e-6));
  }

  @Test
  void aChangeGivesWhatAWholeCountGives() {
    SplittableRandom random = new SplittableRandom(3);
    List<Disc> discs = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      discs.add(new Disc(random.nextDouble(3_000), random.nextDouble(1_000), 80));
    }
    ArealSpread spread = new ArealSpread(ThreeVillages.halves());
    CoverageCount before = CoverageCount.of(spread, new DiscReach(new Discs(discs), 1));
    Disc gone = discs.remove(4);
    Disc come = new Disc(1_700, 300, 150);
    discs.add(come);
    DiscReach after = new DiscReach(new Discs(discs), 1);
    assertThat(before.with(after, List.of(gone.bounds(), come.bounds())).city())
        .isEqualTo(CoverageCount.of(spread, after).city());
  }

  @Test
  void circlesAsPolygonsComeCloseToCircles() {
    Discs discs = new Discs(List.of(IN_A, ON_THE_BORDER));
    CoverageCount polygons =
        CoverageCount.of(
            new ArealSpread(ThreeVillages.census()),
            OutlineReach.upTo(1, Outlines.of(discs, 32)).get(0));
    double exact = areal(IN_A, ON_THE_BORDER).city().covered().orElseThrow();
    assertThat(polygons.city().covered().orElseThrow())
        .isCloseTo(exact * (1 - Outlines.shortfall(32)), within(1e-6));
  }
}
