package org.tuguan.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.GeometryKind;

class GeoJsonReaderTest {
  @TempDir Path folder;

  private Imported read(String content) throws IOException {
    return Imported.text(folder, "a.geojson", content);
  }

  private static String point(String members, double x, double y) {
    return """
    {"type":"Feature",%s"geometry":{"type":"Point","coordinates":[%s,%s]}}\
    """
        .formatted(members, x, y);
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[\n"
        + String.join(",\n", features)
        + "\n]}";
  }

  @Test
  void collectionIsReadWithIdsTypesAndPlaces() throws IOException {
    Imported read =
        read(
            collection(
                point(
                    "\"id\":7,\"properties\":{\"名稱\":\"西屯\",\"n\":1,\"day\":\"2026-01-02\",\"ok\":true},",
                    120.6,
                    24.1),
                point(
                    "\"id\":3,\"properties\":{\"名稱\":null,\"n\":1.5,\"day\":\"\"},", 120.7, 24.2)));

    assertThat(read.keys()).containsExactly(7L, 3L);
    assertThat(read.columns()).containsExactly("名稱:TEXT", "n:NUMBER", "day:DATE", "ok:BOOLEAN");
    assertThat(read.row(0))
        .containsEntry("名稱", "西屯")
        .containsEntry("n", 1.0)
        .containsEntry("day", LocalDate.of(2026, 1, 2));
    assertThat(read.row(1)).containsOnlyKeys("n");
    assertThat(read.wkt(0)).isEqualTo("POINT (120.6 24.1)");
    assertThat(read.plan().stored()).isEqualTo(Crs.WGS84);
    assertThat(read.plan().shape().kind()).isEqualTo(GeometryKind.POINT);
  }

  @Test
  void oneFeatureALineIsReadToo() throws IOException {
    Imported read =
        Imported.text(
            folder,
            "a.ndjson",
            point("\"id\":\"b\",", 120, 24) + "\n\u001e" + point("\"id\":\"a\",", 121, 25) + "\n");

    assertThat(read.keys()).containsExactly("b", "a");
  }

  @Test
  void crsOfOldGeoJsonIsHonoured() throws IOException {
    Imported read =
        read(
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
             "geometry":{"type":"Point","coordinates":[217000,2672000]}}],
             "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3826"}}}
            """);

    assertThat(read.plan().stored()).isEqualTo(Crs.TWD97_TM2_121);
    assertThat(read.wkt(0)).isEqualTo("POINT (217000 2672000)");
  }

  @Test
  void unknownCrsListsWhatIsAllowed() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:27700\"}},"
                        + collection(point("", 1, 1)).substring(1)))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNKNOWN_CRS))
        .hasMessageContainingAll("EPSG:27700", "EPSG:3826", "--crs");
  }

  @Test
  void singleAndMultiBecomeMulti() throws IOException {
    Imported read =
        read(
            """
            {"type":"LineString","coordinates":[[120,24],[120.1,24]]}
            {"type":"MultiLineString","coordinates":[[[120,24],[120.1,24]],[[121,24],[121,25]]]}
            """);

    assertThat(read.plan().shape().type()).isEqualTo("MultiLineString");
    assertThat(read.wkt(0)).isEqualTo("MULTILINESTRING ((120 24, 120.1 24))");
  }

  @Test
  void membersMayComeInAnyOrderAndHeightsAreDroppedWithANote() throws IOException {
    Imported read =
        read(
            """
            {"geometry":{"coordinates":[[[120,24,5],[121,24,5],[121,25,5],[120,24,5]]],"type":"Polygon"},
             "properties":{"a":{"b":[1,2]}},"type":"Feature"}
            """);

    assertThat(read.wkt(0)).isEqualTo("POLYGON ((120 24, 121 24, 121 25, 120 24))");
    assertThat(read.row(0)).containsEntry("a", "{\"b\":[1,2]}");
    assertThat(read.plan().warnings()).anyMatch(each -> each.en().contains("heights"));
  }

  @Test
  void badFeaturesAreNamedByLine() throws IOException {
    Imported read =
        read(
            collection(
                point("", 120, 24),
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}",
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,4]]]}}",
                point("", 0, 0),
                point("", 217000, 2672000),
                point("", 121, 25)));

    assertThat(read.lines()).hasSize(2);
    assertThat(read.bad())
        .containsExactly(
            "3 no coordinates",
            "4 a ring that is not closed or has fewer than four points",
            "5 coordinates are 0, 0",
            "6 coordinates look like metres of a TM2 zone");
  }

  @Test
  void metresWithoutASystemAreTakenAsTwd97AndSaidSo() throws IOException {
    Imported read = read(collection(point("", 217000, 2672000)));

    assertThat(read.plan().stored()).isEqualTo(Crs.TWD97_TM2_121);
    assertThat(read.plan().warnings()).anyMatch(each -> each.en().contains("TWD67"));
  }

  @Test
  void exchangedAxesAreRefusedInWords() {
    assertThatThrownBy(() -> read(collection(point("", 24.1, 120.6))))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("latitude and longitude exchanged");
  }

  @Test
  void htmlUnderTheNameOfGeoJsonIsRefused() {
    assertUnreadable("<!DOCTYPE html><html></html>", "line 1", "HTML");
  }

  @Test
  void fileThatIsCutOffIsRefusedWithItsLine() {
    String whole = collection(point("", 120, 24), point("", 121, 25));

    assertUnreadable(whole.substring(0, whole.length() - 30), "not whole GeoJSON", "line 3");
  }

  @Test
  void jsonWithoutFeaturesIsRefused() {
    assertUnreadable("[1,2,3]", "does not start with an object");
    assertUnreadable("{\"type\":\"FeatureCollection\",\"features\":[]}", "no features");
    assertUnreadable("{}", "no row");
  }

  private void assertUnreadable(String content, String... words) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNREADABLE_DATA))
        .message()
        .contains(List.of(words));
  }

  @Test
  void idsThatRepeatGiveWayToRecordNumbers() throws IOException {
    Imported read = read(collection(point("\"id\":1,", 120, 24), point("\"id\":1,", 121, 24)));

    assertThat(read.keys()).containsExactly(1L, 2L);
    assertThat(read.plan().key().source()).isEqualTo(KeyPlan.Source.RECORD_NUMBER);
  }

  @Test
  void columnsNeverCollideWithKeyAndGeometry() throws IOException {
    Imported read =
        read(
            collection(
                point("\"properties\":{\"fid\":\"x\",\"Geom\":1,\"a\":1,\"A\":2},", 120, 24)));

    assertThat(read.columns())
        .containsExactly("fid_2:TEXT", "Geom_2:INTEGER", "a:INTEGER", "A_2:INTEGER");
  }
}
