package org.tuguan.core.map;

import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Path2D;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.PolygonSymbolizer;
import org.tuguan.core.map.PixelShape.Kind;

/** Fills polygons and draws their outlines. Belongs to one thread. */
final class PolygonPainter implements SymbolPainter {
  private static final double MARGIN = 2;

  private final FillBrush brush;
  private final StrokePen pen;
  private final double unit;
  private final StyleValue<Double> moveX;
  private final StyleValue<Double> moveY;
  private final PixelShape moved = new PixelShape();
  private final SolidArea area = new SolidArea();

  PolygonPainter(PolygonSymbolizer symbolizer, StyleScope scope) {
    this.unit = scope.pixels(symbolizer.getUnitOfMeasure());
    double margin = Options.number(symbolizer, "graphic-margin", 0);
    this.brush = FillBrush.of(symbolizer.getFill(), unit, margin, scope);
    this.pen = StrokePen.of(symbolizer.getStroke(), unit, scope);
    Displacement move = symbolizer.getDisplacement();
    this.moveX = scope.number(move == null ? null : move.getDisplacementX(), 0);
    this.moveY = scope.number(move == null ? null : move.getDisplacementY(), 0);
    scope.reaches(moveX, unit);
    scope.reaches(moveY, unit);
  }

  @Override
  public void paint(PixelShape shape, Object feature, Canvas canvas) {
    double dx = moveX.of(feature) * unit;
    double dy = -moveY.of(feature) * unit;
    PixelShape placed = shape;
    if (dx != 0 || dy != 0) {
      shape.copyTo(moved, dx, dy);
      placed = moved;
    }
    if (brush != null) {
      fill(placed, brush.paint(feature), canvas);
    }
    if (pen != null) {
      pen.draw(placed, feature, canvas);
    }
  }

  @Override
  public boolean opaque() {
    return (brush == null || brush.opaque()) && (pen == null || pen.opaque());
  }

  @Override
  public boolean takesDots() {
    return moveX.constant() && moveY.constant() && (pen == null || pen.constant());
  }

  @Override
  public void paint(Dots dots, Canvas canvas) {
    double dx = moveX.of(null) * unit;
    double dy = -moveY.of(null) * unit;
    if (brush != null && brush.paint(null) instanceof Color colour) {
      dots.fill(dx, dy, area.open(canvas));
      area.close(colour, canvas);
    }
    if (pen != null) {
      pen.draw(dots, dx, dy, canvas);
    }
  }

  @Override
  public void finish(Canvas canvas) {
    if (brush != null) {
      area.finish(canvas);
    }
    if (pen != null) {
      pen.finish(canvas);
    }
  }

  private void fill(PixelShape shape, Paint paint, Canvas canvas) {
    if (paint instanceof Color colour) {
      fillPlain(shape, colour, canvas);
    } else if (paint != null) {
      fillPattern(shape, paint, canvas);
    }
  }

  private void fillPlain(PixelShape shape, Color colour, Canvas canvas) {
    CoverageMask mask = area.open(canvas);
    for (int part = 0; part < shape.parts(); part++) {
      Kind kind = shape.kind(part);
      if (kind == Kind.SHELL || kind == Kind.HOLE) {
        addRing(shape, part, mask);
      } else if (kind == Kind.DOT_POLYGON) {
        int box = shape.start(part) + 1;
        mask.box(shape.x(box), shape.y(box), shape.x(box + 1), shape.y(box + 1), shape.share(part));
      }
    }
    area.close(colour, canvas);
  }

  /** Shells count upwards whatever direction they have, holes downwards. */
  private static void addRing(PixelShape shape, int part, CoverageMask mask) {
    int start = shape.start(part);
    int end = shape.end(part);
    boolean turn = shape.clockwise(part) != (shape.kind(part) == Kind.SHELL);
    for (int i = start + 1; i < end; i++) {
      if (turn) {
        mask.edge(shape.x(i), shape.y(i), shape.x(i - 1), shape.y(i - 1));
      } else {
        mask.edge(shape.x(i - 1), shape.y(i - 1), shape.x(i), shape.y(i));
      }
    }
  }

  private static void fillPattern(PixelShape shape, Paint paint, Canvas canvas) {
    canvas.graphics().setPaint(paint);
    ClipBox box = new ClipBox(canvas.width(), canvas.height(), MARGIN);
    Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int part = 0; part < shape.parts(); part++) {
      Kind kind = shape.kind(part);
      if (kind == Kind.SHELL || kind == Kind.HOLE) {
        box.appendRing(shape, part, path);
      }
    }
    if (path.getCurrentPoint() != null) {
      canvas.graphics().fill(path);
    }
  }
}
