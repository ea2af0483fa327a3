package org.tuguan.plugin.coverage.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class DiscReachTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static Zone square(double x, double y, double side) {
    return new Zone(GEOMETRIES.toGeometry(new Envelope(x, x + side, y, y + side)));
  }

  private static double area(Zone zone, int times, Disc... discs) {
    return new DiscReach(new Discs(List.of(discs)), times).area(zone);
  }

  @Test
  void aDiscInsideAZoneCountsWhole() {
    Disc disc = new Disc(217_000, 2_671_000, 100);
    assertThat(area(square(216_000, 2_670_000, 2_000), 1, disc))
        .isCloseTo(Math.PI * 10_000, within(1e-6));
  }

  @Test
  void aZoneInsideADiscCountsWhole() {
    assertThat(area(square(0, 0, 10), 1, new Disc(5, 5, 100))).isCloseTo(100, within(1e-9));
  }

  @Test
  void aDiscOnTheBorderIsSharedAndNothingOfItIsLost() {
    Disc disc = new Disc(100, 50, 30);
    double west = area(square(0, 0, 100), 1, disc);
    double east = area(square(100, 0, 100), 1, disc);
    assertThat(west).isCloseTo(disc.area() / 2, within(1e-9));
    assertThat(west + east).isCloseTo(disc.area(), within(1e-9));
  }

  @Test
  void aDiscOnACornerOfFourZonesIsQuartered() {
    Disc disc = new Disc(100, 100, 30);
    for (double[] corner : new double[][] {{0, 0}, {100, 0}, {0, 100}, {100, 100}}) {
      assertThat(area(square(corner[0], corner[1], 100), 1, disc))
          .isCloseTo(disc.area() / 4, within(1e-9));
    }
  }

  @Test
  void twoDiscsAtOnePlaceAreOneAlsoWhenCountedTwice() {
    Disc disc = new Disc(50, 50, 20);
    Zone zone = square(0, 0, 100);
    assertThat(area(zone, 1, disc, new Disc(50, 50, 20))).isCloseTo(disc.area(), within(1e-9));
    assertThat(area(zone, 2, disc, new Disc(50, 50, 20))).isZero();
  }

  @Test
  void theLensOfTwoDiscsCountsOnceAndIsWhatTwoReach() {
    double lens = 2 * 10_000 * Math.acos(0.5) - 0.5 * 100 * Math.sqrt(3 * 10_000);
    Zone zone = square(-500, -500, 1_000);
    Disc one = new Disc(0, 0, 100);
    Disc other = new Disc(100, 0, 100);
    assertThat(area(zone, 1, one, other)).isCloseTo(2 * one.area() - lens, within(1e-6));
    assertThat(area(zone, 2, one, other)).isCloseTo(lens, within(1e-6));
  }

  @Test
  void aDiscInsideAnotherAddsNothing() {
    Zone zone = square(-500, -500, 1_000);
    Disc large = new Disc(0, 0, 100);
    Disc small = new Disc(20, 0, 30);
    assertThat(area(zone, 1, large, small)).isCloseTo(large.area(), within(1e-6));
    assertThat(area(zone, 2, large, small)).isCloseTo(small.area(), within(1e-6));
  }

  @Test
  void aDiscThatTouchesACornerFromInsideIsWhole() {
    Disc disc = new Disc(50, 50, 50);
    assertThat(area(square(0, 0, 100), 1, disc)).isCloseTo(disc.area(), within(1e-6));
  }

  @Test
  void holesAndSeparatePartsAreZonesLikeOthers() throws ParseException {
    Geometry geometry =
        new WKTReader()
            .read(
                "MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0), (40 40, 60 40, 60 60, 40 60, 40"
                    + " 40)), ((200 0, 300 0, 300 100, 200 100, 200 0)))");
    Zone zone = new Zone(geometry);
    assertThat(zone.area()).isCloseTo(19_600, within(1e-9));
    assertThat(area(zone, 1, new Disc(50, 50, 5))).isZero();
    assertThat(area(zone, 1, new Disc(50, 50, 30))).isCloseTo(Math.PI * 900 - 400, within(1e-9));
    assertThat(area(zone, 1, new Disc(250, 50, 10))).isCloseTo(Math.PI * 100, within(1e-9));
  }

  @Test
  void nothingReachesNothing() {
    DiscReach none = new DiscReach(new Discs(List.of()), 1);
    assertThat(none.isEmpty()).isTrue();
    assertThat(none.area(square(0, 0, 100))).isZero();
    assertThat(none.contains(1, 1)).isFalse();
  }

  @Test
  void agreesWithPolygonOverlayOnRandomGround() {
    SplittableRandom random = new SplittableRandom(20110503);
    List<Disc> list = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      list.add(
          new Disc(
              217_000 + random.nextDouble(1_000),
              2_671_000 + random.nextDouble(1_000),
              20 + random.nextDouble(120)));
    }
    Discs discs = new Discs(list);
    Reach exact = new DiscReach(discs, 1);
    Reach polygons = OutlineReach.upTo(1, Outlines.of(discs, 2_048)).get(0);
    for (int i = 0; i < 40; i++) {
      Zone zone = star(random);
      assertThat(exact.area(zone)).isCloseTo(polygons.area(zone), within(zone.area() * 1e-5));
    }
  }

  private static Zone star(SplittableRandom random) {
    double x = 217_000 + random.nextDouble(1_000);
    double y = 2_671_000 + random.nextDouble(1_000);
    int corners = 12;
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double radius = 40 + random.nextDouble(200);
      double angle = 2 * Math.PI * i / corners;
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    ring[corners] = ring[0];
    return new Zone(GEOMETRIES.createPolygon(ring));
  }

  @Test
  void areasOfAllDepthsAddUpToAllDiscs() {
    SplittableRandom random = new SplittableRandom(7);
    List<Disc> list = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      list.add(new Disc(random.nextDouble(200), random.nextDouble(200), 60));
    }
    Discs discs = new Discs(list);
    Zone zone = square(-200, -200, 600);
    double sum = 0;
    for (int times = 1; times <= 12; times++) {
      sum += new DiscReach(discs, times).area(zone);
    }
    assertThat(sum).isCloseTo(12 * Math.PI * 3_600, within(1e-5));
  }

  @Test
  void discsThatMeetAreOneCluster() {
    Discs discs =
        new Discs(
            List.of(
                new Disc(0, 0, 10),
                new Disc(500, 0, 10),
                new Disc(20, 0, 10),
                new Disc(39, 0, 10)));
    assertThat(discs.clusters()).extracting(Discs::size).containsExactly(3, 1);
  }

  @Test
  void aPolygonOf32SegmentsLacksSixTenthsOfAPercent() {
    assertThat(Outlines.shortfall(32)).isCloseTo(0.0064, within(0.0001));
    Disc disc = new Disc(0, 0, 10);
    assertThat(Outlines.of(disc, 32).getArea())
        .isCloseTo(disc.area() * (1 - Outlines.shortfall(32)), within(1e-9));
  }
}
