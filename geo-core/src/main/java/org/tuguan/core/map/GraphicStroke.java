package org.tuguan.core.map;

import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.Stroke;
import org.tuguan.core.map.PixelShape.Kind;

/**
 * Symbols along a line, turned with it. The step is the symbol's width and the gap, or the length
 * of the stroke's dash pattern if it has one. Belongs to one thread.
 */
final class GraphicStroke {
  private static final double SMALLEST_STEP = 1;

  private final double unit;
  private final GraphicSymbol symbol;
  private final StyleValue<Double> gap;
  private final StyleValue<Double> initialGap;
  private final double dashes;

  GraphicStroke(Stroke stroke, double unit, StyleScope scope) {
    this.unit = unit;
    this.symbol = new GraphicSymbol(stroke.getGraphicStroke(), unit, scope);
    this.gap = scope.number(stroke.getGraphicStroke().getGap(), 0);
    this.initialGap = scope.number(stroke.getGraphicStroke().getInitialGap(), 0);
    double sum = 0;
    if (stroke.dashArray() != null) {
      for (Expression dash : stroke.dashArray()) {
        sum += scope.number(dash, 0).of(null);
      }
    }
    this.dashes = sum * unit;
  }

  void draw(PixelShape shape, Object feature, Canvas canvas) {
    double width = symbol.width(feature);
    double step = Math.max(SMALLEST_STEP, dashes > 0 ? dashes : width + gap.of(feature) * unit);
    double first = initialGap.of(feature) * unit + width / 2;
    ClipBox box = new ClipBox(canvas.width(), canvas.height(), 2 * symbol.height(feature) + step);
    for (int part = 0; part < shape.parts(); part++) {
      Kind kind = shape.kind(part);
      if (kind == Kind.LINE || kind == Kind.SHELL || kind == Kind.HOLE) {
        box.cutLine(
            shape,
            part,
            (xy, points, skipped) -> {
              double steps = Math.max(0, Math.ceil((skipped - first) / step));
              walk(xy, points, first + steps * step - skipped, step, feature, canvas);
            });
      }
    }
  }

  private void walk(
      double[] xy, int points, double start, double step, Object feature, Canvas canvas) {
    double next = start;
    double done = 0;
    for (int i = 1; i < points; i++) {
      double x = xy[2 * i - 2];
      double y = xy[2 * i - 1];
      double dx = xy[2 * i] - x;
      double dy = xy[2 * i + 1] - y;
      double length = Math.hypot(dx, dy);
      for (; next <= done + length && length > 0; next += step) {
        double t = (next - done) / length;
        symbol.draw(canvas.graphics(), x + t * dx, y + t * dy, Math.atan2(dy, dx), feature);
      }
      done += length;
    }
  }
}
