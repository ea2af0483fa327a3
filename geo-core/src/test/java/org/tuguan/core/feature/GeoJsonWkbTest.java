package org.tuguan.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.tuguan.core.crs.Crs;

/** The short way to GeoJSON says what the long one says. */
class GeoJsonWkbTest {
  private static final FeatureType TYPE =
      new FeatureType("shapes", List.of(), "geom", GeometryKind.MIXED, Crs.TWD97_TM2_121);
  private static final Object[] NO_VALUES = {};

  private static String write(Feature feature, Crs crs) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new GeoJsonEncoder().write(TYPE, Stream.of(feature), crs, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (217000.1234567 2672000.5)",
        "POINT EMPTY",
        "POINT Z (217000 2672000 12.3456)",
        "POINT (-999999999 2672000)",
        "LINESTRING (217000 2672000, 217000.001 2672000.0005, 217123.456 2672111)",
        "LINESTRING Z (217000 2672000 1, 217001 2672000 -0.0004)",
        "POLYGON ((0 2672000, 9 2672000, 9 2672009, 0 2672009, 0 2672000))",
        "POLYGON ((217000 2672000, 217000 2672009, 217009 2672009, 217009 2672000, 217000 2672000),"
            + " (217001 2672001, 217002 2672001, 217002 2672002, 217001 2672002, 217001 2672001))",
        "POLYGON EMPTY",
        "MULTIPOINT ((217000 2672000), (217001 2672000))",
        "MULTILINESTRING ((217000 2672000, 217001 2672000), (217000 2672003, 217001 2672003))",
        "MULTIPOLYGON (((217000 2672000, 217000 2672009, 217009 2672009, 217000 2672000)),"
            + " ((217100 2672000, 217109 2672009, 217100 2672009, 217100 2672000)))",
        "GEOMETRYCOLLECTION (POINT (217000 2672000), LINESTRING (217000 2672000, 217001 2672000),"
            + " GEOMETRYCOLLECTION (POINT (217000 2672001)))",
        "GEOMETRYCOLLECTION EMPTY"
      })
  void sameTextFromBytesAsFromObjects(String wkt) throws ParseException {
    Geometry geometry = new WKTReader().read(wkt);
    for (Crs crs : List.of(Crs.CRS84, Crs.WGS84, Crs.TWD97_TM2_121, Crs.TWD67_TM2_121)) {
      String expected = write(new Feature(TYPE, "1", geometry, NO_VALUES), crs);
      for (int order : new int[] {ByteOrderValues.BIG_ENDIAN, ByteOrderValues.LITTLE_ENDIAN}) {
        int dimensions = wkt.contains(" Z ") ? 3 : 2;
        byte[] wkb = new WKBWriter(dimensions, order, true).write(geometry);
        assertThat(write(Feature.ofWkb(TYPE, "1", wkb, NO_VALUES), crs)).isEqualTo(expected);
      }
    }
  }

  @Test
  void aFeatureWithoutGeometrySaysSo() {
    assertThat(write(Feature.ofWkb(TYPE, "1", null, NO_VALUES), Crs.CRS84))
        .contains("\"geometry\":null");
  }

  @Test
  void geometryIsReadWhenItIsAskedFor() throws ParseException {
    Geometry geometry = new WKTReader().read("POINT Z (217000 2672000 12)");
    byte[] wkb = new Feature(TYPE, "1", geometry, NO_VALUES).wkb();
    Feature feature = Feature.ofWkb(TYPE, "1", wkb, NO_VALUES);

    assertThat(feature.geometry()).isEqualTo(geometry);
    assertThat(feature.geometry().getSRID()).isEqualTo(3826);
    assertThat(feature.geometry().getCoordinate().getZ()).isEqualTo(12);
    assertThat(feature.wkb()).isSameAs(wkb);
  }
}
