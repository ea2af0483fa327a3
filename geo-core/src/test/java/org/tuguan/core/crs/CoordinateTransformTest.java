package org.tuguan.core.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class CoordinateTransformTest {
  private static final Offset<Double> MILLIMETRE = within(0.001);

  private static double[] transform(Crs from, Crs to, double... xy) {
    double[] result = new double[xy.length];
    CoordinateTransform.between(from, to).apply(xy, 0, result, 0, xy.length / 2);
    return result;
  }

  static Stream<List<Crs>> pairs() {
    return Crs.listKnown().stream()
        .flatMap(from -> Crs.listKnown().stream().map(to -> List.of(from, to)));
  }

  @Test
  void controlPointOfZone121() {
    double[] point = transform(Crs.WGS84, Crs.TWD97_TM2_121, 120.982025, 23.973875);

    assertThat(point[0]).isCloseTo(248170.826, MILLIMETRE);
    assertThat(point[1]).isCloseTo(2652129.977, MILLIMETRE);
  }

  @Test
  void twd67IsShiftedByTheFourParameters() {
    double[] point = transform(Crs.TWD67_TM2_121, Crs.TWD97_TM2_121, 216_000, 2_672_000);

    assertThat(point[0])
        .isCloseTo(216_000 + 807.8 + 1.549e-5 * 216_000 + 6.521e-6 * 2_672_000, within(1e-6));
    assertThat(point[1])
        .isCloseTo(2_672_000 - 248.6 + 1.549e-5 * 2_672_000 + 6.521e-6 * 216_000, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void noWayOutOfTwd67LosesTheShift(List<Crs> pair) {
    Crs from = pair.get(0);
    Crs to = pair.get(1);
    double[] start = transform(Crs.TWD67_TM2_121, from, 216_000, 2_672_000);
    double[] metres =
        transform(
            to,
            to.datum() == Crs.Datum.TWD67 ? Crs.TWD67_TM2_121 : Crs.TWD97_TM2_121,
            transform(from, to, start));
    double moved = Math.hypot(metres[0] - 216_000, metres[1] - 2_672_000);

    if (to.datum() == Crs.Datum.TWD67) {
      assertThat(moved).isLessThan(0.01);
    } else {
      assertThat(moved).isBetween(800.0, 900.0);
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void thereAndBackIsTheSamePoint(List<Crs> pair) {
    Crs from = pair.get(0);
    Crs to = pair.get(1);
    Random random = new Random(67);
    double[] degrees = new double[2_000];
    for (int i = 0; i < degrees.length; i += 2) {
      degrees[i] = 118 + 5 * random.nextDouble();
      degrees[i + 1] = 21 + 5.5 * random.nextDouble();
    }
    double[] start = transform(Crs.CRS84, from, degrees);

    double[] back = transform(to, from, transform(from, to, start));

    double allowed = from.datum() == to.datum() ? 0.001 : 0.01;
    double metres = from.geographic() ? from.metresPerUnit() : 1;
    for (int i = 0; i < back.length; i++) {
      assertThat((back[i] - start[i]) * metres).isCloseTo(0, within(allowed));
    }
  }

  @Test
  void worldOfTheWebIsASquare() {
    double edge = 20037508.342789244;
    Bounds world =
        CoordinateTransform.between(Crs.CRS84, Crs.WEB_MERCATOR)
            .apply(new Bounds(Crs.CRS84, -180, -90, 180, 90));

    assertThat(world.minX()).isCloseTo(-edge, MILLIMETRE);
    assertThat(world.minY()).isCloseTo(-edge, MILLIMETRE);
    assertThat(world.maxX()).isCloseTo(edge, MILLIMETRE);
    assertThat(world.maxY()).isCloseTo(edge, MILLIMETRE);
  }

  @Test
  void wholeWorldInATaiwaneseSystemHoldsTaiwan() {
    for (Crs to : Crs.listKnown()) {
      Bounds world =
          CoordinateTransform.between(Crs.WEB_MERCATOR, to)
              .apply(new Bounds(Crs.WEB_MERCATOR, -2.1e7, -2.1e7, 2.1e7, 2.1e7));
      double[] point = transform(Crs.CRS84, to, 120.65, 24.16);

      assertThat(world.envelope().contains(point[0], point[1])).as(to.code()).isTrue();
    }
  }

  @Test
  void hugeTm2BoxHoldsTaiwan() {
    Bounds huge = new Bounds(Crs.TWD97_TM2_121, -1e9, -1e9, 1e9, 1e9);

    Bounds degrees = CoordinateTransform.between(Crs.TWD97_TM2_121, Crs.CRS84).apply(huge);

    assertThat(degrees.envelope().contains(120.65, 24.16)).isTrue();
  }

  @Test
  void edgesOfATransformedBoxAreCurved() {
    Bounds wide = new Bounds(Crs.CRS84, 119, 21, 123, 25);

    Bounds metres = CoordinateTransform.between(Crs.CRS84, Crs.TWD97_TM2_121).apply(wide);

    double[] middle = transform(Crs.CRS84, Crs.TWD97_TM2_121, 121, 21);
    double[] corner = transform(Crs.CRS84, Crs.TWD97_TM2_121, 119, 21);
    assertThat(middle[1]).isLessThan(corner[1] - 1000);
    assertThat(metres.minY()).isCloseTo(middle[1], MILLIMETRE);
  }

  @Test
  void outsideTheDomainIsNotANumber() {
    assertThat(transform(Crs.CRS84, Crs.WEB_MERCATOR, 121, 89)).containsOnly(Double.NaN);
    assertThat(transform(Crs.CRS84, Crs.TWD97_TM2_121, 0, 24)).containsOnly(Double.NaN);
    assertThat(transform(Crs.TWD97_TM2_121, Crs.CRS84, 1e8, 0)).containsOnly(Double.NaN);
    assertThat(transform(Crs.CRS84, Crs.TWD97_TM2_121, 121, Double.NaN)).containsOnly(Double.NaN);
  }

  @Test
  void boxOutsideTheDomainIsRefused() {
    CoordinateTransform transform = CoordinateTransform.between(Crs.CRS84, Crs.TWD97_TM2_121);

    assertThatThrownBy(() -> transform.apply(new Bounds(Crs.CRS84, -10, 40, 10, 50)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EPSG:3826");
  }

  @Test
  void geometryKeepsItsStructure() throws ParseException {
    CoordinateTransform transform = CoordinateTransform.between(Crs.TWD97_TM2_121, Crs.CRS84);
    Geometry mixed =
        new WKTReader()
            .read(
                "GEOMETRYCOLLECTION (POINT EMPTY, MULTIPOLYGON (((0 0, 9000 0, 9000 9000, 0 0),"
                    + " (3000 1000, 4000 1000, 4000 2000, 3000 1000))), LINESTRING Z (1 2 3, 4 5 6))");

    Geometry result = transform.apply(mixed);

    assertThat(result.getGeometryN(0).isEmpty()).isTrue();
    assertThat(result.getGeometryN(1).getNumPoints()).isEqualTo(8);
    assertThat(result.getGeometryN(2).getCoordinates()[1].getZ()).isEqualTo(6);
    assertThat(result.getSRID()).isEqualTo(4326);
    assertThat(result.getGeometryN(1).getSRID()).isEqualTo(4326);
    assertThat(mixed.getGeometryN(2).getCoordinate().x).isEqualTo(1);
    Geometry back = CoordinateTransform.between(Crs.CRS84, Crs.TWD97_TM2_121).apply(result);
    assertThat(back.equalsExact(mixed, 0.001)).isTrue();
  }

  @Test
  void sameDatumIsNeverShifted() {
    assertThat(CoordinateTransform.between(Crs.WGS84, Crs.TWD97).identity()).isTrue();
    assertThat(CoordinateTransform.between(Crs.WGS84, Crs.CRS84).identity()).isTrue();
    assertThat(CoordinateTransform.between(Crs.WGS84, Crs.TWD67).identity()).isFalse();
    assertThat(CoordinateTransform.between(Crs.TWD67_TM2_121, Crs.TWD97_TM2_121).identity())
        .isFalse();
  }
}
