package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tuguan.core.map.TestMaps.STYLES;
import static org.tuguan.core.map.TestMaps.draw;
import static org.tuguan.core.map.TestMaps.ink;
import static org.tuguan.core.map.TestMaps.layer;
import static org.tuguan.core.map.TestMaps.request;
import static org.tuguan.core.map.TestMaps.source;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.geotools.api.filter.capability.FunctionName;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.junit.jupiter.api.Test;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Query;

/** Where and in which order things are drawn. */
class MapRendererTest {
  private static final int WHITE = 0xffffffff;
  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;

  private static PolygonSymbolizer fill(Color colour) {
    return STYLES.createPolygonSymbolizer(null, STYLES.createFill(colour));
  }

  /** CONFORMANCE 4.1, 15: BBOX 0.0016,-0.0012,0.0026,-0.0005 at 10 x 7 on the lake's island. */
  @Test
  void frameOfOnePixelAroundAnIslandIsNotWhiteOnAnySide() {
    TestMaps.Source lakes = new TestMaps.Source("cite:Lakes", Crs.CRS84);
    lakes.with(
        "POLYGON((0.0006 -0.0018, 0.001 -0.0006, 0.0024 -0.0001, 0.0031 -0.0015, 0.0006 -0.0018),"
            + " (0.0017 -0.0011, 0.0025 -0.0011, 0.0025 -0.0006, 0.0017 -0.0006, 0.0017 -0.0011))");
    Bounds bounds = new Bounds(Crs.CRS84, 0.0016, -0.0012, 0.0026, -0.0005);
    BufferedImage map = draw(request(bounds, 10, 7, 1, layer(lakes, fill(Color.RED))));
    for (int x = 0; x < 10; x++) {
      assertThat(map.getRGB(x, 0)).isNotEqualTo(WHITE);
      assertThat(map.getRGB(x, 6)).isNotEqualTo(WHITE);
    }
    for (int y = 0; y < 7; y++) {
      assertThat(map.getRGB(0, y)).isNotEqualTo(WHITE);
      assertThat(map.getRGB(9, y)).isNotEqualTo(WHITE);
    }
    assertThat(map.getRGB(5, 3)).isEqualTo(WHITE);
    assertThat(map.getRGB(1, 1)).isEqualTo(WHITE);
    assertThat(map.getRGB(8, 5)).isEqualTo(WHITE);
  }

  @Test
  void edgesOfTheBoundsAreTheOuterEdgesOfPixels() {
    BufferedImage map =
        draw(20, 10, layer(source("POLYGON((3 2, 8 2, 8 6, 3 6, 3 2))"), fill(Color.RED)));
    assertThat(map.getRGB(3, 4)).isEqualTo(RED);
    assertThat(map.getRGB(7, 7)).isEqualTo(RED);
    assertThat(map.getRGB(2, 4)).isEqualTo(WHITE);
    assertThat(map.getRGB(8, 7)).isEqualTo(WHITE);
    assertThat(map.getRGB(3, 3)).isEqualTo(WHITE);
    assertThat(map.getRGB(3, 8)).isEqualTo(WHITE);
  }

  @Test
  void pixelsNeedNotBeSquare() {
    Bounds bounds = new Bounds(TestMaps.METRES, 0, 0, 100, 10);
    BufferedImage map =
        draw(
            request(
                bounds,
                10,
                10,
                1,
                layer(source("POLYGON((50 5, 100 5, 100 10, 50 10, 50 5))"), fill(Color.RED))));
    assertThat(ink(map, 0, 0, 10, 10)).isEqualTo(25);
    assertThat(map.getRGB(5, 0)).isEqualTo(RED);
    assertThat(map.getRGB(9, 4)).isEqualTo(RED);
  }

