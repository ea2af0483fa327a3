package org.tuguan.core.map;

import org.geotools.api.style.LineSymbolizer;

/** Draws lines, and the outlines of polygons. Belongs to one thread. */
final class LinePainter implements SymbolPainter {
  private final StrokePen pen;
  private final double unit;
  private final StyleValue<Double> offset;
  private final PixelShape moved = new PixelShape();

  LinePainter(LineSymbolizer symbolizer, StyleScope scope) {
    this.unit = scope.pixels(symbolizer.getUnitOfMeasure());
    this.pen = StrokePen.of(symbolizer.getStroke(), unit, scope);
    this.offset = scope.number(symbolizer.getPerpendicularOffset(), 0);
    scope.reaches(offset, unit);
  }

  @Override
  public void paint(PixelShape shape, Object feature, Canvas canvas) {
    if (pen == null) {
      return;
    }
    double distance = offset.of(feature) * unit;
    if (distance == 0) {
      pen.draw(shape, feature, canvas);
    } else {
      OffsetShape.of(shape, distance, moved);
      pen.draw(moved, feature, canvas);
    }
  }

  @Override
  public boolean opaque() {
    return pen == null || pen.opaque();
  }

  @Override
  public boolean takesDots() {
    return offset.constant() && offset.of(null) == 0 && (pen == null || pen.constant());
  }

  @Override
  public void paint(Dots dots, Canvas canvas) {
    if (pen != null) {
      pen.draw(dots, 0, 0, canvas);
    }
  }

  @Override
  public void finish(Canvas canvas) {
    if (pen != null) {
      pen.finish(canvas);
    }
  }
}
