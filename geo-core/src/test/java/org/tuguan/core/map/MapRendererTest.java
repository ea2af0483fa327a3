package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tuguan.core.map.TestMaps.STYLES;
import static org.tuguan.core.map.TestMaps.draw;
import static org.tuguan.core.map.TestMaps.ink;
import static org.tuguan.core.map.TestMaps.layer;
import static org.tuguan.core.map.TestMaps.request;
import static org.tuguan.core.map.TestMaps.source;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.geotools.api.filter.capability.FunctionName;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.styling.UomOgcMapping;
import org.junit.jupiter.api.Test;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Query;

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

  @Test
  void veryLargePicturesAreDrawnPassByPassWithTheSameResult() {
    FeatureTypeStyle below =
        STYLES.createFeatureTypeStyle(STYLES.createLineSymbolizer(Color.BLACK, 400));
    FeatureTypeStyle above = STYLES.createFeatureTypeStyle(fill(Color.RED));
    TestMaps.Source area =
        source("POLYGON((1000 1000, 4000 1000, 4000 4000, 1000 4000, 1000 1000))");
    BufferedImage map = draw(4200, 4200, layer(area, TestMaps.passes(below, above)));
    assertThat(area.asked).hasSize(2);
    assertThat(map.getRGB(1050, 2000)).isEqualTo(RED);
    assertThat(map.getRGB(950, 2000)).isEqualTo(0xff000000);
  }

  @Test
  void subPixelPolygonIsAsStrongAsItIsLarge() {
    BufferedImage map =
        draw(
            10,
            10,
            layer(
                source(
                    "POLYGON((4 4, 4.9 4, 4.9 4.9, 4 4))",
                    "POLYGON((7 7, 7.9 7, 7.9 7.9, 7 7.9, 7 7))"),
                fill(Color.RED)));
    assertThat(ink(map, 0, 0, 10, 10)).isEqualTo(2);
    assertThat(new Color(map.getRGB(4, 5)).getGreen()).isCloseTo(255 - 103, within(2));
    assertThat(new Color(map.getRGB(7, 2)).getGreen()).isCloseTo(255 - 207, within(2));
  }

  @Test
  void pixelRatioDoublesWidths() {
    Bounds bounds = new Bounds(TestMaps.METRES, 0, 0, 10, 10);
    StyledLayer line =
        layer(source("LINESTRING(-5 5, 15 5)"), STYLES.createLineSymbolizer(Color.RED, 2));
    assertThat(ink(draw(request(bounds, 20, 20, 1, line)), 10, 0, 1, 20)).isEqualTo(2);
    assertThat(ink(draw(request(bounds, 20, 20, 2, line)), 10, 0, 1, 20)).isEqualTo(4);
  }

  @Test
  void widthInMetresFollowsTheScale() {
    LineSymbolizer line = STYLES.createLineSymbolizer(Color.RED, 4);
    line.setUnitOfMeasure(UomOgcMapping.METRE.getUnit());
    Bounds bounds = new Bounds(TestMaps.METRES, 0, 0, 10, 10);
    StyledLayer layer = layer(source("LINESTRING(-5 5, 15 5)"), line);
    assertThat(ink(draw(request(bounds, 20, 20, 1, layer)), 10, 0, 1, 20)).isEqualTo(8);
  }

  @Test
  void metresAreThoseOfTheGroundInWebMercatorToo() {
    LineSymbolizer line = STYLES.createLineSymbolizer(Color.RED, 1000);
    line.setUnitOfMeasure(UomOgcMapping.METRE.getUnit());
    double[] centre = {120.65, 60};
    CoordinateTransform.between(Crs.CRS84, Crs.WEB_MERCATOR).apply(centre, 0, centre, 0, 1);
    TestMaps.Source data = new TestMaps.Source("test", Crs.WEB_MERCATOR);
    data.with(
        "LINESTRING(%f %f, %f %f)"
            .formatted(centre[0] - 1e5, centre[1], centre[0] + 1e5, centre[1]));
    Bounds bounds =
        new Bounds(
            Crs.WEB_MERCATOR, centre[0] - 5e3, centre[1] - 5e3, centre[0] + 5e3, centre[1] + 5e3);
    BufferedImage map = draw(request(bounds, 100, 100, 1, layer(data, line)));
    assertThat(ink(map, 50, 0, 1, 100)).as("2000 m of Mercator at 60 north").isEqualTo(20);
  }

  @Test
  void pictureIsTheSameFromManyThreadsAtOnce() throws Exception {
    TestMaps.Source spots = new TestMaps.Source("test", TestMaps.METRES);
    for (int i = 0; i < 40; i++) {
      spots.with("POINT(%d %d)".formatted(10 + i * 37 % 180, 10 + i * 53 % 180), "大里");
    }
    Graphic icon =
        STYLES.createGraphic(
            STYLES.createExternalGraphic("icons/school.svg", "image/svg+xml"),
            null,
            null,
            1,
            14,
            30);
    MapRequest request =
        request(200, 200, layer(spots, STYLES.createPointSymbolizer(icon), TestMaps.text(12)));
    MapRenderer renderer = TestMaps.renderer(new RenderProblems());
    int[] expected = renderer.render(request).getRGB(0, 0, 200, 200, null, 0, 200);
    List<int[]> drawn =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> renderer.render(request).getRGB(0, 0, 200, 200, null, 0, 200))
            .toList();
    assertThat(drawn).allMatch(pixels -> Arrays.equals(pixels, expected));
  }

  @Test
  void absurdSizesOfAStyleEndInAMap() {
    TestMaps.Source spot = new TestMaps.Source("test", TestMaps.METRES);
    spot.with("POINT(50 50)", "大里".repeat(5000));
    Graphic icon =
        STYLES.createGraphic(
            STYLES.createExternalGraphic("icons/school.svg", "image/svg+xml"),
            null,
            null,
            1,
            1e9,
            0);
    TextSymbolizer text = TestMaps.text(1e9);
    text.getOptions().put("maxDisplacement", "1e12");
    text.getOptions().put("autoWrap", "0.001");
    text.setHalo(STYLES.createHalo(Color.WHITE, 1e9));
    LineSymbolizer line = STYLES.createLineSymbolizer(Color.RED, 1e12);
    line.getStroke().setDashArray(new float[] {0.0001f, 0.0001f});
    BufferedImage map =
        draw(
            100,
            100,
            layer(spot, STYLES.createPointSymbolizer(icon), text),
            layer(source("LINESTRING(0 0, 100 100)"), line));
    assertThat(map.getRGB(50, 50)).isEqualTo(RED);
  }

  @Test
  void hugeZoomIntoALargePolygonWithDashesIsQuick() {
    StringBuilder ring = new StringBuilder("POLYGON((");
    for (int i = 0; i <= 2000; i++) {
      double angle = 2 * Math.PI * i / 2000;
      ring.append(
          "%s%f %f".formatted(i == 0 ? "" : ",", 1e8 * Math.cos(angle), 1e8 * Math.sin(angle)));
    }
    PolygonSymbolizer dashed = fill(Color.RED);
    dashed.setStroke(STYLES.createStroke(Color.BLACK, 2, new float[] {3, 2}));
    MapRenderer renderer =
        new MapRenderer(
            new MapRenderer.Resources(
                GraphicLibrary.ofStyles(), FontLibrary.ofSystem(), new RenderProblems()),
            Clock.systemUTC(),
            Duration.ofSeconds(2));
    Bounds edge = new Bounds(TestMaps.METRES, 1e8 - 100, -100, 1e8 + 100, 100);
    BufferedImage map =
        renderer.render(request(edge, 200, 200, 1, layer(source(ring + "))"), dashed)));
    assertThat(map.getRGB(10, 100)).isEqualTo(RED);
    assertThat(map.getRGB(190, 100)).isEqualTo(WHITE);
  }

  @Test
  void dashesDoNotMoveWhenTheMapDoes() {
    LineSymbolizer dashed =
        STYLES.createLineSymbolizer(STYLES.createStroke(Color.BLACK, 4, new float[] {7, 4}));
    StyledLayer layer = layer(source("LINESTRING(-500 10, 700 10)"), dashed);
    BufferedImage west =
        draw(request(new Bounds(TestMaps.METRES, 0, 0, 100, 20), 100, 20, 1, layer));
    BufferedImage east =
        draw(request(new Bounds(TestMaps.METRES, 50, 0, 150, 20), 100, 20, 1, layer));
    for (int x = 0; x < 50; x++) {
      assertThat(east.getRGB(x, 10)).isEqualTo(west.getRGB(x + 50, 10));
    }
  }

  @Test
  void drawingStopsAtItsTimeLimit() {
    TestMaps.Source many = new TestMaps.Source("many", TestMaps.METRES);
    for (int i = 0; i < 200; i++) {
      many.with("POINT(5 5)");
    }
    TickingClock clock = new TickingClock();
    MapRenderer renderer =
        new MapRenderer(
            new MapRenderer.Resources(
                GraphicLibrary.ofStyles(), FontLibrary.ofSystem(), new RenderProblems()),
            clock,
            Duration.ofSeconds(3));
    assertThatThrownBy(() -> renderer.render(request(10, 10, layer(many, fill(Color.RED)))))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TIMEOUT));
  }

  @Test
  void interruptedThreadStopsDrawing() {
    MapRenderer renderer = TestMaps.renderer(new RenderProblems());
    MapRequest request = request(10, 10, layer(source("POINT(5 5)"), fill(Color.RED)));
    Fault fault = null;
    Thread.currentThread().interrupt();
    try {
      renderer.render(request);
    } catch (RequestException e) {
      fault = e.fault();
    }
    assertThat(Thread.interrupted()).as("the interrupt is left for the caller").isTrue();
    assertThat(fault).isEqualTo(Fault.TIMEOUT);
  }

  /** A second passes whenever somebody looks. */
  private static final class TickingClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      now = now.plusSeconds(1);
      return now;
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
