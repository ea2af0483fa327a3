package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/** What is refused, and that the message says where and why. */
class SldFaultsTest {
  private static final String LINE_STYLE =
      """
      <StyledLayerDescriptor xmlns:xlink="http://www.w3.org/1999/xlink">
      <NamedLayer><Name>a</Name><UserStyle><FeatureTypeStyle><Rule>
      %s
      </Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
      """;

  private final SldReader reader = new SldReader();

  private RequestException refused(String sld) {
    RequestException refused =
        catchThrowableOfType(RequestException.class, () -> reader.readLayers(sld));
    assertThat(refused).as("fault").isNotNull();
    assertThat(refused.parameter()).isEqualTo("SLD_BODY");
    return refused;
  }

  private String message(String inRule) {
    RequestException refused = refused(LINE_STYLE.formatted(inRule));
    assertThat(refused.fault()).isEqualTo(Fault.INVALID_PARAMETER);
    return refused.getMessage();
  }

  @Test
  void externalEntityIsRefusedUnread() {
    String sld =
        """
        <?xml version="1.0"?>
        <!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
        <StyledLayerDescriptor><NamedLayer><Name>&secret;</Name></NamedLayer></StyledLayerDescriptor>
        """;
    assertThat(refused(sld).getMessage())
        .contains("line 2")
        .contains("DOCTYPE")
        .doesNotContain("root");
  }

  @Test
  void parameterEntityIsRefusedUnread() {
    String sld =
        """
        <!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd" [<!ENTITY % p SYSTEM "http://127.0.0.1:1/p"> %p;]>
        <StyledLayerDescriptor/>
        """;
    assertThat(refused(sld).getMessage()).contains("DOCTYPE");
  }

  @Test
  void entityBombIsRefusedAtOnce() {
    StringBuilder sld = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
    for (int i = 1; i < 100; i++) {
      sld.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
    }
    sld.append("]><StyledLayerDescriptor>&e99;</StyledLayerDescriptor>");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> assertThat(refused(sld.toString()).getMessage()).contains("DOCTYPE"));
  }

  @Test
  void brokenXmlSaysTheLine() {
    assertThat(refused("<StyledLayerDescriptor>\n<NamedLayer>\n</Named>").getMessage())
        .contains("line 3")
        .contains("not well-formed");
    assertThat(refused("").getMessage()).contains("not well-formed");
    assertThat(refused("<StyledLayerDescriptor>").getMessage()).contains("not well-formed");
  }

  @Test
  void tooLargeAndTooDeepAreRefused() {
    RequestException large = refused("<!--" + "x".repeat(SldDocument.LONGEST) + "--><a/>");
    assertThat(large.fault()).isEqualTo(Fault.TOO_LARGE);
    assertThat(refused("<a>".repeat(10_000) + "</a>".repeat(10_000)).getMessage())
        .contains("nested deeper");
    assertThat(refused("<a>" + "<b/>".repeat(60_000) + "</a>").getMessage()).contains("elements");
  }

  @Test
  void otherDocumentsAreRefused() {
    assertThat(refused("<html/>").getMessage()).contains("<StyledLayerDescriptor>");
    assertThat(refused("<StyledLayerDescriptor/>").getMessage()).contains("<NamedLayer>");
  }

  @Test
  void misspeltElementIsNamedWithLineAndPath() {
    assertThat(message("<PolygonSymboliser/>"))
        .contains("line 3")
        .contains(
            "StyledLayerDescriptor/NamedLayer/UserStyle/FeatureTypeStyle/Rule/PolygonSymboliser")
        .contains("<PolygonSymboliser> is not known in <Rule>")
        .contains("PolygonSymbolizer");
  }

  @Test
  void misspeltParameterIsNamed() {
    assertThat(
            message(
                "<LineSymbolizer><Stroke><CssParameter name='stroke-with'>1</CssParameter></Stroke>"
                    + "</LineSymbolizer>"))
        .contains("'stroke-with'")
        .contains("stroke-width");
  }

  @Test
  void unknownFunctionIsNamed() {
    assertThat(message(label("<Function name='teleport'><Literal>1</Literal></Function>")))
        .contains("there is no function 'teleport'");
  }

  @Test
  void wrongNumberOfArgumentsIsSaid() {
    assertThat(message(label("<Function name='strConcat'><Literal>1</Literal></Function>")))
        .contains("strConcat takes 2 arguments, there are 1");
  }

  @Test
  void functionsThatCouldRunAwayAreNotOffered() {
    for (String name :
        new String[] {"strMatches", "strReplace", "VectorToRaster", "Query", "env"}) {
      assertThat(
              message(
                  label(
                      "<Function name='%s'><Literal>1</Literal><Literal>(a+)+</Literal></Function>"
                          .formatted(name))))
          .contains("there is no function '" + name + "'");
    }
  }

  @Test
  void graphicsFromElsewhereAreRefused() {
    for (String href :
        new String[] {
          "http://169.254.169.254/latest",
          "file:///etc/passwd",
          "/etc/passwd",
          "../../secret.png",
          "icons/../../x.svg",
          "icons//x.svg",
          "jar:file:x!/y",
          "data:image/png;base64,AA",
          ""
        }) {
      assertThat(
              message(
                  "<PointSymbolizer><Graphic><ExternalGraphic><OnlineResource xlink:href='%s'/>"
                          .formatted(href)
                      + "<Format>image/png</Format></ExternalGraphic></Graphic></PointSymbolizer>"))
          .contains("only graphics that come with the product");
    }
  }

  @Test
  void remoteAndInlineDataAreRefused() {
    assertThat(
            refused(
                    "<StyledLayerDescriptor><UserLayer><Name>x</Name><RemoteOWS/></UserLayer>"
                        + "</StyledLayerDescriptor>")
                .getMessage())
        .contains("not fetched");
    assertThat(
            refused(
                    "<StyledLayerDescriptor><UserLayer><Name>x</Name><InlineFeature/></UserLayer>"
                        + "</StyledLayerDescriptor>")
                .getMessage())
        .contains("inline features are not supported");
  }

  @Test
  void badValuesAreNamed() {
    assertThat(message("<MinScaleDenominator>near</MinScaleDenominator>")).contains("'near'");
    assertThat(
            message(
                "<MinScaleDenominator>9</MinScaleDenominator>"
                    + "<MaxScaleDenominator>3</MaxScaleDenominator>"))
        .contains("below");
    assertThat(
            message(
                "<LineSymbolizer><Stroke><CssParameter name='stroke-dasharray'>5 x</CssParameter>"
                    + "</Stroke></LineSymbolizer>"))
        .contains("'x'");
    assertThat(message("<LineSymbolizer uom='furlong'/>")).contains("uom");
    assertThat(message("<Filter><PropertyIsOdd/></Filter>")).contains("PropertyIsOdd");
    assertThat(
            message(
                "<RasterSymbolizer><ColorMap><ColorMapEntry color='red' quantity='1'/></ColorMap>"
                    + "</RasterSymbolizer>"))
        .contains("#rrggbb");
  }

  private static String label(String expression) {
    return "<TextSymbolizer><Label>" + expression + "</Label></TextSymbolizer>";
  }
}
