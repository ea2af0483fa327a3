package org.tuguan.plugin.coverage.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.access.Grant;
import org.tuguan.core.access.Grantee;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.plugin.PluginLayer.Opening;

class OpeningsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
  private static final Set<Right> ALL = Set.of(Right.VIEW, Right.QUERY, Right.DOWNLOAD);
  private static final Grantee EVERYONE = new Grantee.Everyone();
  private static final Grantee CITY = new Grantee.CityAgencies();

  private static Grant grant(
      Grantee grantee, Set<Right> rights, Ground ground, LocalDate from, LocalDate until) {
    return new Grant(
        1,
        "coverage-points",
        grantee,
        rights,
        ground,
        Optional.ofNullable(from),
        Optional.ofNullable(until),
        Optional.empty());
  }

  private static Grant whole(Grantee grantee) {
    return grant(grantee, ALL, Ground.EVERYWHERE, null, null);
  }

  private static Opening opening(Grant... grants) {
    return Openings.of(List.of(grants), TODAY);
  }

  @Test
  void whatIsGivenWholeIsPassedOnToTheSamePeople() {
    assertThat(opening(whole(CITY), whole(EVERYONE))).isEqualTo(Opening.PUBLIC);
    assertThat(opening(whole(CITY))).isEqualTo(Opening.CITY);
    assertThat(opening(whole(new Grantee.OfAgency("transport")))).isEqualTo(Opening.RESTRICTED);
    assertThat(opening()).isEqualTo(Opening.RESTRICTED);
  }

  @Test
  void whatIsGivenInAnAreaOnlyIsNotPassedOn() {
    Ground district =
        new Ground.Within(new GeometryFactory().toGeometry(new Envelope(120, 121, 24, 25)));
    Grant inside = grant(EVERYONE, ALL, district, null, null);
    assertThat(opening(inside, whole(CITY))).isEqualTo(Opening.CITY);
    assertThat(opening(inside)).isEqualTo(Opening.RESTRICTED);
  }

  @Test
  void whatIsGivenForATimeIsNotPassedOn() {
    LocalDate before = TODAY.minusDays(1);
    LocalDate after = TODAY.plusDays(1);
    assertThat(opening(grant(EVERYONE, ALL, Ground.EVERYWHERE, TODAY, null)))
        .isEqualTo(Opening.PUBLIC);
    for (Grant timed :
        List.of(
            grant(EVERYONE, ALL, Ground.EVERYWHERE, null, before),
            grant(EVERYONE, ALL, Ground.EVERYWHERE, null, after),
            grant(EVERYONE, ALL, Ground.EVERYWHERE, after, null))) {
      assertThat(opening(timed, whole(CITY))).as("%s", timed).isEqualTo(Opening.CITY);
      assertThat(opening(timed)).as("%s", timed).isEqualTo(Opening.RESTRICTED);
    }
  }

  @Test
  void whatMayOnlyBeLookedAtOrAskedIsNotPassedOnForDownload() {
    for (Set<Right> few :
        List.of(
            Set.of(Right.VIEW),
            Set.of(Right.VIEW, Right.QUERY),
            Set.of(Right.VIEW, Right.DOWNLOAD))) {
      Grant part = grant(EVERYONE, few, Ground.EVERYWHERE, null, null);
      assertThat(opening(part, whole(CITY))).as("%s", few).isEqualTo(Opening.CITY);
      assertThat(opening(part)).as("%s", few).isEqualTo(Opening.RESTRICTED);
    }
  }

  @Test
  void whateverOpensLessCounts() {
    assertThat(Openings.narrower(Opening.PUBLIC, Opening.CITY)).isEqualTo(Opening.CITY);
    assertThat(Openings.narrower(Opening.RESTRICTED, Opening.CITY)).isEqualTo(Opening.RESTRICTED);
  }
}
