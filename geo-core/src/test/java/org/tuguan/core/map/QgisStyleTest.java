package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;

class QgisStyleTest {
  private static final String RED =
      "<PolygonSymbolizer><Fill><CssParameter name=\"fill\">#FF0080</CssParameter>"
          + "<CssParameter name=\"fill-opacity\">0.5</CssParameter></Fill></PolygonSymbolizer>";

  private static String sld(String... rules) {
    return "<StyledLayerDescriptor><NamedLayer><UserStyle><FeatureTypeStyle>"
        + String.join("", rules)
        + "</FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
  }

  private static String rule(String filter, String symbolizer) {
    String inside = filter.isEmpty() ? "" : "<Filter>" + filter + "</Filter>";
    return "<Rule><Title>甲 &amp; 乙|A</Title>" + inside + symbolizer + "</Rule>";
  }

  private static String equal(String value) {
    return "<PropertyIsEqualTo><PropertyName>use</PropertyName><Literal>"
        + value
        + "</Literal></PropertyIsEqualTo>";
  }

  private static String between(int low, int high) {
    return "<PropertyIsBetween><PropertyName>floors</PropertyName><LowerBoundary><Literal>%d</Literal></LowerBoundary><UpperBoundary><Literal>%d</Literal></UpperBoundary></PropertyIsBetween>"
        .formatted(low, high);
  }

  @Test
  void oneRuleIsASingleSymbol() {
    assertThat(QgisStyle.of(sld(rule("", RED))).orElseThrow())
        .contains("type=\"singleSymbol\"", "SimpleFill", "255,0,128,128", "outline_style")
        .contains("hasScaleBasedVisibilityFlag=\"0\"");
  }

  @Test
  void whatLinesAndPolygonsStartWithIsSimple() {
    for (GeometryKind kind : List.of(GeometryKind.LINE, GeometryKind.POLYGON)) {
      FeatureType type = new FeatureType("layer", List.of(), "geom", kind, Crs.TWD97_TM2_121);
      assertThat(QgisStyle.of(StarterStyle.of(type))).as(kind.name()).isPresent();
    }
  }

  @Test
  void valuesAreCategories() {
    assertThat(QgisStyle.of(sld(rule(equal("住&lt;宅"), RED), rule(equal("B"), RED))).orElseThrow())
        .contains("categorizedSymbol\" attr=\"use\"", "label=\"甲 &amp; 乙 A\"", "value=\"住&lt;宅\"")
        .contains("value=\"B\" symbol=\"1\"", "name=\"1\"");
  }

  @Test
  void rangesAreGraduated() {
    String open =
        "<PropertyIsGreaterThanOrEqualTo><PropertyName>floors</PropertyName><Literal>9</Literal></PropertyIsGreaterThanOrEqualTo>";
    assertThat(QgisStyle.of(sld(rule(between(1, 2), RED), rule(open, RED))).orElseThrow())
        .contains("graduatedSymbol\" attr=\"&quot;floors&quot;\"")
        .contains("lower=\"1.0\" upper=\"2.0\" symbol=\"0\"", "lower=\"9.0\" upper=\"1.79");
  }

  @Test
  void whatIsNotSimpleHasNone() {
    String dashed =
        "<LineSymbolizer><Stroke><CssParameter name=\"stroke-dasharray\">1 2</CssParameter></Stroke></LineSymbolizer>";
    String near = "<Rule><MaxScaleDenominator>1000</MaxScaleDenominator>" + RED + "</Rule>";
    assertThat(QgisStyle.of(sld(rule("", dashed)))).isEmpty();
    assertThat(QgisStyle.of(sld(rule("", RED), rule("", RED)))).isEmpty();
    assertThat(QgisStyle.of(sld(rule(equal("A"), RED), near))).isEmpty();
    assertThat(QgisStyle.of(sld(rule(equal("A"), RED), rule(between(1, 2), RED)))).isEmpty();
    assertThat(QgisStyle.of(sld(rule("<Not>" + equal("A") + "</Not>", RED)))).isEmpty();
    assertThat(QgisStyle.of(sld("<Rule><ElseFilter/>" + RED + "</Rule>"))).isEmpty();
    assertThat(QgisStyle.of(sld())).isEmpty();
  }
}
