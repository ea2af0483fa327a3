package org.tuguan.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class EncoderTest {
  private static FeatureType type(GeometryKind kind) {
    return new FeatureType(
        "sample",
        List.of(
            new Attribute("名稱", AttributeType.TEXT),
            new Attribute("count", AttributeType.INTEGER),
            new Attribute("size", AttributeType.NUMBER),
            new Attribute("open", AttributeType.BOOLEAN),
            new Attribute("day", AttributeType.DATE),
            new Attribute("time", AttributeType.TIMESTAMP)),
        "geom",
        kind,
        Crs.TWD97_TM2_121);
  }

  private static Feature feature(String wkt) {
    Object[] values = {
      "西屯,\"區\"\n<&>",
      9_007_199_254_740_993L,
      -0.125,
      true,
      LocalDate.of(2026, 1, 2),
      OffsetDateTime.parse("2026-01-02T03:04:05.5+08:00")
    };
    return feature(wkt, values);
  }

  private static Feature feature(String wkt, Object... values) {
    try {
      Geometry geometry = wkt == null ? null : new WKTReader().read(wkt);
      return new Feature(type(GeometryKind.POINT), "a/1", geometry, values);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  private static String write(FeatureEncoder encoder, Crs crs, Feature... features) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      encoder.write(type(GeometryKind.POINT), Stream.of(features), crs, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String geometry(String wkt, Crs crs) {
    String json = write(new GeoJsonEncoder(), crs, feature(wkt));
    int start = json.indexOf("\"geometry\":") + 11;
    return json.substring(start, json.indexOf(",\"properties\"", start));
  }

  @Test
  void collectionIsAllThere() {
    String json =
        write(
            new GeoJsonEncoder(),
            Crs.TWD97_TM2_121,
            feature("POINT (217000.12345 2672000)"),
            feature(null, null, null, Double.NaN, null, null, null));

    assertThat(json)
        .isEqualTo(
            """
            {"type":"FeatureCollection","name":"sample",\
            "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3826"}},\
            "features":[{"type":"Feature","id":"a/1",\
            "geometry":{"type":"Point","coordinates":[217000.123,2672000]},\
            "properties":{"名稱":"西屯,\\"區\\"\\n<&>","count":9007199254740993,"size":-0.125,\
            "open":true,"day":"2026-01-02","time":"2026-01-02T03:04:05.5+08:00"}},\
            {"type":"Feature","id":"a/1","geometry":null,"properties":{"名稱":null,"count":null,\
            "size":null,"open":null,"day":null,"time":null}}]}""");
  }

  @Test
  void northComesFirstWhereTheAuthoritySaysSo() {
    String point = "POINT (248170.826 2652129.977)";

    assertThat(geometry(point, Crs.CRS84))
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[120.982025,23.973875]}");
    assertThat(geometry(point, Crs.WGS84))
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[23.973875,120.982025]}");
  }

  @Test
  void everyKindOfGeometryIsWritten() {
    assertThat(geometry("MULTIPOINT ((1 2), (3 4.5))", Crs.TWD97_TM2_121))
        .isEqualTo("{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4.5]]}");
    assertThat(geometry("LINESTRING Z (1 2 3, -4 -0.0004 -0.001)", Crs.TWD97_TM2_121))
        .isEqualTo("{\"type\":\"LineString\",\"coordinates\":[[1,2,3],[-4,0,-0.001]]}");
    assertThat(geometry("MULTILINESTRING ((1 2, 3 4), EMPTY)", Crs.TWD97_TM2_121))
        .isEqualTo("{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[]]}");
    assertThat(geometry("GEOMETRYCOLLECTION (POINT (1 2), POINT EMPTY)", Crs.TWD97_TM2_121))
        .isEqualTo(
            "{\"type\":\"GeometryCollection\",\"geometries\":["
                + "{\"type\":\"Point\",\"coordinates\":[1,2]},"
                + "{\"type\":\"Point\",\"coordinates\":[]}]}");
  }

  @Test
  void outerRingsTurnLeftAndHolesRight() {
    assertThat(
            geometry(
                "MULTIPOLYGON (((0 0, 0 9, 9 9, 0 0), (1 2, 2 3, 1 3, 1 2)))", Crs.TWD97_TM2_121))
        .isEqualTo(
            "{\"type\":\"MultiPolygon\",\"coordinates\":"
                + "[[[[0,0],[9,9],[0,9],[0,0]],[[1,2],[1,3],[2,3],[1,2]]]]}");
  }

  @Test
  void geometryOutsideTheDomainIsNull() {
    assertThat(geometry("POINT (100000000 0)", Crs.CRS84)).isEqualTo("null");
  }

  @Test
  void membersStandAroundTheFeaturesAndInThem() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FeatureType type = type(GeometryKind.POINT);
    GeoJsonWriter.writeDocument(
        out,
        json -> {
          json.writeStartObject();
          GeoJsonWriter writer = new GeoJsonWriter(json, type, Crs.CRS84, List.of("count"));
          long count = writer.writeFeatures(Stream.of(feature(null), feature(null)));
          json.writeNumberProperty("numberReturned", count);
          json.writeName("one");
          writer.writeFeature(feature(null), () -> json.writeStringProperty("x", "y"));
          json.writeEndObject();
        });

    String one =
        "{\"type\":\"Feature\",\"id\":\"a/1\",\"geometry\":null,"
            + "\"properties\":{\"count\":9007199254740993}";
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"features\":[%1$s},%1$s}],\"numberReturned\":2,\"one\":%1$s,\"x\":\"y\"}}"
                .formatted(one));
  }

  @Test
  void brokenStreamIsAnInputOutputFault() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("gone");
          }
        };
    assertThatThrownBy(
            () ->
                new GeoJsonEncoder()
                    .write(type(GeometryKind.POINT), Stream.of(feature(null)), Crs.CRS84, broken))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
  }

  @Test
  void everythingWrittenParses() {
    String json = write(new GeoJsonEncoder(), Crs.WEB_MERCATOR, feature("POINT (217000 2672000)"));
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      int depth = 0;
      while (parser.nextToken() != null) {
        depth = Math.max(depth, parser.streamReadContext().getNestingDepth());
      }
      assertThat(depth).isGreaterThan(4);
    }
  }

  @Test
  void csvReadsBack() throws IOException, ParseException {
    String csv =
        write(
            new CsvEncoder(true),
            Crs.CRS84,
            feature("POINT (248170.826 2652129.977)"),
            feature(null, null, null, null, null, null, null));

    assertThat(csv).startsWith("\uFEFFid,名稱,count,size,open,day,time,lon,lat,wkt\r\n");
    List<CSVRecord> rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .get()
            .parse(new StringReader(csv.substring(1)))
            .getRecords();
    assertThat(rows.get(0).get("名稱")).isEqualTo("西屯,\"區\"\n<&>");
    assertThat(rows.get(0).get("count")).isEqualTo("9007199254740993");
    assertThat(rows.get(0).get("time")).isEqualTo("2026-01-02T03:04:05.5+08:00");
    assertThat(rows.get(0).get("lon")).isEqualTo("120.982025");
    assertThat(rows.get(0).get("lat")).isEqualTo("23.973875");
    Geometry back =
        CoordinateTransform.between(Crs.CRS84, Crs.TWD97_TM2_121)
            .apply(new WKTReader().read(rows.get(0).get("wkt")));
    assertThat(back.getCoordinate().x).isCloseTo(248170.826, within(0.02));
    assertThat(rows.get(1).toList()).containsExactly("a/1", "", "", "", "", "", "", "", "", "");
  }

  @Test
  void csvWithoutAByteOrderMarkStartsWithTheHeader() {
    assertThat(write(new CsvEncoder(false), Crs.TWD97_TM2_121, feature("POINT (1.5 2)")))
        .startsWith("id,")
        .contains("x,y,wkt")
        .contains(",1.5,2,POINT (1.5 2)");
  }
}
