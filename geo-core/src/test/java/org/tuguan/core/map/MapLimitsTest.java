package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tuguan.core.map.TestMaps.STYLES;
import static org.tuguan.core.map.TestMaps.draw;
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
import java.util.stream.IntStream;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.junit.jupiter.api.Test;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;

/** Drawing copes with much, with many at once and with nonsense, and stops in time. */
class MapLimitsTest {
  private static final int WHITE = 0xffffffff;
  private static final int RED = 0xffff0000;

  private static PolygonSymbolizer fill(Color colour) {
    return STYLES.createPolygonSymbolizer(null, STYLES.createFill(colour));
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
}
