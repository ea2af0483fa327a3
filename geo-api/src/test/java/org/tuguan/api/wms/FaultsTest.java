package org.tuguan.api.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tuguan.api.wms.Wms.Reply;

/** Bad input is answered in the protocol's form, names the parameter, and the server goes on. */
@BlueLakeServer
class FaultsTest {
  private static final String SCHEMA = "http://schemas.opengis.net/wms/1.3.0/exceptions_1_3_0.xsd";
  private static final String GOOD =
      "VERSION=1.3.0&REQUEST=GetMap&LAYERS=cite:Forests,cite:Lakes&STYLES=,&CRS=CRS:84"
          + "&BBOX=-0.0042,-0.0024,0.0042,0.0024&WIDTH=42&HEIGHT=24&FORMAT=image/png";
  private static final String INFO =
      "VERSION=1.3.0&REQUEST=GetFeatureInfo&LAYERS=cite:Lakes&STYLES=&QUERY_LAYERS=cite:Lakes&CRS=CRS:84"
          + "&BBOX=0,-0.002,0.004,0&WIDTH=200&HEIGHT=100&I=50&J=60&INFO_FORMAT=text/plain";

  private final Wms wms;

  FaultsTest(@Autowired Wms wms) {
    this.wms = wms;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LAYERS | nope,cite:Lakes                       | LayerNotDefined
          LAYERS | cite:Lakes,nope                       | LayerNotDefined
          LAYERS | 'x''; DROP TABLE tuguan.layer; --,y'  | LayerNotDefined
          LAYERS | <script>alert(1)</script>,b           | LayerNotDefined
          STYLES | nope,                                 | StyleNotDefined
          STYLES | ,nope                                 | StyleNotDefined
          STYLES | plain                                 | ''
          CRS    | EPSG:99999                            | InvalidCRS
          CRS    | AUTO2:42001,1,0,0                     | InvalidCRS
          CRS    | ''                                    | ''
          FORMAT | image/bmp                             | InvalidFormat
          FORMAT | ''                                    | ''
          BBOX   | 0.0042,-0.0024,-0.0042,0.0024         | ''
          BBOX   | 0,0,0,1                               | ''
          BBOX   | 0,0,NaN,1                             | ''
          BBOX   | 0,0,1                                 | ''
          BBOX   | 0,0,1,1,1                             | ''
          BBOX   | 0,0,1e999,1                           | ''
          BBOX   | 0,0,Infinity,1                        | ''
          BBOX   | 0x0,0,0x1p3,1                         | ''
          BBOX   | a,b,c,d                               | ''
          BBOX   | ''                                    | ''
          WIDTH  | 0                                     | ''
          WIDTH  | 100000                                | ''
          WIDTH  | -5                                    | ''
          WIDTH  | 12.5                                  | ''
          WIDTH  | 99999999999999999999                  | ''
          HEIGHT | 0                                     | ''
          HEIGHT | 100000                                | ''
          HEIGHT | ''                                    | ''
          TRANSPARENT | maybe                            | ''
          BGCOLOR     | red                              | ''
          CQL_FILTER  | name = ;INCLUDE                  | ''
          CQL_FILTER  | name = 'a'                       | ''
          CQL_FILTER  | nosuch = 1;INCLUDE               | ''
          CQL_FILTER  | 1=1); DROP TABLE layers.lakes;-- | ''
          CQL_FILTER  | '"name"'') OR 1=1 --;INCLUDE'    | ''
          SLD         | http://127.0.0.1/style.sld       | ''
          SLD_BODY    | <StyledLayerDescriptor           | ''
          SLD_BODY    | <a/>                             | ''
          SLD_BODY    | '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' | ''
          FORMAT_OPTIONS | dpi:9999                      | ''
          SERVICE     | WFS                              | ''
          REQUEST     | GetEverything                    | OperationNotSupported
          VERSION     | ''                               | ''
          VERSION     | 7.7                              | ''
          """)
  void badMapRequestsSayWhichParameter(String parameter, String value, String code)
      throws Exception {
    String query = without(GOOD, parameter) + "&" + parameter + "=" + encode(value);

    Reply reply = wms.get(query);

    assertThat(reply.mediaType()).describedAs(reply.text()).isEqualTo("text/xml");
    assertThat(reply.status()).isEqualTo(200);
    OgcSchemas.validate(reply.text(), SCHEMA);
    assertThat(reply.xpath("//ogc:ServiceException/@code")).isEqualTo(code);
    assertThat(reply.xpath("//ogc:ServiceException/@locator")).isEqualTo(parameter);
    assertThat(reply.xpath("//ogc:ServiceException"))
        .contains(parameter.equals("LAYERS") ? "layer" : parameter)
        .doesNotContain("Exception", "org.", "SELECT", "passwd:");
    assertThat(wms.get(GOOD).mediaType()).isEqualTo("image/png");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          QUERY_LAYERS  | nope          | LayerNotDefined
          QUERY_LAYERS  | cite:Forests  | LayerNotDefined
          QUERY_LAYERS  | ''            | ''
          INFO_FORMAT   | no/such       | InvalidFormat
          I             | 200           | InvalidPoint
          I             | -1            | InvalidPoint
          I             | x             | InvalidPoint
          I             | ''            | ''
          J             | 100           | InvalidPoint
          J             | -1            | InvalidPoint
          FEATURE_COUNT | 0             | ''
          FEATURE_COUNT | many          | ''
          """)
  void badQuestionsSayWhichParameter(String parameter, String value, String code) throws Exception {
    Reply reply = wms.get(without(INFO, parameter) + "&" + parameter + "=" + encode(value));

    assertThat(reply.mediaType()).isEqualTo("text/xml");
    OgcSchemas.validate(reply.text(), SCHEMA);
    assertThat(reply.xpath("//ogc:ServiceException/@code")).isEqualTo(code);
    assertThat(reply.xpath("//ogc:ServiceException/@locator")).isEqualTo(parameter);
  }

  @Test
  void aQueryThatCannotBeDecodedIsTheCallersFault() throws Exception {
    Reply reply = wms.get(GOOD + "&CQL_FILTER=%FF");

    assertThat(reply.status()).describedAs(reply.text()).isEqualTo(200);
    OgcSchemas.validate(reply.text(), SCHEMA);
    assertThat(reply.xpath("//ogc:ServiceException")).contains("percent-encoded");
  }

  private static String without(String query, String parameter) {
    return query.replaceAll("(?<=^|&)" + parameter + "=[^&]*(&|$)", "");
  }

  @Test
  void version111HasItsOwnForm() throws Exception {
    String query =
        "VERSION=1.1.1&REQUEST=GetMap&LAYERS=cite:Lakes&STYLES=&SRS=EPSG:99999&BBOX=0,0,1,1&WIDTH=9&HEIGHT=9"
            + "&FORMAT=image/png";
    for (String form : new String[] {"", "&EXCEPTIONS=application/vnd.ogc.se_xml"}) {
      Reply reply = wms.get(query + form);

      assertThat(reply.mediaType()).isEqualTo("application/vnd.ogc.se_xml");
      OgcSchemas.validateDtd(reply.text());
      assertThat(reply.xpath("/ServiceExceptionReport/@version")).isEqualTo("1.1.1");
      assertThat(reply.xpath("//ServiceException/@code")).isEqualTo("InvalidSRS");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.3.0, BLANK, &TRANSPARENT=FALSE&BGCOLOR=0xFF0000, FFFF0000",
    "1.3.0, BLANK, &TRANSPARENT=TRUE, 00000000",
    "1.1.1, application/vnd.ogc.se_blank, &BGCOLOR=0xFF0000, FFFF0000",
  })
  void blankFaultsHaveOneColour(String version, String form, String options, String colour) {
    BufferedImage picture = unknownLayer(version, form, options).image();

    assertThat(picture.getWidth()).isEqualTo(300);
    assertThat(picture.getHeight()).isEqualTo(60);
    assertThat(colours(picture)).containsOnly((int) Long.parseLong(colour, 16));
  }

  @ParameterizedTest
  @CsvSource({"1.3.0, INIMAGE", "1.1.1, application/vnd.ogc.se_inimage"})
  void faultsAreWrittenIntoPictures(String version, String form) {
    Reply reply = unknownLayer(version, form, "");

    assertThat(reply.mediaType()).isEqualTo("image/png");
    assertThat(colours(reply.image())).hasSizeGreaterThan(10);
  }

  private Reply unknownLayer(String version, String form, String options) {
    return wms.get(
        "VERSION=%s&REQUEST=GetMap&LAYERS=nope&STYLES=&CRS=CRS:84&SRS=EPSG:4326&BBOX=0,0,1,1&WIDTH=300&HEIGHT=60"
                .formatted(version)
            + "&FORMAT=image/png&EXCEPTIONS="
            + form
            + options);
  }

  private static int[] colours(BufferedImage picture) {
    return IntStream.range(0, picture.getWidth() * picture.getHeight())
        .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
        .distinct()
        .toArray();
  }

  @Test
  void pictureWithoutSizeFallsBackToXml() {
    assertThat(wms.get("VERSION=1.3.0&REQUEST=GetMap&LAYERS=nope&EXCEPTIONS=BLANK").mediaType())
        .isEqualTo("text/xml");
  }

  @Test
  void sameParameterTwiceMustSayTheSame() {
    assertThat(wms.get(GOOD + "&width=42").mediaType()).isEqualTo("image/png");
    assertThat(wms.get(GOOD + "&width=43").xpath("//ogc:ServiceException/@locator"))
        .isEqualTo("WIDTH");
  }

  @Test
  void filtersThatGoTooDeepAreRefused() {
    for (String piece : new String[] {"(", "NOT ", "a + (", "[a"}) {
      Reply reply =
          wms.post(GOOD + "&CQL_FILTER=" + encode(piece.repeat(3_000) + "1=1") + ";INCLUDE");

      assertThat(reply.xpath("//ogc:ServiceException/@locator")).isEqualTo("CQL_FILTER");
    }
  }

  @Test
  void tooManyLayersAreRefusedByNumber() {
    String many = "cite:Lakes,".repeat(30) + "cite:Lakes";

    assertThat(
            wms.get(GOOD.replace("cite:Forests,cite:Lakes", many).replace("STYLES=,", "STYLES="))
                .text())
        .contains("31 layers", "at most 30");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
