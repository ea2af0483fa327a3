package org.tuguan.core.feature.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tuguan.core.feature.cql2.Cql2Filters.literal;
import static org.tuguan.core.feature.cql2.Cql2Filters.text;
import static org.tuguan.core.feature.cql2.Cql2Filters.type;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.FeatureType;

/** Times and geometries in filters. */
class Cql2PlacesAndTimesTest {
  @Test
  void aDateAmongTimesIsItsWholeDayInTaipei() {
    assertThat(text("seen = DATE('2020-01-01')"))
        .isEqualTo(
            text(
                "seen <= TIMESTAMP('2020-01-01T15:59:59.999999Z')"
                    + " AND seen >= TIMESTAMP('2019-12-31T16:00:00Z')"));
    assertThat(text("seen > DATE('2020-01-01')"))
        .isEqualTo(text("seen > TIMESTAMP('2020-01-01T15:59:59.999999Z')"));
    assertThat(text("T_BEFORE(seen, DATE('2020-01-01'))"))
        .isEqualTo(text("seen < TIMESTAMP('2019-12-31T16:00:00Z')"));
  }

  @Test
  void aTimeAmongDatesIsItsDayInTaipei() {
    assertThat(text("built >= TIMESTAMP('2019-12-31T16:00:00Z')"))
        .isEqualTo(text("built >= DATE('2020-01-01')"));
  }

  @Test
  void timesAreReadWithAnyOffset() {
    assertThat(text("seen = TIMESTAMP('2020-01-01T08:00:00+08:00')"))
        .isEqualTo(text("seen = TIMESTAMP('2020-01-01T00:00:00Z')"));
    assertThat(
            ((OffsetDateTime) literal(text("seen = TIMESTAMP('2020-01-01T00:00:00.5Z')")))
                .toInstant())
        .isEqualTo(Instant.parse("2020-01-01T00:00:00.500Z"));
    assertThat(literal(text("built = DATE('2020-01-01')"))).isEqualTo(LocalDate.of(2020, 1, 1));
  }

  @Test
  void openEndsStillWantAValue() {
    assertThat(text("T_INTERSECTS(built, INTERVAL('..', '..'))"))
        .isEqualTo(text("built IS NOT NULL"))
        .isNotSameAs(Filter.INCLUDE);
    assertThat(text("T_AFTER(built, INTERVAL('2020-01-01', '..'))")).isSameAs(Filter.EXCLUDE);
  }

  @Test
  void temporalConditionsAreComparisonsOfEnds() {
    assertThat(text("T_DURING(built, INTERVAL('2020-01-01','2020-12-31'))"))
        .isEqualTo(text("built > DATE('2020-01-01') AND built < DATE('2020-12-31')"));
    assertThat(text("T_INTERSECTS(INTERVAL('2020-01-01','2020-12-31'), built)"))
        .isEqualTo(text("DATE('2020-01-01') <= built AND DATE('2020-12-31') >= built"));
  }

  @Test
  void geometriesArriveInTheSystemOfTheData() {
    Filter inDegrees =
        Cql2.text("S_INTERSECTS(geom, POINT(120.6 24.1))", type(Crs.TWD97_TM2_121), Crs.CRS84);
    Filter northFirst =
        Cql2.text("S_INTERSECTS(geom, POINT(24.1 120.6))", type(Crs.TWD97_TM2_121), Crs.WGS84);
    Filter inMetres =
        Cql2.text(
            "S_INTERSECTS(geom, POINT(216000 2672000))",
            type(Crs.TWD97_TM2_121),
            Crs.TWD67_TM2_121);
    double[] expected = {120.6, 24.1};
    CoordinateTransform.between(Crs.CRS84, Crs.TWD97_TM2_121).apply(expected, 0, expected, 0, 1);
    assertThat(shape(inDegrees).getCoordinate().x).isEqualTo(expected[0]);
    assertThat(shape(northFirst).getCoordinate().y).isEqualTo(expected[1]);
    assertThat(shape(inMetres).getCoordinate().x).isBetween(216_800.0, 216_860.0);
    assertThat(shape(inMetres).getCoordinate().y).isBetween(2_671_760.0, 2_671_830.0);
  }

  private static Geometry shape(Filter filter) {
    return (Geometry) ((Literal) ((BinarySpatialOperator) filter).getExpression2()).getValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:3826", "EPSG:3857", "EPSG:3828", "CRS:84"})
  void aBoxAroundTheWorldMeetsEveryMap(String crs) {
    FeatureType type = type(Crs.find(crs).orElseThrow());
    double[] taichung = {120.68, 24.14};
    CoordinateTransform.between(Crs.CRS84, type.crs()).apply(taichung, 0, taichung, 0, 1);
    Filter world = Cql2.text("S_INTERSECTS(geom, BBOX(-180,-90,180,90))", type, Crs.CRS84);
    Geometry box = shape(world);
    assertThat(
            box.contains(
                box.getFactory()
                    .createPoint(
                        new org.locationtech.jts.geom.CoordinateXY(taichung[0], taichung[1]))))
        .isTrue();
    Filter away =
        Cql2.text("S_INTERSECTS(geom, BBOX(-80,-5,-70,5))", type(Crs.TWD97_TM2_121), Crs.CRS84);
    assertThat(away).isSameAs(Filter.EXCLUDE);
  }

  @Test
  void aBoxMayCrossTheAntimeridian() {
    Geometry shape = shape(text("S_INTERSECTS(geom, BBOX(177,65,-177,70))"));
    assertThat(shape.getNumGeometries()).isEqualTo(2);
    assertThat(shape.getArea()).isEqualTo(30);
  }
}
