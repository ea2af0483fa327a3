package org.tuguan.core.map;

import static org.tuguan.core.map.TestMaps.STYLES;
import static org.tuguan.core.map.TestMaps.draw;
import static org.tuguan.core.map.TestMaps.layer;
import static org.tuguan.core.map.TestMaps.source;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Stroke;
import org.junit.jupiter.api.Test;

/** Points, lines and polygons as accepted pictures, one idea each. */
class SymbolGoldenTest {

  private static Graphic mark(String name, double size, double rotation) {
    Mark mark = STYLES.createMark(name, new Color(0x2166AC), Color.BLACK, 1);
    return STYLES.createGraphic(null, mark, null, 1, size, rotation);
  }

  private static Graphic icon(String href, double size, double rotation) {
    ExternalGraphic icon = STYLES.createExternalGraphic(href, "image/svg+xml");
    return STYLES.createGraphic(icon, null, null, 1, size, rotation);
  }

  private static PointSymbolizer point(Graphic graphic) {
    return STYLES.createPointSymbolizer(graphic);
  }

  private static String wave(int y) {
    return "LINESTRING(20 %d, 90 %d, 130 %d, 180 %d, 236 %d)"
        .formatted(y, y + 20, y - 15, y + 15, y);
  }

  @Test
  void marks() throws IOException {
    List<StyledLayer> layers = new ArrayList<>();
    String[] names = {
      "circle",
      "square",
      "triangle",
      "star",
      "cross",
      "x",
      "arrow",
      "diamond",
      "pentagon",
      "hexagon",
      "octagon",
      "semicircle",
      "shape://vertline",
      "shape://horline",
      "shape://slash",
      "shape://backslash",
      "shape://dot",
      "shape://plus",
      "shape://times",
      "shape://oarrow",
      "shape://carrow"
    };
    for (int i = 0; i < names.length; i++) {
      String wkt = "POINT(%d %d)".formatted(28 + i % 7 * 34, 176 - i / 7 * 36);
      layers.add(layer(source(wkt), point(mark(names[i], 24, 0))));
    }
    for (int i = 0; i < 6; i++) {
      String wkt = "POINT(%d 40)".formatted(28 + i * 40);
      layers.add(layer(source(wkt), point(mark("arrow", 10 + 4 * i, i * 30))));
    }
    Golden.assertMatches("marks", draw(256, 204, layers.toArray(StyledLayer[]::new)));
  }

  @Test
  void lineDash() throws IOException {
    List<StyledLayer> layers = new ArrayList<>();
    float[][] patterns = {{10, 5}, {2, 6}, {16, 4, 2, 4}, {5}, {12, 8}};
    String[] caps = {"butt", "round", "square", "butt", "round"};
    for (int i = 0; i < patterns.length; i++) {
      Stroke stroke = STYLES.createStroke(new Color(0x7F3B08), 4, patterns[i]);
      stroke.setLineCap(STYLES.literalExpression(caps[i]));
      stroke.setDashOffset(STYLES.literalExpression(3.0 * i));
      layers.add(layer(source(wave(40 + 44 * i)), STYLES.createLineSymbolizer(stroke)));
    }
    Golden.assertMatches("line-dash", draw(256, 256, layers.toArray(StyledLayer[]::new)));
  }

  @Test
  void lineCasingByTwoFeatureTypeStylesJoinsCrossings() throws IOException {
    Stroke casing = STYLES.createStroke(new Color(0x888888), 14);
    Stroke road = STYLES.createStroke(new Color(0xFFE08A), 10);
    for (Stroke stroke : List.of(casing, road)) {
      stroke.setLineCap(STYLES.literalExpression("round"));
      stroke.setLineJoin(STYLES.literalExpression("round"));
    }
    StyledLayer roads =
        layer(
            source(
                "LINESTRING(20 128, 236 128)",
                "LINESTRING(128 20, 128 236)",
                "LINESTRING(30 40, 90 60, 200 210)"),
            TestMaps.passes(
                STYLES.createFeatureTypeStyle(STYLES.createLineSymbolizer(casing)),
                STYLES.createFeatureTypeStyle(STYLES.createLineSymbolizer(road))));
    Golden.assertMatches("line-casing", draw(256, 256, roads));
  }

  @Test
  void lineJoinsAndCaps() throws IOException {
    List<StyledLayer> layers = new ArrayList<>();
    String[][] ends = {{"mitre", "butt"}, {"round", "round"}, {"bevel", "square"}};
    for (int i = 0; i < 3; i++) {
      Stroke stroke = STYLES.createStroke(new Color(0x336699), 16, ends[i][0], ends[i][1]);
      stroke.setOpacity(STYLES.literalExpression(0.6));
      String wkt = "LINESTRING(30 %d, 120 %d, 60 %d, 220 %d)";
      int y = 60 + 70 * i;
      layers.add(
          layer(source(wkt.formatted(y, y, y - 40, y - 40)), STYLES.createLineSymbolizer(stroke)));
    }
    Golden.assertMatches("line-joins", draw(256, 256, layers.toArray(StyledLayer[]::new)));
  }

  @Test
  void perpendicularOffsetLiesToTheLeftOfTheLine() throws IOException {
    LineSymbolizer middle = STYLES.createLineSymbolizer(Color.BLACK, 1);
    LineSymbolizer left = STYLES.createLineSymbolizer(Color.RED, 3);
    left.setPerpendicularOffset(STYLES.literalExpression(10));
    LineSymbolizer right = STYLES.createLineSymbolizer(Color.BLUE, 3);
    right.setPerpendicularOffset(STYLES.literalExpression(-10));
    StyledLayer lines =
        layer(
            source(
                "LINESTRING(20 60, 120 60, 120 160, 230 160)",
                "POLYGON((150 30, 230 30, 230 100, 150 100, 150 30))"),
            middle,
            left,
            right);
    Golden.assertMatches("perpendicular-offset", draw(256, 200, lines));
  }

