package org.tuguan.plugin.coverage.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tuguan.plugin.coverage.radio.Cost231Hata;
import org.tuguan.plugin.coverage.radio.SiteGeneral;

class InventoryTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private static AccessPoint point(String id, Lifetime lifetime) {
    return new AccessPoint(id, "", 217_000, 2_671_000, "A", Radio.of(Technology.WIFI), lifetime);
  }

  private static Lifetime from(LocalDate from, LocalDate until, boolean built) {
    return new Lifetime(Optional.ofNullable(from), Optional.ofNullable(until), built);
  }

  private static Selection selection(boolean planned) {
    return new Selection(DAY, EnumSet.of(Technology.WIFI), Optional.empty(), planned);
  }

  @Test
  void countsWhatServedOnTheDay() {
    List<AccessPoint> all =
        List.of(
            point("always", Lifetime.ALWAYS),
            point("from that day", from(DAY, null, true)),
            point("from the next", from(DAY.plusDays(1), null, true)),
            point("until that day", from(null, DAY, true)),
            point("planned", from(null, null, false)));
    assertThat(Inventory.of(selection(false), all).points())
        .extracting(AccessPoint::id)
        .containsExactly("always", "from that day");
    assertThat(Inventory.of(selection(true), all).points())
        .extracting(AccessPoint::id)
        .contains("planned");
  }

  @Test
  void countsOnlyTheTechnologiesAsked() {
    Selection mobile = new Selection(DAY, Set.of(Technology.MOBILE_4G), Optional.empty(), false);
    assertThat(Inventory.of(mobile, List.of(point("a", Lifetime.ALWAYS))).points()).isEmpty();
    assertThat(
            new Selection(
                    DAY, Set.of(Technology.MOBILE_4G, Technology.WIFI), Optional.empty(), false)
                .technologyCodes())
        .isEqualTo("wifi,4g");
  }

  @Test
  void theVersionChangesWithAnythingOfAnyPointAndNotWithTheirOrder() {
    AccessPoint a = point("a", Lifetime.ALWAYS);
    AccessPoint b = point("b", Lifetime.ALWAYS);
    String version = new Inventory(DAY, List.of(a, b)).version();
    assertThat(version).hasSize(12).isEqualTo(new Inventory(DAY, List.of(b, a)).version());
    assertThat(new Inventory(DAY, List.of(a, b.movedTo(1, 2))).version()).isNotEqualTo(version);
    assertThat(new Inventory(DAY, List.of(a, b.with(b.radio().withEirp(23)))).version())
        .isNotEqualTo(version);
  }

  @Test
  void oneRadiusForAllComesFirstThenOneModelThenWhatThePointSays() {
    AccessPoint stated = point("a", Lifetime.ALWAYS).with(Radio.of(Technology.WIFI).withRadius(70));
    assertThat(FootprintRule.radius(100).footprint(stated).disc().radius()).isEqualTo(100);
    assertThat(FootprintRule.STATED.footprint(stated).disc().radius()).isEqualTo(70);
    FootprintRule model =
        new FootprintRule(
            OptionalDouble.empty(),
            Optional.of(SiteGeneral.LINE_OF_SIGHT),
            FootprintRule.Receiver.TELEPHONE);
    assertThat(model.footprint(stated).disc().radius()).isNotEqualTo(70);
  }

  @Test
  void whatIsAssumedIsSaidWithTheNumberOfPoints() {
    Inventory inventory =
        new Inventory(DAY, List.of(point("a", Lifetime.ALWAYS), point("b", Lifetime.ALWAYS)));
    Footprints assumed = Footprints.of(inventory, FootprintRule.STATED);
    assertThat(assumed.warnings()).hasSize(1).containsValue(2);
    assertThat(assumed.discs().size()).isEqualTo(1);
    assertThat(Footprints.of(inventory, FootprintRule.radius(100)).warnings()).isEmpty();
  }

  @Test
  void hataForWifiWarns() {
    FootprintRule hata =
        new FootprintRule(
            OptionalDouble.empty(),
            Optional.of(Cost231Hata.MEDIUM_CITY),
            FootprintRule.Receiver.TELEPHONE);
    assertThat(hata.footprint(point("a", Lifetime.ALWAYS)).warnings())
        .anyMatch(warning -> warning.en().contains("outside its range"));
  }

  @Test
  void morePowerReachesFarther() {
    AccessPoint point = point("a", Lifetime.ALWAYS);
    FootprintRule model =
        new FootprintRule(
            OptionalDouble.empty(),
            Optional.of(SiteGeneral.LINE_OF_SIGHT),
            FootprintRule.Receiver.TELEPHONE);
    double weak = model.footprint(point.with(point.radio().withEirp(17))).disc().radius();
    double strong = model.footprint(point.with(point.radio().withEirp(23))).disc().radius();
    assertThat(strong / weak).isCloseTo(Math.pow(10, 6 / 21.2), within(1e-3));
  }

  @Test
  void theNearestOfThoseThatCoverAPlaceIsNamedFirst() {
    AccessPoint far = point("far", Lifetime.ALWAYS).movedTo(80, 0);
    AccessPoint near = point("near", Lifetime.ALWAYS).movedTo(10, 0);
    AccessPoint out = point("out", Lifetime.ALWAYS).movedTo(101, 0);
    Footprints footprints =
        Footprints.of(new Inventory(DAY, List.of(far, near, out)), FootprintRule.radius(100));
    assertThat(footprints.covering(0, 0))
        .extracting(footprint -> footprint.point().id())
        .containsExactly("near", "far");
  }

  @Test
  void aLifetimeEndsAfterItBegins() {
    assertThatThrownBy(() -> from(DAY, DAY, true)).hasMessageContaining("until");
  }
}
