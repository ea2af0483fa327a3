package org.tuguan.api.wms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tuguan.api.wms.Wms.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GetFeatureInfo: the right features, in each form. */
@BlueLakeServer
class FeatureInfoTest {
  private static final String POLYGONS =
      "VERSION=1.3.0&REQUEST=GetFeatureInfo&LAYERS=cite:BasicPolygons&STYLES=&QUERY_LAYERS=cite:BasicPolygons"
          + "&CRS=CRS:84&BBOX=-2,2,2,6&WIDTH=100&HEIGHT=100&I=50&J=50";
  private static final String MAP =
      "VERSION=1.3.0&REQUEST=GetFeatureInfo&STYLES=&CRS=CRS:84&BBOX=-0.0042,-0.0024,0.0042,0.0024"
          + "&WIDTH=420&HEIGHT=240&INFO_FORMAT=application/json";

  private final Wms wms;

  FeatureInfoTest(@Autowired Wms wms) {
    this.wms = wms;
  }

  private JsonNode json(String query) {
    Reply reply = wms.get(query);
    assertThat(reply.mediaType()).describedAs(reply.text()).isEqualTo("application/json");
    return JsonMapper.shared().readTree(reply.text());
  }

  private int found(String layer, int column, int row) {
    return json(MAP + "&LAYERS=%s&QUERY_LAYERS=%s&I=%d&J=%d".formatted(layer, layer, column, row))
        .get("features")
        .size();
  }

  @Test
  void oneFeatureUnlessMoreAreAskedFor() {
    String one = wms.get(POLYGONS).text();
    String two = wms.get(POLYGONS + "&FEATURE_COUNT=2").text();

    assertThat(one).contains("cite:BasicPolygons.2").doesNotContain("cite:BasicPolygons.3");
    assertThat(two).contains("cite:BasicPolygons.2", "cite:BasicPolygons.3");
  }

  @ParameterizedTest
  @CsvSource({"text/plain", "text/html", "application/json"})
  void eachFormIsWhatItSays(String format) {
    assertThat(wms.get(POLYGONS + "&INFO_FORMAT=" + format).mediaType()).startsWith(format);
  }

  @ParameterizedTest
  @CsvSource({
    // the lake, its island, the forest beside it
    "cite:Lakes, 255, 190, 1",
    "cite:Lakes, 315, 160, 0",
    "cite:Lakes, 235, 190, 0",
    // a bridge at 220, 85 with a symbol of 10 pixels
    "cite:Bridges, 220, 85, 1",
    "cite:Bridges, 227, 85, 1",
    "cite:Bridges, 231, 85, 0",
    // a road through 220, 85 of 2 pixels
    "cite:RoadSegments, 140, 111, 1",
    "cite:RoadSegments, 160, 125, 0",
  })
  void symbolsMayBeMissedByAFewPixelsAreasMayNot(String layer, int column, int row, int count) {
    assertThat(found(layer, column, row)).isEqualTo(count);
  }

  @Test
  void onlyTheLayersThatAreAskedAnswer() {
    JsonNode answer =
        json(
            MAP
                + "&LAYERS=cite:Forests,cite:Lakes,cite:Streams&QUERY_LAYERS=cite:Lakes,cite:Forests&I=255&J=190");

    assertThat(answer.at("/features/0/id").asString()).isEqualTo("cite:Lakes.101");
    assertThat(answer.at("/features/1/id").asString()).isEqualTo("cite:Forests.109");
    assertThat(answer.at("/features/0/properties/name").asString()).isEqualTo("Blue Lake");
    assertThat(answer.get("features").size()).isEqualTo(2);
  }

  @Test
  void whatIsFilteredOrBeyondItsScaleIsNotThere() {
    String lake = "&LAYERS=cite:Lakes&QUERY_LAYERS=cite:Lakes&I=255&J=190";

    assertThat(json(MAP + lake + "&CQL_FILTER=name%3D%27no%27").get("features").size()).isZero();
    assertThat(json(MAP.replace("STYLES=", "STYLES=night") + lake).get("features").size()).isOne();
    String far =
        MAP.replace("STYLES=", "STYLES=night")
            .replace("-0.0042,-0.0024,0.0042,0.0024", "-2.0966,-1.2016,2.1034,1.1984");
    assertThat(
            json(far + "&LAYERS=cite:Lakes&QUERY_LAYERS=cite:Lakes&I=210&J=120")
                .get("features")
                .size())
        .isZero();
  }

  @Test
  void coordinatesAreInTheSystemOfTheMap() {
    JsonNode answer =
        json(
            "VERSION=1.3.0&REQUEST=GetFeatureInfo&LAYERS=city_hall&STYLES=&QUERY_LAYERS=city_hall&CRS=EPSG:4326"
                + "&BBOX=24.1519,120.6644,24.1539,120.6664&WIDTH=100&HEIGHT=100&I=50&J=50&INFO_FORMAT=application/json");

    assertThat(answer.at("/features/0/geometry/coordinates/0").asDouble())
        .isBetween(120.66, 120.67);
    assertThat(answer.at("/features/0/geometry/coordinates/1").asDouble()).isBetween(24.15, 24.16);
    assertThat(answer.at("/crs/properties/name").asString())
        .isEqualTo("urn:ogc:def:crs:OGC:1.3:CRS84");
    assertThat(answer.at("/features/0/properties/name").asString()).isEqualTo("臺中市政府");
  }

  @Test
  void version111CallsThePixelXAndY() {
    String query =
        POLYGONS
            .replace("1.3.0", "1.1.1")
            .replace("CRS=CRS:84", "SRS=EPSG:4326")
            .replace("&I=", "&X=")
            .replace("&J=", "&Y=");

    assertThat(wms.get(query).text()).contains("cite:BasicPolygons.2");
  }

  @Test
  void textOfFeaturesIsNeverMarkup() {
    String page =
        wms.get(
                MAP.replace("application/json", "text/html")
                    + "&LAYERS=cite:Buildings&QUERY_LAYERS=cite:Buildings&I=320&J=75")
            .text();

    assertThat(page).contains("2 Shore Street &lt;b&gt;&amp;&quot;&#39;湖濱").doesNotContain("<b>");
  }

  @Test
  void pagesSpeakTheLanguageOfTheReader() {
    String query =
        MAP.replace("application/json", "text/html")
            + "&LAYERS=cite:Lakes&QUERY_LAYERS=cite:Lakes&I=255&J=190&LANGUAGE=";

    assertThat(wms.get(query + "zh-TW").text()).contains("圖徵資訊", "識別碼");
    assertThat(wms.get(query + "en").text())
        .contains("Features at this point", "<html lang=\"en\">");
  }
}
