package org.tuguan.plugin.coverage.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ModelsTest {
  private static final Link WIFI = new Link(2_437, 6, 1.5);
  private static final Link CELL = new Link(1_900, 30, 1.5);

  private static void check(PropagationModel model, Link link, double... distanceAndLoss) {
    for (int i = 0; i < distanceAndLoss.length; i += 2) {
      assertThat(model.lossDb(link, distanceAndLoss[i]))
          .as("%s at %s m", model.id(), distanceAndLoss[i])
          .isCloseTo(distanceAndLoss[i + 1], within(0.01));
    }
  }

  @Test
  void freeSpace() {
    check(new FreeSpace(), WIFI, 50, 74.16, 100, 80.18, 150, 83.70);
  }

  @Test
  void lineOfSightBelowRoofs() {
    check(SiteGeneral.LINE_OF_SIGHT, WIFI, 50, 73.38, 100, 79.76, 150, 83.50);
  }

  @Test
  void betweenHighBuildings() {
    check(SiteGeneral.STREETS_HIGH_RISE, WIFI, 50, 87.29, 100, 99.33, 150, 106.37);
  }

  @Test
  void cost231Hata() {
    check(Cost231Hata.METROPOLIS, CELL, 1_000, 139.99, 2_000, 150.60, 3_000, 156.80);
    check(Cost231Hata.MEDIUM_CITY, CELL, 1_000, 136.99, 2_000, 147.60, 3_000, 153.80);
  }

  @Test
  void cost231HataReachesAKilometreWith140Decibels() {
    LinkBudget budget = new LinkBudget(43, 0, -97, 0);
    assertThat(budget.allowedLossDb()).isEqualTo(140);
    assertThat(budget.reach(Cost231Hata.METROPOLIS, CELL).metres()).isCloseTo(1_000, within(5.0));
    assertThat(budget.reach(Cost231Hata.MEDIUM_CITY, CELL).metres()).isCloseTo(1_220, within(5.0));
    assertThat(budget.reach(Cost231Hata.METROPOLIS, CELL).warnings()).isEmpty();
  }

  @Test
  void theStreetLosesTwentyDecibelsADecadeThenForty() {
    StreetCanyon street = new StreetCanyon();
    double breakPoint = 4 * 6 * 1.5 / WIFI.wavelengthM();
    assertThat(breakPoint).isCloseTo(292.6, within(0.1));
    double there = street.lossDb(WIFI, breakPoint);
    assertThat(there - street.lossDb(WIFI, breakPoint / 10)).isCloseTo(20, within(1e-9));
    assertThat(street.lossDb(WIFI, breakPoint * 10) - there).isCloseTo(40, within(1e-9));
    assertThat(street.lossDb(WIFI, 100)).isCloseTo(new FreeSpace().lossDb(WIFI, 100), within(0.02));
  }

  @Test
  void lossGrowsWithDistanceInEveryModel() {
    for (PropagationModel model : Models.list()) {
      double last = -1_000;
      for (double distance = 1; distance < 20_000; distance *= 1.5) {
        assertThat(model.lossDb(WIFI, distance)).as(model.id()).isGreaterThan(last);
        last = model.lossDb(WIFI, distance);
      }
    }
  }

  @Test
  void aModelOutsideItsRangeWarns() {
    assertThat(Cost231Hata.MEDIUM_CITY.warnings(WIFI, 100))
        .extracting(warning -> warning.en())
        .anyMatch(text -> text.contains("frequency 2437 MHz"))
        .anyMatch(text -> text.contains("base antenna height 6 m"))
        .anyMatch(text -> text.contains("distance 100 m"));
    assertThat(SiteGeneral.STREETS_LOW_RISE.warnings(WIFI, 100)).hasSize(1);
    assertThat(SiteGeneral.LINE_OF_SIGHT.warnings(WIFI, 661)).hasSize(1);
    assertThat(SiteGeneral.LINE_OF_SIGHT.warnings(WIFI, 660)).isEmpty();
    assertThat(SiteGeneral.ROOFS.warnings(WIFI, 100)).hasSize(1);
  }

  @Test
  void reachIsWhereTheLossIsJustAllowed() {
    LinkBudget budget = new LinkBudget(20, 0, -70, 10);
    Distance reach = budget.reach(SiteGeneral.LINE_OF_SIGHT, WIFI);
    assertThat(SiteGeneral.LINE_OF_SIGHT.lossDb(WIFI, reach.metres())).isCloseTo(80, within(1e-3));
    assertThat(budget.atLeast(-60).reach(SiteGeneral.LINE_OF_SIGHT, WIFI).metres())
        .isLessThan(reach.metres());
  }

  @Test
  void aLinkWithoutFrequencyOrHeightIsNone() {
    assertThatThrownBy(() -> new Link(0, 6, 1.5)).hasMessageContaining("frequency_mhz");
    assertThatThrownBy(() -> new Link(2_437, -1, 1.5)).hasMessageContaining("base_height_m");
  }
}
