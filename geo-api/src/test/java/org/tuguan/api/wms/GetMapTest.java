package org.tuguan.api.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tuguan.api.wms.Wms.Reply;

/** GetMap: pixels read back. */
@BlueLakeServer
class GetMapTest {
  private static final String WHITE = "FFFFFFFF";
  private static final String LAKE = "FF4040C0";
  private static final String FOREST_AND_LAKES =
      "VERSION=1.3.0&REQUEST=GetMap&LAYERS=cite:Forests,cite:Lakes&CRS=CRS:84"
          + "&BBOX=-0.0042,-0.0024,0.0042,0.0024&WIDTH=420&HEIGHT=240&FORMAT=image/png";
  private static final String LAKES =
      "VERSION=1.3.0&REQUEST=GetMap&LAYERS=cite:Lakes&STYLES=&CRS=CRS:84"
          + "&BBOX=0,-0.002,0.004,0&WIDTH=200&HEIGHT=100&FORMAT=image/png";
  private static final String HALL =
      "VERSION=1.3.0&REQUEST=GetMap&LAYERS=city_hall&STYLES=&WIDTH=30&HEIGHT=30&FORMAT=image/png";

  private final Wms wms;

  GetMapTest(@Autowired Wms wms) {
    this.wms = wms;
  }

