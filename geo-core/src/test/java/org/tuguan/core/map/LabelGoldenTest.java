package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tuguan.core.map.TestMaps.METRES;
import static org.tuguan.core.map.TestMaps.STYLES;
import static org.tuguan.core.map.TestMaps.draw;
import static org.tuguan.core.map.TestMaps.ink;
import static org.tuguan.core.map.TestMaps.layer;
import static org.tuguan.core.map.TestMaps.text;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.geotools.api.style.Halo;
import org.geotools.api.style.LinePlacement;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.junit.jupiter.api.Test;

/** Labels, drawn with the font that ships with the tests. */
class LabelGoldenTest {
  private static TestMaps.Source features() {
    return new TestMaps.Source("labels", METRES);
  }

  private static TextSymbolizer along(double size) {
    TextSymbolizer text = text(size);
    LinePlacement placement = STYLES.createLinePlacement(0);
    placement.setAligned(true);
    text.setLabelPlacement(placement);
    text.getOptions().put("followLine", "true");
    return text;
  }

  private static Halo halo(Color colour, double radius) {
    return STYLES.createHalo(colour, radius);
  }

  @Test
  void chineseWithHalo() throws IOException {
    PolygonSymbolizer ground =
        STYLES.createPolygonSymbolizer(null, STYLES.createFill(new Color(0x4D9221)));
    TextSymbolizer haloed = text(32);
    haloed.setHalo(halo(Color.WHITE, 3));
    TextSymbolizer bare = text(18);
    StyledLayer back = layer(features().with("POLYGON((0 0, 256 0, 256 128, 0 100, 0 0))"), ground);
    StyledLayer big = layer(features().with("POINT(128 110)", "臺中市西屯區"), haloed);
    StyledLayer small = layer(features().with("POINT(128 30)", "Taichung 圖館"), bare);
    Golden.assertMatches("label-halo-chinese", draw(256, 160, back, big, small));
  }

  @Test
  void labelsDoNotOverlapAndThePriorOnesStay() throws IOException {
    TextSymbolizer text = text(16);
    text.setPriority(STYLES.attributeExpression("rank"));
    TestMaps.Source towns = features();
    String[] names = {"西屯區", "北屯區", "南屯區", "豐原區", "大里區", "太平區", "霧峰區", "烏日區"};
    for (int i = 0; i < 40; i++) {
      int x = 20 + i * 67 % 220;
      int y = 20 + i * 41 % 220;
      towns.with("POINT(%d %d)".formatted(x, y), names[i % names.length], (long) i);
    }
    StyledLayer dots =
        layer(
            towns,
            STYLES.createPointSymbolizer(
                STYLES.createGraphic(
                    null, STYLES.createMark("circle", Color.RED, 0), null, 1, 4, 0)));
    Golden.assertMatches("label-collision", draw(256, 256, dots, layer(towns, text)));
  }

  @Test
  void labelsFollowLinesAndReadUpright() throws IOException {
    TestMaps.Source roads =
        features()
            .with("LINESTRING(10 40, 60 60, 120 62, 180 50, 246 30)", "臺灣大道一段")
            .with("LINESTRING(246 120, 180 90, 100 95, 10 130)", "公園路二段")
            .with("LINESTRING(40 150, 60 200, 100 230, 160 240)", "五權")
            .with("LINESTRING(200 140, 205 246)", "國道三號")
            .with("LINESTRING(20 246, 30 246)", "太短的街");
    StyledLayer lines = layer(roads, STYLES.createLineSymbolizer(new Color(0xFDB863), 12));
    Golden.assertMatches("label-along-line", draw(256, 256, lines, layer(roads, along(15))));
  }

  @Test
  void repeatedLabelsAlongALine() throws IOException {
    TextSymbolizer text = along(12);
    text.getOptions().put("repeat", "100");
    TestMaps.Source road = features().with("LINESTRING(0 64, 384 64)", "公園路");
    StyledLayer line = layer(road, STYLES.createLineSymbolizer(new Color(0xFDB863), 14));
    Golden.assertMatches("label-repeat", draw(384, 128, line, layer(road, text)));
  }

  @Test
  void placementAnchorsDisplacementRotationAndWrapping() throws IOException {
    TestMaps.Source spots = features().with("POINT(64 190)", "甲").with("POINT(190 190)", "ABC");
    TextSymbolizer right = text(20);
    right.setLabelPlacement(STYLES.createPointPlacement(0, 0.5, 8, 0, 0));
    TextSymbolizer turned = text(16);
    turned.setLabelPlacement(STYLES.createPointPlacement(0, 0.5, 10, 0, 60));
    TextSymbolizer wrapped = text(16);
    wrapped.getOptions().put("autoWrap", "70");
    StyledLayer dot =
        layer(
            spots,
            STYLES.createPointSymbolizer(
                STYLES.createGraphic(
                    null, STYLES.createMark("circle", Color.RED, 0), null, 1, 4, 0)),
            right);
    StyledLayer slanted = layer(features().with("POINT(40 120)", "北屯區ABC"), turned);
    StyledLayer long1 = layer(features().with("POINT(128 60)", "臺中市北區公園路一段三十號圖館"), wrapped);
    Golden.assertMatches("label-placement", draw(256, 256, dot, slanted, long1));
  }

  @Test
  void polygonLabelLiesInTheVisiblePart() throws IOException {
    TestMaps.Source area =
        features().with("POLYGON((-2000 20, 120 20, 120 200, -2000 200, -2000 20))", "大里");
    StyledLayer ground =
        layer(area, STYLES.createPolygonSymbolizer(new Color(0xE7D4E8), Color.GRAY, 1));
    Golden.assertMatches("label-polygon", draw(256, 256, ground, layer(area, text(20))));
  }

