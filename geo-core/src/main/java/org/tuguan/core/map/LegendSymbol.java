package org.tuguan.core.map;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Font;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.StyleFactory;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.MemoryFeatureSource;

/**
 * Draws the symbol of a legend entry: a map of one made-up feature, so that it looks as it does on
 * the map. A metre of the symbol is a pixel.
 */
final class LegendSymbol {
  private static final double MARGIN = 2;
  private static final String SAMPLE = "文A";

  private final GeometryFactory geometries = new GeometryFactory();
  private final FilterFactory filters = CommonFactoryFinder.getFilterFactory();
  private final StyleFactory styles = CommonFactoryFinder.getStyleFactory();
  private final MapRenderer renderer;

  LegendSymbol(MapRenderer renderer) {
    this.renderer = renderer;
  }

  /**
   * A transparent picture.
   *
   * @param pixelRatio the picture is so many times as wide and high
   */
  BufferedImage draw(
      Legend.Entry entry, GeometryKind kind, int width, int height, double pixelRatio) {
    Feature feature = feature(kind, entry, width, height);
    MemoryFeatureSource source = new MemoryFeatureSource(feature.type(), List.of(feature));
    Bounds bounds = new Bounds(feature.type().crs(), 0, 0, width, height);
    return renderer.render(
        new MapRequest(
            bounds,
            (int) Math.round(width * pixelRatio),
            (int) Math.round(height * pixelRatio),
            List.of(new StyledLayer.Vector(source, style(entry), Filter.INCLUDE)),
            true,
            Color.WHITE,
            pixelRatio,
            Locale.ROOT));
  }

  private Feature feature(GeometryKind kind, Legend.Entry entry, int width, int height) {
    GeometryKind drawn = kind == GeometryKind.MIXED ? likelyKind(entry) : kind;
    FeatureType type = new FeatureType("legend", List.of(), "geom", drawn, Crs.WEB_MERCATOR);
    return new Feature(type, "1", geometry(drawn, width, height), new Object[0]);
  }

  /** Of mixed data a rule draws one kind, told by its first symbolizer. */
  private static GeometryKind likelyKind(Legend.Entry entry) {
    for (Legend.Placed placed : entry.rules()) {
      for (Symbolizer symbolizer : placed.rule().symbolizers()) {
        if (symbolizer instanceof PolygonSymbolizer) {
          return GeometryKind.POLYGON;
        }
        if (symbolizer instanceof LineSymbolizer) {
          return GeometryKind.LINE;
        }
      }
    }
    return GeometryKind.POINT;
  }

  private Geometry geometry(GeometryKind kind, int width, int height) {
    double right = Math.max(width - MARGIN, MARGIN + 1);
    double top = Math.max(height - MARGIN, MARGIN + 1);
    return switch (kind) {
      case POINT -> geometries.createPoint(new Coordinate(width / 2.0, height / 2.0));
      case LINE ->
          geometries.createLineString(
              new Coordinate[] {
                new Coordinate(0, height * 0.35),
                new Coordinate(width * 0.35, height * 0.65),
                new Coordinate(width * 0.65, height * 0.35),
                new Coordinate(width, height * 0.65)
              });
      case POLYGON, MIXED ->
          geometries.createPolygon(
              new Coordinate[] {
                new Coordinate(MARGIN, MARGIN),
                new Coordinate(right, MARGIN),
                new Coordinate(right, top),
                new Coordinate(MARGIN, top),
                new Coordinate(MARGIN, MARGIN)
              });
    };
  }

  /** The rules as they are drawn one above the other, without filters and scales. */
  private Style style(Legend.Entry entry) {
    Map<Integer, FeatureTypeStyle> passes = new TreeMap<>();
    for (Legend.Placed placed : entry.shown()) {
      FeatureTypeStyle pass =
          passes.computeIfAbsent(placed.pass(), unused -> styles.createFeatureTypeStyle());
      Rule rule = styles.createRule();
      rule.setFilter(Filter.INCLUDE);
      rule.symbolizers().addAll(symbolizers(placed.rule()));
      pass.rules().add(rule);
    }
    Style style = styles.createStyle();
    style.featureTypeStyles().addAll(passes.values());
    return style;
  }

  private List<Symbolizer> symbolizers(Rule rule) {
    if (rule.getLegend() != null) {
      return List.of(styles.createPointSymbolizer(rule.getLegend(), null));
    }
    List<Symbolizer> drawn =
        rule.symbolizers().stream().filter(each -> !(each instanceof TextSymbolizer)).toList();
    if (drawn.isEmpty()) {
      return rule.symbolizers().stream()
          .limit(1)
          .map(each -> (Symbolizer) sample((TextSymbolizer) each))
          .toList();
    }
    return drawn;
  }

  /** A rule of labels only shows two letters in its font. */
  private TextSymbolizer sample(TextSymbolizer text) {
    return styles.createTextSymbolizer(
        text.getFill(),
        text.fonts().toArray(Font[]::new),
        text.getHalo(),
        filters.literal(SAMPLE),
        styles.pointPlacement(
            styles.anchorPoint(filters.literal(0.5), filters.literal(0.5)),
            null,
            filters.literal(0.0)),
        null);
  }
}
