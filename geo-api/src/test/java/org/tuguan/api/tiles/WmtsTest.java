package org.tuguan.api.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tuguan.api.wms.BlueLakeServer;
import org.tuguan.api.wms.OgcSchemas;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** WMTS 1.0.0 as strictly as conformance suites look at it. */
@BlueLakeServer
class WmtsTest {
  private static final String WMTS = "http://www.opengis.net/wmts/1.0";
  private static final String OWS = "http://www.opengis.net/ows/1.1";
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final String CAPABILITIES = "service=WMTS&request=GetCapabilities";
  private static final String TILE =
      "service=WMTS&request=GetTile&version=1.0.0&layer=cite:Forests&style=plain&format=image/png"
          + "&TileMatrixSet=WebMercatorQuad&TileMatrix=14&TileRow=8192&TileCol=8192";

  @LocalServerPort private int port;

  private TileClient client;

  @BeforeEach
  void connect() {
    client = TileClient.of(port);
  }

  private TileClient.Reply get(String query) throws Exception {
    return client.get("/wmts?" + query);
  }

  private static Document xml(TileClient.Reply reply) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(reply.body()));
  }

  private Document capabilities() throws Exception {
    return xml(get(CAPABILITIES));
  }

  private static List<Element> all(Document document, String namespace, String name) {
    return elements(document.getElementsByTagNameNS(namespace, name));
  }

  private static List<Element> all(Element element, String namespace, String name) {
    return elements(element.getElementsByTagNameNS(namespace, name));
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String text(Element element, String namespace, String name) {
    return all(element, namespace, name).get(0).getTextContent();
  }

  /** The code and locator of a report, which must be valid. */
  private String fault(int status, TileClient.Reply reply) throws Exception {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).startsWith("application/xml");
    OgcSchemas.validate(
        reply.text(), "http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd");
    Element exception = all(xml(reply), OWS, "Exception").get(0);
    return exception.getAttribute("exceptionCode") + " " + exception.getAttribute("locator");
  }

  private String fault(String query) throws Exception {
    return fault(400, get(query));
  }

  @Test
  void capabilitiesFitTheSchema() throws Exception {
    TileClient.Reply reply = get(CAPABILITIES);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).startsWith("application/xml");
    OgcSchemas.validate(
        reply.text(), "http://schemas.opengis.net/wmts/1.0/wmtsGetCapabilities_response.xsd");
    Element root = xml(reply).getDocumentElement();
    assertThat(root.getAttribute("version")).isEqualTo("1.0.0");
    assertThat(text(root, OWS, "ProviderName")).isNotBlank();
  }

  @Test
  void caseAndOrderOfNamesMakeNoDifference() throws Exception {
    String document = get(CAPABILITIES).text();

    assertThat(get("REQUEST=GetCapabilities&SERVICE=WMTS").text()).isEqualTo(document);
    assertThat(get("rEqUeSt=GetCapabilities&sErViCe=WMTS&extra=1").text()).isEqualTo(document);
    assertThat(get(CAPABILITIES + "&AcceptVersions=1.0.0&Sections=All").text()).isEqualTo(document);
    assertThat(client.get("/wmts/1.0.0/WMTSCapabilities.xml").text()).isEqualTo(document);
  }

  @Test
  void sectionsComeAlone() throws Exception {
    for (String section : WmtsDocument.SECTIONS) {
      Element root = xml(get(CAPABILITIES + "&Sections=" + section)).getDocumentElement();
      assertThat(root.getChildNodes().getLength()).as(section).isEqualTo(1);
      assertThat(root.getFirstChild().getLocalName()).isEqualTo(section);
    }
    Element two = xml(get(CAPABILITIES + "&sections=Contents,Themes")).getDocumentElement();
    assertThat(two.getChildNodes().getLength()).isEqualTo(2);
    assertThat(fault(CAPABILITIES + "&Sections=Nonsense"))
        .isEqualTo("InvalidParameterValue sections");
  }

  @Test
  void versionIsTheFirstThatBothKnow() throws Exception {
    assertThat(xml(get(CAPABILITIES + "&AcceptVersions=2.0.0,1.0.0")).getDocumentElement())
        .extracting(root -> root.getAttribute("version"))
        .isEqualTo("1.0.0");
    TileClient.Reply none = get(CAPABILITIES + "&AcceptVersions=2.0.0");
    assertThat(fault(400, none)).isEqualTo("VersionNegotiationFailed ");
    assertThat(none.text()).doesNotContain("locator");
  }

  @Test
  void operationsSayHowTheyAreAsked() throws Exception {
    for (Element get : all(capabilities(), OWS, "Get")) {
      assertThat(get.getAttributeNS(XLINK, "href")).endsWith("/wmts?");
      Element constraint = all(get, OWS, "Constraint").get(0);
      assertThat(constraint.getAttribute("name")).isEqualTo("GetEncoding");
      assertThat(text(constraint, OWS, "Value")).isEqualTo("KVP");
    }
  }

  @Test
  void identifiersAreUniqueAndLinksLeadToSets() throws Exception {
    Document document = capabilities();
    Element contents = all(document, WMTS, "Contents").get(0);
    Set<String> layers = new HashSet<>();
    for (Element layer : all(contents, WMTS, "Layer")) {
      assertThat(layers.add(text(layer, OWS, "Identifier"))).isTrue();
    }
    Set<String> sets = new HashSet<>();
    for (Element set : elements(contents.getChildNodes())) {
      if (set.getLocalName().equals("TileMatrixSet")) {
        assertThat(sets.add(text(set, OWS, "Identifier"))).isTrue();
        Set<String> scales = new HashSet<>();
        Set<String> levels = new HashSet<>();
        for (Element matrix : all(set, WMTS, "TileMatrix")) {
          assertThat(levels.add(text(matrix, OWS, "Identifier"))).isTrue();
          assertThat(scales.add(text(matrix, WMTS, "ScaleDenominator"))).isTrue();
        }
      }
    }
    assertThat(sets).containsExactlyInAnyOrder("WebMercatorQuad", "WorldCRS84Quad", "TWD97TM2Quad");
    for (Element link : all(document, WMTS, "TileMatrixSetLink")) {
      assertThat(sets).contains(text(link, WMTS, "TileMatrixSet"));
    }
    for (Element reference : all(document, WMTS, "LayerRef")) {
      assertThat(layers).contains(reference.getTextContent());
    }
  }

  @Test
  void wellKnownScalesHaveTheirOwnSystem() throws Exception {
    Element scales = all(capabilities(), WMTS, "WellKnownScaleSet").get(0);
    assertThat(scales.getTextContent()).isEqualTo("urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible");
    assertThat(text((Element) scales.getParentNode(), OWS, "SupportedCRS"))
        .isEqualTo("urn:ogc:def:crs:EPSG:6.18:3:3857");
  }

  @Test
  void gridsAreOfferedWhereTheyReach() throws Exception {
    for (Element layer : all(capabilities(), WMTS, "Layer")) {
      List<String> sets =
          all(layer, WMTS, "TileMatrixSetLink").stream()
              .map(link -> text(link, WMTS, "TileMatrixSet"))
              .toList();
      assertThat(sets.contains("TWD97TM2Quad"))
          .isEqualTo(text(layer, OWS, "Identifier").equals("city_hall"));
    }
  }

  /** Every layer, style, format and set at one level, at two corners of its limits. */
  @Test
  void everythingThatIsOfferedCanBeHad() throws Exception {
    for (Element layer : all(capabilities(), WMTS, "Layer")) {
      String name = text(layer, OWS, "Identifier");
      for (Element style : all(layer, WMTS, "Style")) {
        for (Element format : all(layer, WMTS, "Format")) {
          for (Element link : all(layer, WMTS, "TileMatrixSetLink")) {
            List<Element> limits = all(link, WMTS, "TileMatrixLimits");
            Element level = limits.get(limits.size() - 1);
            for (String corner : List.of("Min", "Max")) {
              TileClient.Reply tile =
                  get(
                      "service=WMTS&request=GetTile&version=1.0.0&layer=%s&style=%s&format=%s&tilematrixset=%s&tilematrix=%s&tilerow=%s&tilecol=%s"
                          .formatted(
                              name,
                              text(style, OWS, "Identifier"),
                              format.getTextContent(),
                              text(link, WMTS, "TileMatrixSet"),
                              text(level, WMTS, "TileMatrix"),
                              text(level, WMTS, corner + "TileRow"),
                              text(level, WMTS, corner + "TileCol")));
              assertThat(tile.status()).as(name).isEqualTo(200);
              assertThat(tile.header("Content-Type")).isEqualTo(format.getTextContent());
              if (format.getTextContent().startsWith("image/")) {
                assertThat(tile.image().getWidth()).isEqualTo(256);
                assertThat(tile.image().getHeight()).isEqualTo(256);
              }
            }
          }
        }
      }
    }
  }

  @Test
  void legendsAreWhatTheirLinksSay() throws Exception {
    Element legend = all(capabilities(), WMTS, "LegendURL").get(0);
    TileClient.Reply picture = client.get(legend.getAttributeNS(XLINK, "href"));
    assertThat(picture.header("Content-Type")).isEqualTo(legend.getAttribute("format"));
    assertThat(picture.image().getWidth()).isPositive();
  }

  @Test
  void tileShowsItsPlaceAndNothingElsewhere() throws Exception {
    TileClient.Reply tile = get(TILE);

    assertThat(tile.status()).isEqualTo(200);
    assertThat(tile.colours()).contains("FF30A030", "00000000");
    assertThat(tile.body()).isEqualTo(client.get("/tiles/cite:Forests/14/8192/8192.png").body());
    assertThat(get(TILE.replace("style=plain", "style=")).body()).isEqualTo(tile.body());
  }

  @Test
  void addressesAnswerLikeParameters() throws Exception {
    String template =
        all(capabilities(), WMTS, "ResourceURL").stream()
            .map(each -> each.getAttribute("template"))
            .filter(each -> each.contains("Forests") && each.endsWith(".png"))
            .findFirst()
            .orElseThrow();
    String address =
        template
            .replace("{Style}", "plain")
            .replace("{TileMatrixSet}", "WebMercatorQuad")
            .replace("{TileMatrix}", "14")
            .replace("{TileRow}", "8192")
            .replace("{TileCol}", "8192");

    assertThat(client.get(address).body()).isEqualTo(get(TILE).body());
    assertThat(fault(404, client.get(address.replace("8192.png", "9000.png"))))
        .isEqualTo("TileOutOfRange TileCol");
    assertThat(fault(404, client.get(address.replace("plain", "none"))))
        .isEqualTo("InvalidParameterValue Style");
    assertThat(fault(404, client.get(address.replace(".png", ".gif"))))
        .isEqualTo("InvalidParameterValue format");
  }

  /** A pixel of the TWD97 grid is 2,048 m at level 0 and half that at each further one. */
  @Test
  void twd97GridHasTheCityWhereItIs() throws Exception {
    TileClient.Reply tile =
        get(
            "service=WMTS&request=GetTile&version=1.0.0&layer=city_hall&style=&format=image/png"
                + "&tilematrixset=TWD97TM2Quad&tilematrix=8&tilerow=103&tilecol=105");

    // (216000 - 105 * 2048) / 8 = 120 and (2883584 - 103 * 2048 - 2672000) / 8 = 80
    assertThat(tile.image().getRGB(120, 80)).isEqualTo(0xff008000);
    assertThat(tile.image().getRGB(100, 80) >>> 24).isZero();
  }

  @Test
  void requestAndServiceMustBeThere() throws Exception {
    assertThat(fault("")).isEqualTo("MissingParameterValue request");
    assertThat(fault("service=WMTS")).isEqualTo("MissingParameterValue request");
    assertThat(fault("service=WMTS&request~GetCapabilities!version~1.0.0"))
        .isEqualTo("MissingParameterValue request");
    assertThat(fault("service=WMTS&request=Nonsense")).isEqualTo("InvalidParameterValue request");
    assertThat(fault("request=GetCapabilities")).isEqualTo("MissingParameterValue service");
    assertThat(fault("service=BOGUS&request=GetCapabilities"))
        .isEqualTo("InvalidParameterValue service");
  }

  @Test
  void everyParameterOfATileMustBeThere() throws Exception {
    for (String name :
        List.of("layer", "style", "format", "TileMatrixSet", "TileMatrix", "TileRow", "TileCol")) {
      String without = TILE.replaceAll("&" + name + "=[^&]*", "");
      assertThat(fault(without)).isEqualTo("MissingParameterValue " + name);
    }
  }

  @Test
  void wrongValuesAreNamed() throws Exception {
    assertThat(fault(TILE.replace("cite:Forests", "none")))
        .isEqualTo("InvalidParameterValue layer");
    assertThat(fault(TILE.replace("plain", "none"))).isEqualTo("InvalidParameterValue Style");
    assertThat(fault(TILE.replace("image/png", "image/none")))
        .isEqualTo("InvalidParameterValue format");
    assertThat(fault(TILE.replace("WebMercatorQuad", "none")))
        .isEqualTo("InvalidParameterValue TileMatrixSet");
    assertThat(fault(TILE.replace("WebMercatorQuad", "TWD97TM2Quad")))
        .isEqualTo("InvalidParameterValue TileMatrixSet");
    for (String matrix : List.of("none", "23", "-1", "014", "99999999999")) {
      assertThat(fault(TILE.replace("TileMatrix=14", "TileMatrix=" + matrix)))
          .isEqualTo("InvalidParameterValue TileMatrix");
    }
    assertThat(fault(TILE.replace("1.0.0", "2.0.0"))).isEqualTo("InvalidParameterValue version");
  }

  @Test
  void placesOutsideTheLimitsAreOutOfRange() throws Exception {
    for (String number : List.of("-1", "100", "16384", "2147483647", "99999999999999999999")) {
      assertThat(fault(TILE.replace("TileRow=8192", "TileRow=" + number)))
          .isEqualTo("TileOutOfRange TileRow");
      assertThat(fault(TILE.replace("TileCol=8192", "TileCol=" + number)))
          .isEqualTo("TileOutOfRange TileCol");
    }
  }
}