  @Test
  void shieldsGrowWithTheirText() throws IOException {
    TextSymbolizer shield = text(16);
    shield.setGraphic(
        STYLES.createGraphic(
            null,
            STYLES.createMark("square", new Color(0x1B7837), Color.WHITE, 0),
            null,
            1,
            20,
            0));
    shield.setFill(STYLES.createFill(Color.WHITE));
    shield.getOptions().put("graphic-resize", "stretch");
    shield.getOptions().put("graphic-margin", "4");
    StyledLayer signs =
        layer(features().with("POINT(60 64)", "國道一號").with("POINT(180 64)", "74"), shield);
    Golden.assertMatches("label-shield", draw(256, 128, signs));
  }

  @Test
  void labelIsNotCutAtAnEdgeThatHasRoom() {
    StyledLayer edge = layer(features().with("POINT(252 50)", "西屯區公園"), text(16));
    BufferedImage map = draw(256, 100, edge);
    assertThat(ink(map, 255, 0, 1, 100)).as("no ink in the last column").isZero();
    assertThat(ink(map, 170, 40, 86, 20)).as("the whole label").isGreaterThan(300);
  }

  @Test
  void labelThatDoesNotFitIsLeftOut() {
    StyledLayer wide = layer(features().with("POINT(20 20)", "西屯區公園"), text(16));
    assertThat(ink(draw(40, 40, wide), 0, 0, 40, 40)).isZero();
  }

  @Test
  void partialsMayBeCut() {
    TextSymbolizer partial = text(16);
    partial.getOptions().put("partials", "true");
    StyledLayer wide = layer(features().with("POINT(20 20)", "西屯區公園"), partial);
    assertThat(ink(draw(40, 40, wide), 0, 0, 40, 40)).isPositive();
  }

  @Test
  void labelsAreTheSameInWhateverOrderFeaturesCome() {
    TestMaps.Source one = features();
    TestMaps.Source other = features();
    for (int i = 0; i < 30; i++) {
      one.with("POINT(%d %d)".formatted(20 + i * 37 % 200, 20 + i * 29 % 200), "大里");
      int j = 29 - i;
      other.with("POINT(%d %d)".formatted(20 + j * 37 % 200, 20 + j * 29 % 200), "大里");
    }
    BufferedImage first = draw(240, 240, layer(one, text(14)));
    BufferedImage second = draw(240, 240, layer(other, text(14)));
    for (int y = 0; y < 240; y++) {
      for (int x = 0; x < 240; x++) {
        assertThat(second.getRGB(x, y)).isEqualTo(first.getRGB(x, y));
      }
    }
  }

  @Test
  void groupGivesOneLabelForARoadInPieces() {
    TestMaps.Source pieces = features();
    for (int i = 0; i < 10; i++) {
      pieces.with("LINESTRING(%d 20, %d 20)".formatted(i * 24, i * 24 + 24), "公園路");
    }
    TextSymbolizer alone = along(14);
    TextSymbolizer grouped = along(14);
    grouped.getOptions().put("group", "true");
    assertThat(ink(draw(240, 40, layer(pieces, alone)), 0, 0, 240, 40)).isZero();
    BufferedImage map = draw(240, 40, layer(pieces, grouped));
    assertThat(ink(map, 90, 5, 60, 30)).isPositive();
    assertThat(ink(map, 0, 0, 90, 40) + ink(map, 150, 0, 90, 40)).isZero();
  }

  @Test
  void maxDisplacementFindsAPlaceBesideATakenOne() {
    TestMaps.Source two = features().with("POINT(60 60)", "大里").with("POINT(60 60)", "太平");
    TextSymbolizer fixed = text(14);
    TextSymbolizer moving = text(14);
    moving.getOptions().put("maxDisplacement", "40");
    int one = ink(draw(120, 120, layer(two, fixed)), 0, 0, 120, 120);
    int both = ink(draw(120, 120, layer(two, moving)), 0, 0, 120, 120);
    assertThat(both).isGreaterThan(one * 3 / 2);
  }

  @Test
  void labelsStayOffSymbolsThatAreObstacles() {
    PointSymbolizer dot =
        STYLES.createPointSymbolizer(
            STYLES.createGraphic(null, STYLES.createMark("circle", Color.RED, 0), null, 1, 10, 0));
    StyledLayer label = layer(features().with("POINT(50 50)", "大里"), text(14));
    int dotInk = ink(draw(100, 100, layer(features().with("POINT(60 50)"), dot)), 0, 0, 100, 100);
    dot.getOptions().put("labelObstacle", "true");
    BufferedImage map = draw(100, 100, label, layer(features().with("POINT(60 50)"), dot));
    assertThat(ink(map, 0, 0, 100, 100)).isEqualTo(dotInk);
  }

  @Test
  void spaceAroundKeepsOthersAway() {
    TestMaps.Source two = features().with("POINT(40 40)", "大里").with("POINT(40 62)", "太平");
    TextSymbolizer spaced = text(14);
    spaced.getOptions().put("spaceAround", "20");
    int both = ink(draw(100, 100, layer(two, text(14))), 0, 0, 100, 100);
    int one = ink(draw(100, 100, layer(two, spaced)), 0, 0, 100, 100);
    assertThat(one).isLessThan(both * 2 / 3);
  }
}