  /** The box is the outer edge of the pixels, and a fill does not spill over its border. */
  @Test
  void islandIsFramedByTheLakeToThePixel() {
    BufferedImage map =
        wms.get(
                "VERSION=1.3.0&REQUEST=GetMap&LAYERS=cite:Lakes&STYLES=&CRS=CRS:84&WIDTH=10&HEIGHT=7"
                    + "&BBOX=0.0016,-0.0012,0.0026,-0.0005&FORMAT=image/png")
            .image();

    for (int y = 0; y < 7; y++) {
      for (int x = 0; x < 10; x++) {
        boolean frame = x == 0 || y == 0 || x == 9 || y == 6;
        assertThat("%08X".formatted(map.getRGB(x, y)))
            .describedAs(x + "," + y)
            .isEqualTo(frame ? LAKE : WHITE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VERSION=1.3.0&CRS=EPSG:4326&BBOX=-0.002,0,0,0.004",
        "VERSION=1.3.0&CRS=EPSG%3A3824&BBOX=-0.002,0,0,0.004",
        "VERSION=1.1.1&SRS=EPSG:4326&BBOX=0,-0.002,0.004,0",
        "WMTVER=1.1.1&SRS=EPSG:4326&BBOX=0,-2e-3,%2B4E-3,.0",
        "VERSION=1.3.0&CRS=CRS%3A84&BBOX=0,-0.002,0.004,0",
      })
  void axisOrderFollowsVersionAndSystem(String area) {
    BufferedImage map =
        wms.get(
                "REQUEST=GetMap&LAYERS=cite:Lakes&STYLES=&WIDTH=200&HEIGHT=100&FORMAT=image/png&"
                    + area)
            .image();

    assertThat(same(map, wms.get(LAKES).image())).isTrue();
    assertThat(wms.get(LAKES).pixel(50, 60)).isEqualTo(LAKE);
  }

  private static boolean same(BufferedImage one, BufferedImage other) {
    return IntStream.range(0, one.getHeight())
        .allMatch(
            y ->
                IntStream.range(0, one.getWidth())
                    .allMatch(x -> one.getRGB(x, y) == other.getRGB(x, y)));
  }

  @Test
  void withoutTransparentEverythingIsOpaque() {
    assertThat(wms.get(LAKES).pixel(0, 0)).isEqualTo(WHITE);
    assertThat(wms.get(LAKES + "&TRANSPARENT=fAlSe").pixel(0, 0)).isEqualTo(WHITE);
    assertThat(wms.get(LAKES + "&TRANSPARENT=tRuE").pixel(0, 0)).startsWith("00");
    assertThat(wms.get(LAKES + "&TRANSPARENT=TRUE").pixel(50, 60)).isEqualTo(LAKE);
    assertThat(wms.get(LAKES + "&BGCOLOR=0x0000FF").pixel(0, 0)).isEqualTo("FF0000FF");
    assertThat(wms.get(LAKES + "&BGCOLOR=0x0000FF").pixel(50, 60)).isEqualTo(LAKE);
  }

  @ParameterizedTest
  @CsvSource({"1024,768", "8,5", "16,16", "1,1"})
  void picturesHaveTheSizeThatWasAskedFor(int width, int height) {
    BufferedImage map =
        wms.get(
                "VERSION=1.1.1&REQUEST=map&LAYERS=cite:Lakes&STYLES=&SRS=EPSG:4326&BBOX=0,-0.002,0.004,0"
                    + "&FORMAT=image/png&WIDTH=%d&HEIGHT=%d".formatted(width, height))
            .image();

    assertThat(List.of(map.getWidth(), map.getHeight())).containsExactly(width, height);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-10,90,10,110", "100,20,101,21", "-500,-500,-400,-400"})
  void nothingThereIsAnEmptyMap(String box) {
    Reply reply =
        wms.get(
            "VERSION=1.3.0&REQUEST=GetMap&LAYERS=cite:Lakes&STYLES=&CRS=CRS:84&WIDTH=20&HEIGHT=20"
                + "&FORMAT=image/png&BBOX="
                + box);

    assertThat(reply.mediaType()).isEqualTo("image/png");
    assertThat(reply.pixel(10, 10)).isEqualTo(WHITE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&STYLES=",
        "&STYLES=,",
        "&STYLES=plain,",
        "&STYLES=,default",
        "&STYLES=plain,plain"
      })
  void stylesMayBeLeftOutOneByOne(String styles) {
    assertThat(wms.get(FOREST_AND_LAKES + styles).pixel(255, 190)).isEqualTo(LAKE);
  }

  @Test
  void aStyleIsTakenByItsName() {
    assertThat(wms.get(FOREST_AND_LAKES + "&STYLES=,night").pixel(255, 190)).isEqualTo("FF102040");
  }

  @Test
  void beyondItsScalesALayerIsEmpty() {
    String far =
        "VERSION=1.3.0&REQUEST=GetMap&LAYERS=cite:Lakes&STYLES=night&CRS=CRS:84&BBOX=-1,-1,1,1"
            + "&WIDTH=100&HEIGHT=100&FORMAT=image/png";

    assertThat(wms.get(far).pixel(50, 50)).isEqualTo(WHITE);
  }

  @Test
  void everyFormatAnswersAsItself() {
    Reply capabilities = wms.get("SERVICE=WMS&REQUEST=GetCapabilities");
    int formats = Integer.parseInt(capabilities.xpath("count(//wms:GetMap/wms:Format)"));

    assertThat(formats).isPositive();
    for (int i = 1; i <= formats; i++) {
      String format = capabilities.xpath("//wms:GetMap/wms:Format[" + i + "]");
      Reply reply = wms.get(LAKES.replace("image/png", encode(format)));
      assertThat(reply.mediaType().replace(" ", "")).isEqualTo(format.replace(" ", ""));
      assertThat(reply.image().getWidth()).isEqualTo(200);
    }
  }

  @Test
  void everyLayerIsDrawnInEverySystemThatItOffers() {
    for (String version : List.of("1.1.1", "1.3.0")) {
      Reply capabilities = wms.get("SERVICE=WMS&REQUEST=GetCapabilities&VERSION=" + version);
      String layers = "//*[local-name()='Layer'][*[local-name()='Name']]";
      int count = Integer.parseInt(capabilities.xpath("count(" + layers + ")"));
      for (int i = 1; i <= count; i++) {
        drawInEachSystem(capabilities, version, "(" + layers + ")[" + i + "]");
      }
    }
  }

  private void drawInEachSystem(Reply capabilities, String version, String layer) {
    String name = capabilities.xpath(layer + "/*[local-name()='Name']");
    int boxes =
        Integer.parseInt(capabilities.xpath("count(" + layer + "/*[local-name()='BoundingBox'])"));
    for (int i = 1; i <= boxes; i++) {
      String box = layer + "/*[local-name()='BoundingBox'][" + i + "]";
      String crs = capabilities.xpath(box + "/@*[local-name()='CRS' or local-name()='SRS']");
      String edges =
          List.of("minx", "miny", "maxx", "maxy").stream()
              .map(edge -> capabilities.xpath(box + "/@" + edge))
              .collect(Collectors.joining(","));
      BufferedImage map =
          wms.get(
                  "REQUEST=GetMap&VERSION=%s&LAYERS=%s&STYLES=&%s=%s&BBOX=%s&WIDTH=60&HEIGHT=60&FORMAT=image/png"
                      .formatted(
                          version, name, version.equals("1.3.0") ? "CRS" : "SRS", crs, edges))
              .image();
      assertThat(coloured(map)).describedAs(name + " in " + crs + " " + edges).isPositive();
    }
  }

  private static long coloured(BufferedImage map) {
    return IntStream.range(0, map.getWidth() * map.getHeight())
        .filter(i -> (map.getRGB(i % map.getWidth(), i / map.getWidth()) & 0xFFFFFF) != 0xFFFFFF)
        .count();
  }

  /** The accepted four-parameter result; a null shift would miss by some 850 m. */
  @Test
  void twd67IsShiftedByItsOwnOperation() {
    assertThat(wms.get(HALL + "&CRS=EPSG:3826&BBOX=215985,2671985,216015,2672015").pixel(15, 15))
        .isEqualTo("FF008000");
    assertThat(wms.get(HALL + "&CRS=EPSG:3828&BBOX=215156,2672191,215186,2672221").pixel(15, 15))
        .isEqualTo("FF008000");
    assertThat(wms.get(HALL + "&CRS=EPSG:3828&BBOX=215985,2671985,216015,2672015").pixel(15, 15))
        .isEqualTo(WHITE);
  }

  @Test
  void formsArePostedAsWell() {
    assertThat(wms.post(FOREST_AND_LAKES + "&STYLES=,").pixel(255, 190)).isEqualTo(LAKE);
  }

  @Test
  void namesAreTakenHoweverTheyAreEncoded() {
    String encoded =
        "cite:Lakes".chars().mapToObj("%%%02X"::formatted).collect(Collectors.joining());

    assertThat(wms.get(LAKES.replace("cite:Lakes", encoded)).pixel(50, 60)).isEqualTo(LAKE);
  }

  @Test
  void aStyleMayComeWithTheRequest() {
    String sld =
        """
        <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld">
        <NamedLayer><Name>cite:Lakes</Name><UserStyle><FeatureTypeStyle><Rule><PolygonSymbolizer>
        <Fill><CssParameter name="fill">#FF8800</CssParameter></Fill>
        </PolygonSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
        """;

    assertThat(wms.get(LAKES + "&SLD_BODY=" + encode(sld)).pixel(50, 60)).isEqualTo("FFFF8800");
    String literal = LAKES.replace("LAYERS=cite:Lakes&STYLES=&", "");
    assertThat(wms.post(literal + "&SLD_BODY=" + encode(sld)).pixel(50, 60)).isEqualTo("FFFF8800");
  }

  @Test
  void filtersChooseFeaturesLayerByLayer() {
    String filters = encode("name = 'no such'; INCLUDE");
    assertThat(wms.get(FOREST_AND_LAKES + "&CQL_FILTER=" + filters).pixel(255, 190))
        .isEqualTo(LAKE);
    assertThat(wms.get(FOREST_AND_LAKES + "&CQL_FILTER=" + filters).pixel(200, 200))
        .isEqualTo(WHITE);
    assertThat(wms.get(LAKES + "&CQL_FILTER=" + encode("name LIKE 'Blue%'")).pixel(50, 60))
        .isEqualTo(LAKE);
    assertThat(wms.get(LAKES + "&CQL_FILTER=" + encode("name = 'a;b'' c'")).pixel(50, 60))
        .isEqualTo(WHITE);
  }

  @Test
  void sharpScreensGetLargerSymbols() {
    String bridge =
        "VERSION=1.3.0&REQUEST=GetMap&LAYERS=cite:Bridges&STYLES=&CRS=CRS:84&BBOX=-0.0008,-0.0003,0.0012,0.0017"
            + "&FORMAT=image/png&WIDTH=100&HEIGHT=100";

    assertThat(coloured(wms.get(bridge).image())).isBetween(95L, 125L);
    assertThat(coloured(wms.get(bridge + "&FORMAT_OPTIONS=dpi:180").image())).isBetween(390L, 445L);
    assertThat(coloured(wms.get(bridge + "&FORMAT_OPTIONS=dpi:96").image())).isBetween(95L, 125L);
  }

  @Test
  void dimensionsThatALayerDoesNotHaveAreIgnored() {
    assertThat(wms.get(LAKES + "&TIME=2000-01-01&ELEVATION=5&WHATEVER=1").pixel(50, 60))
        .isEqualTo(LAKE);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
