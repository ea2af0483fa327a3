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
import org.locationtech.jts.geom.Polygon;

class OutlineReachTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static Polygon box(double west, double south, double east, double north) {
    return (Polygon) GEOMETRIES.toGeometry(new Envelope(west, east, south, north));
  }

  private static Reach reach(int times, Polygon... outlines) {
    return OutlineReach.upTo(times, List.of(outlines)).get(times - 1);
  }

  private static double area(Polygon zone, int times, Polygon... outlines) {
    return reach(times, outlines).area(new Zone(zone));
  }

  @Test
  void whatLiesOutsideTheZoneIsCutOff() {
    Polygon zone = box(0, 0, 100, 100);
    assertThat(area(zone, 1, box(-50, -50, 50, 50))).isCloseTo(2_500, within(1e-9));
    assertThat(area(zone, 1, box(-50, 20, 150, 30))).isCloseTo(1_000, within(1e-9));
    assertThat(area(zone, 1, box(-50, -50, 150, 150))).isCloseTo(10_000, within(1e-9));
    assertThat(area(zone, 1, box(200, 0, 300, 100))).isZero();
  }

  @Test
  void overlapsCountOnceAndDepthIsWhatLiesOverEachOther() {
    Polygon zone = box(0, 0, 100, 100);
    Polygon[] three = {box(0, 0, 60, 60), box(40, 40, 90, 90), box(40, 0, 60, 100)};
    assertThat(area(zone, 1, three)).isCloseTo(5_900, within(1e-9));
    assertThat(area(zone, 2, three)).isCloseTo(1_200 + 1_000 - 400, within(1e-9));
    assertThat(area(zone, 3, three)).isCloseTo(400, within(1e-9));
    assertThat(area(zone, 4, three)).isZero();
  }

  @Test
  void holesOfOutlinesAndZonesAreLeftOut() {
    Polygon ring = (Polygon) box(10, 10, 90, 90).difference(box(40, 40, 60, 60));
    assertThat(area(box(0, 0, 100, 100), 1, ring)).isCloseTo(6_400 - 400, within(1e-9));
    Polygon zone = (Polygon) box(0, 0, 100, 100).difference(box(0, 0, 50, 50).buffer(-1));
    assertThat(area(zone, 1, box(0, 0, 60, 60))).isCloseTo(3_600 - 48 * 48, within(1e-9));
  }

  @Test
  void edgesThatCrossBetweenCornersAreSplitThere() {
    Polygon left =
        GEOMETRIES.createPolygon(
            new Coordinate[] {
              new Coordinate(0, 0),
              new Coordinate(60, 0),
              new Coordinate(0, 90),
              new Coordinate(0, 0)
            });
    Polygon right =
        GEOMETRIES.createPolygon(
            new Coordinate[] {
              new Coordinate(60, 0),
              new Coordinate(60, 90),
              new Coordinate(0, 0),
              new Coordinate(60, 0)
            });
    Polygon zone = box(-10, -10, 100, 100);
    double common = left.intersection(right).getArea();
    assertThat(area(zone, 2, left, right)).isCloseTo(common, within(1e-6));
    assertThat(area(zone, 1, left, right)).isCloseTo(5_400 - common, within(1e-6));
  }

  @Test
  void nothingReachesNothingAndThePointOnTheEdgeIsReached() {
    Reach none = reach(1);
    assertThat(none.isEmpty()).isTrue();
    assertThat(none.area(new Zone(box(0, 0, 9, 9)))).isZero();
    assertThat(none.contains(1, 1)).isFalse();
    Reach one = reach(1, box(0, 0, 10, 10));
    assertThat(one.contains(10, 5)).isTrue();
    assertThat(one.contains(10.1, 5)).isFalse();
    assertThat(reach(2, box(0, 0, 10, 10)).contains(5, 5)).isFalse();
  }

  @Test
  void agreesWithPolygonOverlayToTheLastDigitOnRandomGround() {
    SplittableRandom random = new SplittableRandom(32);
    List<Polygon> outlines = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      double x = 217_000 + random.nextDouble(600);
      double y = 2_671_000 + random.nextDouble(600);
      outlines.add(Outlines.of(new Disc(x, y, 30 + random.nextDouble(90)), 32));
    }
    Geometry union = Outlines.union(outlines);
    Reach reach = OutlineReach.upTo(1, outlines).get(0);
    for (int i = 0; i < 30; i++) {
      double x = 217_000 + random.nextDouble(500);
      double y = 2_671_000 + random.nextDouble(500);
      Polygon zone = Outlines.of(new Disc(x, y, 20 + random.nextDouble(200)), 11);
      assertThat(reach.area(new Zone(zone)))
          .isCloseTo(union.intersection(zone).getArea(), within(1e-3));
    }
  }
}