  @Test
  void graphicStrokePutsMarksAlongTheLine() throws IOException {
    Stroke arrows = STYLES.createStroke(Color.BLACK, 1);
    Graphic arrow = mark("shape://carrow", 12, 0);
    arrow.setGap(STYLES.literalExpression(14));
    arrows.setGraphicStroke(arrow);
    Stroke ties = STYLES.createStroke(Color.BLACK, 1);
    ties.setGraphicStroke(mark("shape://vertline", 10, 0));
    StyledLayer both =
        layer(
            source(wave(170)),
            STYLES.createLineSymbolizer(Color.LIGHT_GRAY, 1),
            STYLES.createLineSymbolizer(arrows));
    StyledLayer rail =
        layer(
            source(wave(60)),
            STYLES.createLineSymbolizer(Color.BLACK, 2),
            STYLES.createLineSymbolizer(ties));
    Golden.assertMatches("graphic-stroke", draw(256, 230, both, rail));
  }

  @Test
  void polygonsWithHolesAndManyParts() throws IOException {
    PolygonSymbolizer symbolizer =
        STYLES.createPolygonSymbolizer(
            STYLES.createStroke(new Color(0x00441B), 2),
            STYLES.createFill(new Color(0xA6DBA0), 0.7));
    StyledLayer layer =
        layer(
            source(
                "POLYGON((20 20, 150 30, 140 150, 30 140, 20 20),"
                    + " (50 50, 110 55, 100 110, 60 100, 50 50))",
                "MULTIPOLYGON(((120 120, 240 110, 230 230, 130 240, 120 120),"
                    + " (150 150, 210 150, 210 210, 150 210, 150 150)),"
                    + " ((170 170, 190 170, 190 190, 170 190, 170 170)))"),
            symbolizer);
    Golden.assertMatches("polygon-hole", draw(256, 256, layer));
  }

  private static StyledLayer filled(int column, int row, Graphic graphic) {
    Fill fill = STYLES.createFill(Color.GRAY);
    fill.setGraphicFill(graphic);
    int x = 10 + column * 82;
    int y = 10 + row * 82;
    String wkt =
        "POLYGON((%d %d, %d %d, %d %d, %d %d, %d %d))"
            .formatted(x, y, x + 72, y, x + 72, y + 72, x, y + 60, x, y);
    return layer(
        source(wkt), STYLES.createPolygonSymbolizer(STYLES.createStroke(Color.BLACK, 1), fill));
  }

  @Test
  void graphicAndHatchFills() throws IOException {
    Golden.assertMatches(
        "polygon-graphic-fill",
        draw(
            256,
            256,
            filled(0, 0, mark("shape://slash", 10, 0)),
            filled(1, 0, mark("shape://times", 12, 0)),
            filled(2, 0, mark("shape://horline", 6, 0)),
            filled(0, 1, mark("circle", 8, 0)),
            filled(1, 1, mark("shape://dot", 8, 0)),
            filled(2, 1, icon("icons/school.svg", 20, 0)),
            filled(0, 2, mark("triangle", 12, 180)),
            filled(1, 2, icon("icons/dot.png", 12, 0)),
            filled(2, 2, mark("shape://backslash", 7, 0))));
  }

  @Test
  void iconsFromSvgAndPng() throws IOException {
    Graphic moved = icon("icons/school.svg?fill=%23B2182B", 40, 0);
    moved.setAnchorPoint(STYLES.createAnchorPoint(0.5, 0));
    moved.setDisplacement(STYLES.createDisplacement(0, 6));
    Graphic faint = icon("icons/school.svg", 40, 45);
    faint.setOpacity(STYLES.literalExpression(0.5));
    PointSymbolizer cross = point(mark("cross", 9, 0));
    Golden.assertMatches(
        "icons",
        draw(
            256,
            128,
            layer(source("POINT(40 64)"), point(icon("icons/school.svg", 48, 0))),
            layer(source("POINT(100 64)"), point(moved), cross),
            layer(source("POINT(160 64)"), point(faint)),
            layer(source("POINT(215 64)"), point(icon("icons/dot.png", 24, 0)))));
  }

  @Test
  void pointSymbolOnAPolygonLiesInsideIt() throws IOException {
    String horseshoe =
        "POLYGON((30 30, 220 30, 220 220, 180 220, 180 70, 70 70, 70 220, 30 220, 30 30))";
    Golden.assertMatches(
        "point-on-polygon",
        draw(
            256,
            256,
            layer(
                source(horseshoe, "LINESTRING(100 120, 150 120, 150 200)"),
                STYLES.createPolygonSymbolizer(Color.LIGHT_GRAY, Color.GRAY, 1),
                point(mark("star", 26, 0)))));
  }

  @Test
  void transparentFillsMix() throws IOException {
    PolygonSymbolizer red = STYLES.createPolygonSymbolizer(null, STYLES.createFill(Color.RED, 0.5));
    PolygonSymbolizer blue =
        STYLES.createPolygonSymbolizer(null, STYLES.createFill(Color.BLUE, 0.5));
    Golden.assertMatches(
        "transparency",
        draw(
            TestMaps.transparent(
                256,
                256,
                layer(source("POLYGON((20 20, 160 20, 160 160, 20 160, 20 20))"), red),
                layer(source("POLYGON((90 90, 236 90, 236 236, 90 236, 90 90))"), blue))));
  }
}
