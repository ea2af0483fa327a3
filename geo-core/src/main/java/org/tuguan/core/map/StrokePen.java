package org.tuguan.core.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.Stroke;
import org.tuguan.core.map.PixelShape.Kind;

/** The {@code Stroke} of a style: draws lines and outlines with it. Belongs to one thread. */
final class StrokePen {
  /** Above this, joins are cut off; as in SVG. */
  private static final float MITRE_LIMIT = 10;

  private static final double MARGIN = 16;

  private final double unit;
  private final StyleValue<Color> colour;
  private final StyleValue<Double> opacity;
  private final StyleValue<Double> width;
  private final StyleValue<String> cap;
  private final StyleValue<String> join;
  private final List<StyleValue<Double>> dashes;
  private final StyleValue<Double> dashOffset;
  private final GraphicStroke graphic;
  private BasicStroke last;

  private StrokePen(Stroke stroke, double unit, StyleScope scope) {
    this.unit = unit;
    this.colour = scope.colour(stroke.getColor(), Color.BLACK);
    this.opacity = scope.number(stroke.getOpacity(), 1);
    this.width = scope.number(stroke.getWidth(), 1);
    this.cap = scope.text(stroke.getLineCap(), "butt");
    this.join = scope.text(stroke.getLineJoin(), "mitre");
    List<Expression> pattern = stroke.dashArray() == null ? List.of() : stroke.dashArray();
    this.dashes = pattern.stream().map(dash -> scope.number(dash, 0)).toList();
    this.dashOffset = scope.number(stroke.getDashOffset(), 0);
    this.graphic =
        stroke.getGraphicStroke() == null ? null : new GraphicStroke(stroke, unit, scope);
    scope.reaches(width, unit);
  }

  /** Null if there is none. */
  static StrokePen of(Stroke stroke, double unit, StyleScope scope) {
    return stroke == null ? null : new StrokePen(stroke, unit, scope);
  }

  /** Draws along all lines and rings of the shape. */
  void draw(PixelShape shape, Object feature, Canvas canvas) {
    if (graphic != null) {
      graphic.draw(shape, feature, canvas);
      return;
    }
    double pixels = width.of(feature) * unit;
    double alpha = opacity.of(feature);
    if (pixels <= 0 || alpha <= 0) {
      return;
    }
    canvas.graphics().setColor(Colours.with(colour.of(feature), alpha));
    ClipBox box = new ClipBox(canvas.width(), canvas.height(), pixels + MARGIN);
    float[] pattern = pattern(feature);
    Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int part = 0; part < shape.parts(); part++) {
      Kind kind = shape.kind(part);
      if (kind == Kind.DOT_LINE || kind == Kind.DOT_POLYGON) {
        dot(shape, part, pixels, canvas);
      } else if (kind != Kind.POINT && pattern == null) {
        boolean closed = kind != Kind.LINE && box.contains(shape);
        box.cutLine(shape, part, (xy, points, skipped) -> append(path, xy, points, closed));
      } else if (kind != Kind.POINT) {
        dashed(shape, part, box, feature, canvas);
      }
    }
    if (path.getCurrentPoint() != null) {
      canvas.graphics().setStroke(stroke(feature, null, 0));
      canvas.graphics().draw(path);
    }
  }

  /** Piece by piece, since each begins somewhere else in the pattern. */
  private void dashed(PixelShape shape, int part, ClipBox box, Object feature, Canvas canvas) {
    float[] pattern = pattern(feature);
    box.cutLine(
        shape,
        part,
        (xy, points, skipped) -> {
          Path2D.Double path = new Path2D.Double();
          append(path, xy, points, false);
          canvas.graphics().setStroke(stroke(feature, pattern, skipped));
          canvas.graphics().draw(path);
        });
  }

  private static void append(Path2D.Double path, double[] xy, int points, boolean closed) {
    path.moveTo(xy[0], xy[1]);
    int end = closed ? points - 1 : points;
    for (int i = 1; i < end; i++) {
      path.lineTo(xy[2 * i], xy[2 * i + 1]);
    }
    if (closed) {
      path.closePath();
    }
  }

  private static void dot(PixelShape shape, int part, double pixels, Canvas canvas) {
    double x = shape.x(shape.start(part));
    double y = shape.y(shape.start(part));
    if (pixels <= 1.5) {
      canvas.graphics().fillRect((int) Math.floor(x), (int) Math.floor(y), 1, 1);
    } else {
      canvas
          .graphics()
          .fill(new Rectangle2D.Double(x - pixels / 2, y - pixels / 2, pixels, pixels));
    }
  }

  /** Lengths of dashes and gaps in pixels; null for a line without gaps. */
  private float[] pattern(Object feature) {
    if (dashes.isEmpty()) {
      return null;
    }
    float[] pattern = new float[dashes.size() % 2 == 0 ? dashes.size() : 2 * dashes.size()];
    float sum = 0;
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = (float) Math.max(0, dashes.get(i % dashes.size()).of(feature) * unit);
      sum += pattern[i];
    }
    return sum > 0.5 ? pattern : null;
  }

  private BasicStroke stroke(Object feature, float[] pattern, double skipped) {
    float phase = 0;
    if (pattern != null) {
      double sum = 0;
      for (float dash : pattern) {
        sum += dash;
      }
      double start = (dashOffset.of(feature) * unit + skipped) % sum;
      phase = (float) (start < 0 ? start + sum : start);
    }
    float pixels = (float) (width.of(feature) * unit);
    int capCode = cap(cap.of(feature));
    int joinCode = join(join.of(feature));
    if (pattern != null
        || last == null
        || last.getLineWidth() != pixels
        || last.getEndCap() != capCode
        || last.getLineJoin() != joinCode) {
      BasicStroke made = new BasicStroke(pixels, capCode, joinCode, MITRE_LIMIT, pattern, phase);
      if (pattern != null) {
        return made;
      }
      last = made;
    }
    return last;
  }

  static int cap(String name) {
    return switch (name) {
      case "round" -> BasicStroke.CAP_ROUND;
      case "square" -> BasicStroke.CAP_SQUARE;
      default -> BasicStroke.CAP_BUTT;
    };
  }

  private static int join(String name) {
    return switch (name) {
      case "round" -> BasicStroke.JOIN_ROUND;
      case "bevel" -> BasicStroke.JOIN_BEVEL;
      default -> BasicStroke.JOIN_MITER;
    };
  }
}
