package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.crs.Crs;

class FilterGeometriesTest {
  private static Filter read(String srsName, String position) {
    return new SldReader()
        .readLayers(
            """
            <StyledLayerDescriptor><NamedLayer><Name>a</Name><LayerFeatureConstraints><FeatureTypeConstraint>
            <Filter><Not><Intersects><PropertyName>geom</PropertyName>
            <Point%s><pos>%s</pos></Point></Intersects></Not></Filter>
            </FeatureTypeConstraint></LayerFeatureConstraints></NamedLayer></StyledLayerDescriptor>
            """
                .formatted(srsName, position))
        .get(0)
        .constraint();
  }

  private static Coordinate point(Filter filter) {
    Filter inside = ((org.geotools.api.filter.Not) filter).getFilter();
    Literal literal = (Literal) ((BinarySpatialOperator) inside).getExpression2();
    return ((Geometry) literal.getValue()).getCoordinate();
  }

  @Test
  void latitudeAndLongitudeBecomeMetres() {
    Filter filter = read(" srsName='urn:ogc:def:crs:EPSG::4326'", "24.1 121");
    Coordinate point = point(FilterGeometries.in(filter, Crs.TWD97_TM2_121));
    assertThat(point.x).isCloseTo(250_000, within(0.01));
    assertThat(point.y).isCloseTo(2_666_000, within(1_000.0));
  }

  @Test
  void oldDatumIsShifted() {
    Filter filter = read(" srsName='EPSG:3828'", "216000 2672000");
    Coordinate point = point(FilterGeometries.in(filter, Crs.TWD97_TM2_121));
    assertThat(point.x - 216_000).isBetween(800.0, 860.0);
  }

  @Test
  void nothingToDoGivesTheSameFilter() {
    Filter plain = read("", "216000 2672000");
    assertThat(FilterGeometries.in(plain, Crs.WEB_MERCATOR)).isSameAs(plain);
    Filter same = read(" srsName='EPSG:3826'", "216000 2672000");
    assertThat(FilterGeometries.in(same, Crs.TWD97_TM2_121)).isSameAs(same);
  }
}
