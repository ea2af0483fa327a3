package org.tuguan.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tuguan.core.feature.TypedFilter.FILTERS;

import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Filters and expressions of GeoTools, evaluated as styles do it. */
class FeaturePropertyAccessTest {
  private static final Feature FEATURE = SampleTable.inMemory().find("17").orElseThrow();

  private static Object read(String name) {
    return FILTERS.property(name).evaluate(FEATURE);
  }

  @Test
  void attributesAreReadByName() {
    assertThat(read("floors")).isEqualTo(4L);
    assertThat(read("名稱 \"x\"")).isEqualTo("n17");
    assertThat(read("open")).isEqualTo(false);
    assertThat(read("nope")).isNull();
  }

  @Test
  void geometryIsReadByItsNameAndByNone() {
    assertThat(read("geom")).isSameAs(FEATURE.geometry());
    assertThat(read("")).isSameAs(FEATURE.geometry());
    assertThat(FILTERS.property("").evaluate(FEATURE, Geometry.class)).isSameAs(FEATURE.geometry());
  }

  @Test
  void idIsReadToo() throws CQLException {
    assertThat(read("@id")).isEqualTo("17");
    assertThat(ECQL.toFilter("IN ('17')").evaluate(FEATURE)).isTrue();
    assertThat(ECQL.toFilter("IN ('18')").evaluate(FEATURE)).isFalse();
  }

  @Test
  void valuesAreConvertedWhenAskedFor() {
    assertThat(FILTERS.property("floors").evaluate(FEATURE, String.class)).isEqualTo("4");
    assertThat(FILTERS.property("floors").evaluate(FEATURE, Integer.class)).isEqualTo(4);
  }

  @Test
  void expressionsOfStylesCompute() throws CQLException {
    assertThat(ECQL.toExpression("floors * 2 + 1").evaluate(FEATURE, Double.class)).isEqualTo(9.0);
    assertThat(ECQL.toFilter("floors > 3 AND name = '西屯'").evaluate(FEATURE)).isFalse();
    assertThat(ECQL.toFilter("INTERSECTS(geom, POINT (210175 2670000))").evaluate(FEATURE))
        .isTrue();
  }
}
