package org.tuguan.api.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tuguan.api.wms.Wms.Reply;

/** GetCapabilities of both versions, against the OGC's schemas and the rules they cannot say. */
@BlueLakeServer
class CapabilitiesTest {
  private static final String SCHEMA =
      "http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd";
  private static final String SLD_SCHEMA =
      "http://schemas.opengis.net/sld/1.1.0/sld_capabilities.xsd";

  private final Wms wms;

  CapabilitiesTest(@Autowired Wms wms) {
    this.wms = wms;
  }

  private Reply newer() {
    return wms.get("SERVICE=WMS&REQUEST=GetCapabilities");
  }

  private Reply older() {
    return wms.get("SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.1.1");
  }

  @Test
  void version130FitsTheSchema() throws Exception {
    Reply reply = newer();

    assertThat(reply.mediaType()).isEqualTo("text/xml");
    OgcSchemas.validate(reply.text(), SLD_SCHEMA, SCHEMA);
  }

  @Test
  void version111FitsItsDocumentType() throws Exception {
    Reply reply = older();

    assertThat(reply.mediaType()).isEqualTo("application/vnd.ogc.wms_xml");
    assertThat(reply.text())
        .contains("SYSTEM \"http://schemas.opengis.net/wms/1.1.1/capabilities_1_1_1.dtd\"");
    OgcSchemas.validateDtd(reply.text());
  }

  @ParameterizedTest
  @CsvSource({
    "ReQuEsT=GetCapabilities&SeRvIcE=WMS&VeRsIoN=1.3.0, 1.3.0",
    "REQUEST=GetCapabilities&SERVICE=WMS, 1.3.0",
    "REQUEST=GetCapabilities&SERVICE=WMS&VERSION=100.0.0, 1.3.0",
    "REQUEST=GetCapabilities&SERVICE=WMS&VERSION=0.0.0, 1.1.1",
    "REQUEST=GetCapabilities&SERVICE=WMS&VERSION=1.2.0, 1.1.1",
    "REQUEST=capabilities&SERVICE=WMS&WMTVER=1.1.1, 1.1.1",
    "REQUEST=GetCapabilities&SERVICE=WMS&WMTVER=1.1.1&VERSION=1.3.0, 1.3.0",
    "VERSION=1.1.1&REQUEST=GetCapabilities&SERVICE=WMS&WMTVER=1.3.0, 1.1.1",
    "REQUEST=GetCapabilities&SERVICE=WMS&FORMAT=no/such&NONSENSE=1, 1.3.0",
  })
  void versionsAreNegotiated(String query, String version) {
    assertThat(wms.get(query).xpath("/*/@version")).isEqualTo(version);
  }

  @Test
  void addressesOfOperationsArePrefixes() {
    for (Reply reply : List.of(newer(), older())) {
      String links = "//*[local-name()='HTTP']//@xlink:href";
      assertThat(reply.xpath("count(" + links + ")")).isNotEqualTo("0");
      assertThat(reply.xpath("count(" + links + "[. != '" + wms.base() + "/wms?'])"))
          .isEqualTo("0");
    }
  }

