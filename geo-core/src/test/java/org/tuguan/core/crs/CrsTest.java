package org.tuguan.core.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

class CrsTest {
  private static final String TWD97_ESRI =
      """
      PROJCS["TWD_1997_TM_Taiwan",GEOGCS["GCS_TWD_1997",DATUM["D_TWD_1997",SPHEROID["GRS_1980",\
      6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],\
      PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",250000.0],\
      PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",121.0],\
      PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]""";

  static Stream<Crs> known() {
    return Crs.listKnown().stream();
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:3826, EPSG:3826",
    "' epsg:3826 ', EPSG:3826",
    "urn:ogc:def:crs:EPSG::3828, EPSG:3828",
    "urn:ogc:def:crs:EPSG:6.9:4326, EPSG:4326",
    "urn:x-ogc:def:crs:EPSG::4326, EPSG:4326",
    "http://www.opengis.net/def/crs/EPSG/0/3825, EPSG:3825",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84, CRS:84",
    "urn:ogc:def:crs:OGC:1.3:CRS84, CRS:84",
    "CRS:84, CRS:84",
    "OGC:CRS84, CRS:84",
    "EPSG:900913, EPSG:3857"
  })
  void spellingsOfOneSystem(String text, String code) {
    assertThat(Crs.find(text).orElseThrow().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3826", "EPSG:2326", "EPSG:38260000000", "AUTO:42001", "EPSG:3826;x"})
  void otherTextNamesNoSystem(String text) {
    assertThat(Crs.find(text)).isEmpty();
    assertThatThrownBy(() -> Crs.parse("CRS", text))
        .isInstanceOf(RequestException.class)
        .matches(e -> ((RequestException) e).fault() == Fault.UNKNOWN_CRS)
        .hasMessageContaining("EPSG:3826");
  }

  @Test
  void onlyGeographicAuthoritiesPutNorthFirst() {
    assertThat(Crs.listKnown().stream().filter(Crs::northFirst))
        .containsExactlyInAnyOrder(Crs.WGS84, Crs.TWD97, Crs.TWD67);
  }

  @ParameterizedTest
  @MethodSource("known")
  void addressOfASystemFindsIt(Crs crs) {
    assertThat(Crs.find(crs.uri())).contains(crs);
    assertThat(Crs.find(crs.code())).contains(crs);
  }

  @ParameterizedTest
  @MethodSource("known")
  void definitionsThatGdalWritesAreRecognised(Crs crs) {
    Crs expected = crs.equals(Crs.CRS84) ? Crs.WGS84 : crs;
    for (String form : List.of("wkt1", "wkt2", "wkt_esri")) {
      String wkt =
          CommandLine.run("", "gdalsrsinfo", "--single-line", "-o", form, "EPSG:" + crs.srid());
      String nameless = wkt.replaceAll(",(AUTHORITY|ID)\\[[^\\[\\]]*\\](?=\\]\\s*$)", "");

      assertThat(Crs.findWkt(wkt)).as(wkt).contains(expected);
      assertThat(Crs.findWkt(nameless)).as(nameless).contains(expected);
    }
  }

  @Test
  void parametersDecideAndNotTheName() {
    assertThat(Crs.findWkt(TWD97_ESRI)).contains(Crs.TWD97_TM2_121);
    assertThat(Crs.findWkt(TWD97_ESRI.replace("TWD_1997_TM_Taiwan", "TWD97_TM2")))
        .contains(Crs.TWD97_TM2_121);
    assertThat(Crs.findWkt(TWD97_ESRI.replace("121.0", "119.0"))).contains(Crs.TWD97_TM2_119);
    assertThat(Crs.findWkt(TWD97_ESRI.replace("D_TWD_1997", "unknown")))
        .contains(Crs.TWD97_TM2_121);
    String old = TWD97_ESRI.replace("6378137.0,298.257222101", "6378160.0,298.25");
    assertThat(Crs.findWkt(old.replace("D_TWD_1997", "D_TWD_1967"))).contains(Crs.TWD67_TM2_121);
    assertThat(Crs.findWkt(old.replace("D_TWD_1997", "D_Hu_Tzu_Shan_1950")))
        .contains(Crs.TWD67_TM2_121);
  }

  @Test
  void whatLiesElsewhereIsNotRecognised() {
    assertThat(Crs.findWkt(TWD97_ESRI.replace("121.0", "120.0"))).isEmpty();
    assertThat(Crs.findWkt(TWD97_ESRI.replace("0.9999", "0.9996"))).isEmpty();
    assertThat(Crs.findWkt(TWD97_ESRI.replace("250000.0", "500000.0"))).isEmpty();
    assertThat(Crs.findWkt(TWD97_ESRI.replace("\"Meter\",1.0", "\"Foot\",0.3048"))).isEmpty();
    assertThat(Crs.findWkt(TWD97_ESRI.replace("6378137.0", "6378388.0"))).isEmpty();
    assertThat(Crs.findWkt(TWD97_ESRI.replace("D_TWD_1997", "D_Tokyo"))).isEmpty();
    assertThat(Crs.findWkt(TWD97_ESRI.replace("\"Greenwich\",0.0", "\"Paris\",2.337"))).isEmpty();
    assertThat(Crs.findWkt(TWD97_ESRI.replace("Transverse_Mercator", "Lambert"))).isEmpty();
    for (int srid : new int[] {32651, 4301, 2443, 3395, 4258, 3829}) {
      String wkt =
          CommandLine.run("", "gdalsrsinfo", "--single-line", "-o", "wkt1", "EPSG:" + srid);
      assertThat(Crs.findWkt(wkt)).as(wkt).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[", "PROJCS[", "PROJCS[\"a\"", "]]]]", "LOCAL_CS[\"x\"]", "GEOGCS[]"})
  void brokenDefinitionIsNotRecognised(String wkt) {
    assertThat(Crs.findWkt(wkt)).isEmpty();
  }

  @Test
  void likelySystemOfNumbersFromTaiwan() {
    assertThat(Crs.guess(120.65, 24.15)).contains(Crs.CRS84);
    assertThat(Crs.guess(216_000, 2_672_000)).contains(Crs.TWD97_TM2_121);
    assertThat(Crs.guess(13_430_000, 2_770_000)).contains(Crs.WEB_MERCATOR);
    assertThat(Crs.guess(24.15, 120.65)).isEmpty();
    assertThat(Crs.guess(Double.NaN, 0)).isEmpty();
  }
}