  @Test
  void opaqueMapHasItsBackgroundAndNoTransparency() {
    MapRequest request =
        new MapRequest(
            new Bounds(TestMaps.METRES, 0, 0, 8, 5),
            8,
            5,
            List.of(),
            false,
            Color.BLUE,
            1,
            Locale.ENGLISH);
    BufferedImage map = draw(request);
    assertThat(map.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    assertThat(map.getRGB(7, 4)).isEqualTo(BLUE);
  }

  @Test
  void transparentMapIsEmptyWhereNothingIsDrawn() {
    BufferedImage map =
        draw(
            TestMaps.transparent(
                10, 10, layer(source("POLYGON((0 0, 5 0, 5 10, 0 10, 0 0))"), fill(Color.RED))));
    assertThat(map.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
    assertThat(map.getRGB(2, 5)).isEqualTo(RED);
    assertThat(map.getRGB(7, 5)).isZero();
  }

  @Test
  void laterLayersAndLaterFeatureTypeStylesLieAbove() {
    TestMaps.Source two =
        source("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON((5 0, 15 0, 15 10, 5 10, 5 0))");
    LineSymbolizer wide = STYLES.createLineSymbolizer(Color.BLACK, 6);
    FeatureTypeStyle below = STYLES.createFeatureTypeStyle(wide);
    FeatureTypeStyle above = STYLES.createFeatureTypeStyle(fill(Color.RED));
    BufferedImage map = draw(20, 10, layer(two, TestMaps.passes(below, above)));
    assertThat(map.getRGB(4, 5)).as("no outline of the second over the first").isEqualTo(RED);
    assertThat(map.getRGB(16, 5)).isEqualTo(0xff000000);

    BufferedImage covered = draw(20, 10, layer(two, fill(Color.RED)), layer(two, fill(Color.BLUE)));
    assertThat(covered.getRGB(3, 5)).isEqualTo(BLUE);
  }

  @Test
  void withoutAnActiveRuleNothingIsAsked() {
    TestMaps.Source data = source("POINT(5 5)");
    Rule far = STYLES.createRule(fill(Color.RED), 1e6, 1e9);
    Style style = TestMaps.passes(STYLES.createFeatureTypeStyle("Feature", far));
    draw(10, 10, layer(data, style));
    assertThat(data.asked).isEmpty();
  }

  @Test
  void scaleRangeIncludesItsMinimumAndNotItsMaximum() {
    double scale = request(10, 10).scaleDenominator();
    assertThat(LayerStyle.active(STYLES.createRule(fill(Color.RED), scale, 1e9), scale)).isTrue();
    assertThat(LayerStyle.active(STYLES.createRule(fill(Color.RED), 0, scale), scale)).isFalse();
  }

  @Test
  void onlyAttributesOfActiveRulesAreAsked() {
    TestMaps.Source data = source("POLYGON((0 0, 5 0, 5 5, 0 5, 0 0))");
    PolygonSymbolizer byRank = STYLES.createPolygonSymbolizer(Color.RED);
    byRank.getFill().setOpacity(STYLES.attributeExpression("rank"));
    Rule shown = STYLES.createRule(fill(Color.RED));
    Rule hidden = STYLES.createRule(byRank, 1e6, 1e9);
    shown.setFilter(
        STYLES
            .getFilterFactory()
            .equals(STYLES.attributeExpression("name"), STYLES.literalExpression("x")));
    draw(10, 10, layer(data, TestMaps.passes(STYLES.createFeatureTypeStyle("F", shown, hidden))));
    Query asked = data.asked.get(0);
    assertThat(asked.attributes()).contains(List.of("name"));
    assertThat(asked.resolution()).isGreaterThan(0);
    assertThat(asked.bounds().orElseThrow().minX()).isLessThanOrEqualTo(0);
  }

  @Test
  void featuresJustOutsideAreAskedForIfTheirStrokeReachesIn() {
    TestMaps.Source data = source("LINESTRING(-3 -5, -3 15)");
    BufferedImage map = draw(10, 10, layer(data, STYLES.createLineSymbolizer(Color.RED, 10)));
    assertThat(map.getRGB(0, 5)).isEqualTo(RED);
    assertThat(map.getRGB(3, 5)).isEqualTo(WHITE);
  }

  @Test
  void badFeatureIsCountedAndTheOthersAreDrawn() {
    TestMaps.Source data = source("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))");
    RenderProblems problems = new RenderProblems();
    PolygonSymbolizer failing = fill(Color.RED);
    failing.getFill().setColor(new FailingExpression());
    BufferedImage map =
        TestMaps.renderer(problems)
            .render(request(10, 10, layer(data, failing), layer(data, fill(Color.BLUE))));
    assertThat(problems.counts()).containsEntry("test/SYMBOL", 1L);
    assertThat(map.getRGB(5, 5)).isEqualTo(BLUE);
  }

  @Test
  void elseRuleTakesWhatNoOtherTook() {
    TestMaps.Source two = new TestMaps.Source("test", TestMaps.METRES);
    two.with("POLYGON((0 0, 5 0, 5 10, 0 10, 0 0))", "a");
    two.with("POLYGON((5 0, 10 0, 10 10, 5 10, 5 0))", "b");
    Rule named = STYLES.createRule(fill(Color.RED));
    named.setFilter(
        STYLES
            .getFilterFactory()
            .equals(STYLES.attributeExpression("name"), STYLES.literalExpression("a")));
    Rule others = STYLES.createRule(fill(Color.BLUE));
    others.setElseFilter(true);
    Style style = TestMaps.passes(STYLES.createFeatureTypeStyle("Feature", others, named));
    BufferedImage map = draw(10, 10, layer(two, style));
    assertThat(map.getRGB(2, 5)).isEqualTo(RED);
    assertThat(map.getRGB(7, 5)).isEqualTo(BLUE);
  }

  @Test
  void sizesAndColoursMayComeFromTheFeature() {
    TestMaps.Source two = new TestMaps.Source("test", TestMaps.METRES);
    two.with("LINESTRING(0 5, 20 5)", "#0000ff", 2L).with("LINESTRING(0 15, 20 15)", "#ff0000", 6L);
    LineSymbolizer line = STYLES.createLineSymbolizer();
    line.getStroke().setColor(STYLES.attributeExpression("name"));
    line.getStroke().setWidth(STYLES.attributeExpression("rank"));
    BufferedImage map = draw(20, 20, layer(two, line));
    assertThat(map.getRGB(10, 5)).isEqualTo(RED);
    assertThat(map.getRGB(10, 15)).isEqualTo(BLUE);
    assertThat(ink(map, 10, 0, 1, 20)).isEqualTo(8);
  }

  /** CONFORMANCE 4.1, 13. */
  @Test
  void outsideTheSystemThereIsBackgroundOnly() {
    Bounds beyondThePole = new Bounds(Crs.CRS84, -10, 90, 10, 110);
    for (Crs data : List.of(Crs.CRS84, Crs.WGS84, TestMaps.METRES, Crs.TWD67_TM2_121)) {
      TestMaps.Source source = new TestMaps.Source("test", data);
      source.with("POLYGON((0 0, 80 0, 80 80, 0 80, 0 0))");
      BufferedImage map = draw(request(beyondThePole, 20, 20, 1, layer(source, fill(Color.RED))));
      assertThat(ink(map, 0, 0, 20, 20)).as(data.code()).isZero();
    }
  }

  /** Stands for any expression that cannot cope with a feature. */
  private static final class FailingExpression implements Function {
    @Override
    public String getName() {
      return "failing";
    }

    @Override
    public FunctionName getFunctionName() {
      return null;
    }

    @Override
    public List<Expression> getParameters() {
      return List.of(STYLES.attributeExpression("name"));
    }

    @Override
    public Literal getFallbackValue() {
      return null;
    }

    @Override
    public Object evaluate(Object object) {
      throw new IllegalStateException("cannot");
    }

    @Override
    public <T> T evaluate(Object object, Class<T> context) {
      throw new IllegalStateException("cannot");
    }

    @Override
    public Object accept(ExpressionVisitor visitor, Object extraData) {
      return visitor.visit(this, extraData);
    }
  }
}