  @Test
  void addressesFollowTheProxy() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(wms.base() + "/wms?REQUEST=GetCapabilities&SERVICE=WMS"))
            .header("X-Forwarded-Host", "maps.example.org")
            .header("X-Forwarded-Proto", "https")
            .build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.body()).contains("xlink:href=\"https://maps.example.org/wms?\"");
  }

  @Test
  void updateSequenceTellsWhetherTheDocumentIsNew() {
    long current = Long.parseLong(newer().xpath("/*/@updateSequence"));
    String query = "SERVICE=WMS&REQUEST=GetCapabilities&UPDATESEQUENCE=";

    assertThat(wms.get(query + current).xpath("//ogc:ServiceException/@code"))
        .isEqualTo("CurrentUpdateSequence");
    assertThat(wms.get(query + (current + 1)).xpath("//ogc:ServiceException/@code"))
        .isEqualTo("InvalidUpdateSequence");
    assertThat(wms.get(query + (current - 1)).xpath("local-name(/*)"))
        .isEqualTo("WMS_Capabilities");
  }

  @Test
  void everyLayerSaysWhereItIs() {
    Reply reply = newer();
    int layers = Integer.parseInt(reply.xpath("count(//wms:Layer[wms:Name])"));

    assertThat(layers).isEqualTo(12);
    for (String part :
        List.of(
            "wms:EX_GeographicBoundingBox",
            "wms:BoundingBox",
            "wms:Abstract",
            "wms:KeywordList/wms:Keyword",
            "wms:MetadataURL",
            "wms:Style",
            "ancestor-or-self::*/wms:CRS='CRS:84'")) {
      assertThat(reply.xpath("count(//wms:Layer[wms:Name][" + part + "])"))
          .describedAs(part)
          .isEqualTo("12");
    }
    assertThat(
            reply.xpath(
                "count(//wms:EX_GeographicBoundingBox[not(wms:westBoundLongitude < wms:eastBoundLongitude)])"))
        .isEqualTo("0");
    assertThat(
            reply.xpath(
                "count(//wms:EX_GeographicBoundingBox[not(wms:southBoundLatitude < wms:northBoundLatitude)])"))
        .isEqualTo("0");
    assertThat(reply.xpath("count(//wms:BoundingBox[not(@CRS = ancestor::*/wms:CRS)])"))
        .isEqualTo("0");
    assertThat(
            reply.xpath("count(//wms:BoundingBox[@CRS = preceding-sibling::wms:BoundingBox/@CRS])"))
        .isEqualTo("0");
  }

  @Test
  void systemsAreOfferedWhereTheyCanShowTheData() {
    Reply reply = newer();
    String lakes = "//wms:Layer[wms:Name='cite:Lakes']/ancestor-or-self::*/wms:CRS";
    String hall = "//wms:Layer[wms:Name='city_hall']/ancestor-or-self::*/wms:CRS";

    assertThat(reply.xpath(lakes + "='EPSG:3826'")).isEqualTo("false");
    assertThat(reply.xpath(lakes + "='EPSG:3857'")).isEqualTo("true");
    assertThat(reply.xpath(hall + "='EPSG:3826'")).isEqualTo("true");
    assertThat(reply.xpath(hall + "='EPSG:3828'")).isEqualTo("true");
    assertThat(older().text()).doesNotContain("CRS:84");
  }

  @Test
  void boxesAreWrittenInTheOrderOfTheVersion() {
    String box =
        "//*[local-name()='Layer'][*='city_hall']/*[local-name()='BoundingBox'][@*='EPSG:4326']/@minx";

    assertThat(newer().xpath(box)).startsWith("24.1");
    assertThat(older().xpath(box)).startsWith("120.6");
    assertThat(older().xpath("//Layer[Name='city_hall']/LatLonBoundingBox/@minx"))
        .startsWith("120.6");
  }

  @Test
  void syntheticDataSaySo() {
    String layer = "//wms:Layer[wms:Name='city_hall']";

    assertThat(newer().xpath(layer + "/wms:Title"))
        .contains("模擬資料", "synthetic", "市政中心", "City hall");
    assertThat(newer().xpath(layer + "/wms:Attribution/wms:Title")).contains("模擬資料", "synthetic");
  }

  @Test
  void legendsAreAsLargeAsTheySay() {
    Reply reply = newer();
    int legends = Integer.parseInt(reply.xpath("count(//wms:LegendURL)"));

    assertThat(legends).isEqualTo(13);
    IntStream.rangeClosed(1, legends)
        .mapToObj(i -> "(//wms:LegendURL)[" + i + "]")
        .forEach(
            legend -> {
              Reply picture = wms.fetch(reply.xpath(legend + "/wms:OnlineResource/@xlink:href"));
              assertThat(picture.mediaType()).isEqualTo(reply.xpath(legend + "/wms:Format"));
              assertThat(picture.image().getWidth() + " x " + picture.image().getHeight())
                  .isEqualTo(
                      reply.xpath(legend + "/@width") + " x " + reply.xpath(legend + "/@height"));
            });
  }

  @Test
  void metadataAndDataAreWhereTheySay() {
    Reply reply = newer();
    for (String link : List.of("MetadataURL", "DataURL")) {
      String path = "//wms:Layer[wms:Name='cite:Lakes']/wms:" + link;
      Reply answer = wms.fetch(reply.xpath(path + "/wms:OnlineResource/@xlink:href"));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.mediaType()).startsWith(reply.xpath(path + "/wms:Format"));
    }
  }
}
