package org.tuguan.core.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.Stroke;
import org.tuguan.core.map.PixelShape.Kind;

/** The {@code Stroke} of a style: draws lines and outlines with it. Belongs to one thread. */
final class StrokePen {
  private static final double MARGIN = 16;

  /** A dash without length is a point with two caps. */
  private static final double SHORTEST_DASH = 0.01;

  private final double unit;
  private final StyleValue<Color> colour;
  private final StyleValue<Double> opacity;
  private final StyleValue<Double> width;
  private final StyleValue<String> cap;
  private final StyleValue<String> join;
  private final List<StyleValue<Double>> dashes;
  private final StyleValue<Double> dashOffset;
  private final GraphicStroke graphic;
  private final SolidArea area = new SolidArea();
  private final PixelShape dashed = new PixelShape();
  private final Dots dots = new Dots(1);
  private LineOutline outline;

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

  /** True for a line of one colour that hides what is below. */
  boolean opaque() {
    return graphic == null
        && colour.constant()
        && opacity.constant()
        && opacity.of(null) >= 1
        && colour.of(null).getAlpha() == 255;
  }

  void finish(Canvas canvas) {
    area.finish(canvas);
  }

  /** Draws along all lines and rings of the shape. */
  void draw(PixelShape shape, Object feature, Canvas canvas) {
    if (graphic != null) {
      graphic.draw(shape, feature, canvas);
      return;
    }
    double pixels = width.of(feature) * unit;
    double alpha = opacity.of(feature);
    if (!(pixels > 0) || alpha <= 0) {
      return;
    }
    Color paint = Colours.with(colour.of(feature), alpha);
    float[] pattern = pattern(feature);
    if (pattern == null) {
      drawSolid(shape, pixels, feature, canvas);
      area.close(paint, canvas);
      return;
    }
    double offset = dashOffset.of(feature) * unit;
    ClipBox box = new ClipBox(canvas.width(), canvas.height(), pixels + MARGIN);
    DashCutter cutter = new DashCutter(pattern, offset);
    dashed.clear();
    for (int part = 0; part < shape.parts(); part++) {
      Kind kind = shape.kind(part);
      if (kind == Kind.LINE || kind == Kind.SHELL || kind == Kind.HOLE) {
        box.cutLine(shape, part, (xy, points, skipped) -> cutter.cut(xy, points, skipped, dashed));
      } else if (kind != Kind.POINT) {
        shape.copyPart(part, dashed);
      }
    }
    drawSolid(dashed, pixels, feature, canvas);
    area.close(paint, canvas);
  }

  private void drawSolid(PixelShape shape, double pixels, Object feature, Canvas canvas) {
    CoverageMask mask = area.open(canvas);
    int capCode = cap(cap.of(feature));
    int joinCode = join(join.of(feature));
    if (outline == null || !outline.fits(pixels, capCode, joinCode)) {
      outline = new LineOutline(canvas, pixels, capCode, joinCode);
    }
    for (int part = 0; part < shape.parts(); part++) {
      Kind kind = shape.kind(part);
      if (kind == Kind.LINE || kind == Kind.SHELL || kind == Kind.HOLE) {
        outline.add(shape, part, mask);
      } else if (kind != Kind.POINT) {
        dots.clear();
        shape.copyDot(part, dots);
        dots.outline(0, 0, pixels, mask);
      }
    }
  }

  /** True if its width is the same for all features; so are its colours, if it is opaque. */
  boolean constant() {
    return width.constant();
  }

  /** Draws the outlines of what is smaller than a pixel; dashes cannot be seen there. */
  void draw(Dots dots, double dx, double dy, Canvas canvas) {
    double pixels = width.of(null) * unit;
    double alpha = opacity.of(null);
    if (pixels > 0 && alpha > 0) {
      dots.outline(dx, dy, pixels, area.open(canvas));
      area.close(Colours.with(colour.of(null), alpha), canvas);
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
      double least = i % 2 == 0 ? SHORTEST_DASH : 0;
      pattern[i] = (float) Math.max(least, dashes.get(i % dashes.size()).of(feature) * unit);
      sum += pattern[i];
    }
    return sum > 0.5 ? pattern : null;
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
