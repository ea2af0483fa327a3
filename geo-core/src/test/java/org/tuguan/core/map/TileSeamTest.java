package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tuguan.core.map.TestMaps.METRES;
import static org.tuguan.core.map.TestMaps.STYLES;
import static org.tuguan.core.map.TestMaps.source;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.junit.jupiter.api.Test;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/** Tiles laid side by side look like one large map. */
class TileSeamTest {
  private static final int SIZE = 128;
  private static final int TILES = 4;
  private static final String[] NAMES = {"ABC", "CAB BC", "BA", "ACBA", "CC AA"};

  /** Placed with the large map's neighbourhood, cut afterwards, against tile by tile. */
  @Test
  void labelsOfPointsGoOnInTheNextTile() {
    TestMaps.Source points = source();
    Random random = new Random(5);
    for (int i = 0; i < 220; i++) {
      points.with(
          "POINT(%d %d)".formatted(random.nextInt(700) - 100, random.nextInt(700) - 100),
          NAMES[i % NAMES.length] + i % 10);
    }
    assertSeamless(TestMaps.layer(points, label()), 9_000);
  }

  @Test
  void labelsOfPolygonsGoOnInTheNextTile() {
    TestMaps.Source areas = source();
    Random random = new Random(6);
    for (int i = 0; i < 60; i++) {
      int x = random.nextInt(600) - 100;
      int y = random.nextInt(600) - 100;
      int w = 30 + random.nextInt(150);
      int h = 30 + random.nextInt(150);
      areas.with(
          "POLYGON((%d %d, %d %d, %d %d, %d %d, %1$d %2$d))"
              .formatted(x, y, x + w, y + h / 5, x + w - 7, y + h, x - 3, y + h - 9),
          NAMES[i % NAMES.length]);
    }
    assertSeamless(TestMaps.layer(areas, label()), 2_000);
  }

  @Test
  void labelsAlongLinesGoOnInTheNextTile() {
    TestMaps.Source lines = source();
    for (int i = 0; i < 12; i++) {
      lines.with(
          "LINESTRING(-80 %d, 240 %d, 600 %d)".formatted(i * 50 - 40, i * 40 + 15, i * 55 - 70),
          NAMES[i % NAMES.length]);
    }
    TextSymbolizer label = label();
    label.setLabelPlacement(STYLES.createLinePlacement(0));
    label.getOptions().put("followLine", "true");
    label.getOptions().put("repeat", "150");
    assertSeamless(TestMaps.layer(lines, label), 2_000);
  }

  @Test
  void linesAndFillsGoOnInTheNextTile() {
    LineSymbolizer dashed = STYLES.createLineSymbolizer(Color.BLACK, 3);
    dashed.getStroke().setDashArray(new float[] {9, 5});
    assertSeamless(
        TestMaps.layer(
            source("LINESTRING(-50 -70, 300 260, 320 240, 700 660)", "LINESTRING(0 500, 500 20)"),
            dashed),
        1_000);
    assertSeamless(
        TestMaps.layer(
            source("POLYGON((-20 30, 480 60, 300 490, 260 200, -20 30))"),
            STYLES.createPolygonSymbolizer(Color.GREEN, Color.BLACK, 2)),
        10_000);
  }

  @Test
  void neighboursInEveryProjectionAgree() {
    double size = 2 * 20_037_508.342789244 / (1 << 16) * SIZE / 256;
    double x = Math.floor(13_430_000 / size) * size;
    double y = Math.floor(2_770_000 / size) * size;
    double[] middle = {x + size, y + size / 2};
    CoordinateTransform.between(Crs.WEB_MERCATOR, METRES).apply(middle, 0, middle, 0, 1);
    TestMaps.Source points = source();
    points.with("POINT(%f %f)".formatted(middle[0], middle[1]), "ABCABC");
    BufferedImage west = tile(TestMaps.layer(points, label()), web(x, y, size));
    BufferedImage east = tile(TestMaps.layer(points, label()), web(x + size, y, size));
    assertThat(TestMaps.ink(west, SIZE - 15, 0, 15, SIZE)).isPositive();
    assertThat(TestMaps.ink(east, 0, 0, 15, SIZE)).isPositive();
  }

  private static Bounds web(double x, double y, double size) {
    return new Bounds(Crs.WEB_MERCATOR, x, y, x + size, y + size);
  }

  private static TextSymbolizer label() {
    TextSymbolizer text = TestMaps.text(14);
    text.setHalo(STYLES.createHalo(Color.YELLOW, 2));
    return text;
  }

  /**
   * @param ink pixels that must not be white, so that something is compared
   */
  private static void assertSeamless(StyledLayer layer, int ink) {
    int side = SIZE * TILES;
    BufferedImage whole = tile(layer, new Bounds(METRES, 0, 0, side, side));
    BufferedImage together = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < TILES; row++) {
      for (int column = 0; column < TILES; column++) {
        double x = column * SIZE;
        double y = side - (row + 1) * SIZE;
        BufferedImage tile = tile(layer, new Bounds(METRES, x, y, x + SIZE, y + SIZE));
        together.createGraphics().drawImage(tile, column * SIZE, row * SIZE, null);
      }
    }
    assertThat(TestMaps.ink(together, 0, 0, side, side)).isGreaterThan(ink);
    int off = 0;
    for (int i = 0; i < side * side; i++) {
      Color a = new Color(whole.getRGB(i % side, i / side));
      Color b = new Color(together.getRGB(i % side, i / side));
      off +=
          Math.abs(a.getRed() - b.getRed()) > 16 || Math.abs(a.getBlue() - b.getBlue()) > 16
              ? 1
              : 0;
    }
    assertThat(off).isLessThan(ink / 200);
  }

  private static BufferedImage tile(StyledLayer layer, Bounds bounds) {
    int width = (int) Math.round(bounds.crs().equals(METRES) ? bounds.width() : SIZE);
    return TestMaps.draw(
        new MapRequest(
                bounds,
                width,
                width,
                List.of(layer),
                false,
                Color.WHITE,
                1,
                Locale.TRADITIONAL_CHINESE)
            .asTile());
  }
}
