package org.tuguan.core.map;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Symbolizer;
import org.tuguan.core.feature.Feature;

/** How far from its geometry a person may point at a feature and mean it. */
final class SymbolReach {
  /** A finger or a mouse is not exact to the pixel. */
  private static final double TOLERANCE = 3;

  /** Half of what renderers draw where a graphic has no size. */
  private static final double UNSIZED = 8;

  private SymbolReach() {}

  /** In pixels of the style. */
  static double of(List<Rule> rules, Feature feature) {
    return TOLERANCE
        + rules.stream()
            .flatMap(rule -> rule.symbolizers().stream())
            .mapToDouble(symbolizer -> of(symbolizer, feature))
            .max()
            .orElse(0);
  }

  private static double of(Symbolizer symbolizer, Feature feature) {
    if (symbolizer instanceof PointSymbolizer point) {
      return half(point.getGraphic(), feature);
    }
    return symbolizer instanceof LineSymbolizer line ? half(line.getStroke(), feature) : 0;
  }

  private static double half(Graphic graphic, Feature feature) {
    return graphic == null ? UNSIZED : number(graphic.getSize(), feature, 2 * UNSIZED) / 2;
  }

  private static double half(Stroke stroke, Feature feature) {
    return stroke == null ? 0 : number(stroke.getWidth(), feature, 1) / 2;
  }

  private static double number(Expression expression, Feature feature, double fallback) {
    Double value = expression == null ? null : expression.evaluate(feature, Double.class);
    return value != null && Double.isFinite(value) && value >= 0 ? value : fallback;
  }
}
