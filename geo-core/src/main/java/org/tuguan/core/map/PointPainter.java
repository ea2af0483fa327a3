package org.tuguan.core.map;

import java.awt.geom.Rectangle2D;
import org.geotools.api.style.PointSymbolizer;
import org.tuguan.core.map.PixelShape.Kind;

/**
 * Draws a symbol at points, at the middle of lines, and at one place inside polygons. Belongs to
 * one thread.
 */
final class PointPainter implements SymbolPainter {
  private final GraphicSymbol symbol;
  private final SymbolStamp stamp;
  private final LabelBoard obstacles;
  private final InteriorPoint interior = InteriorPoint.anywhere();

  /**
   * @param labels is told where symbols are, if the style says {@code labelObstacle}
   */
  PointPainter(PointSymbolizer symbolizer, StyleScope scope, LabelBoard labels) {
    this.obstacles = Options.yes(symbolizer, "labelObstacle", false) ? labels : null;
    double unit = scope.pixels(symbolizer.getUnitOfMeasure());
    this.symbol = GraphicSymbol.of(symbolizer.getGraphic(), unit, scope);
    this.stamp = SymbolStamp.of(symbol, scope.graphics().stamps());
  }

  @Override
  public void paint(PixelShape shape, Object feature, Canvas canvas) {
    if (symbol == null) {
      return;
    }
    boolean polygon = false;
    for (int part = 0; part < shape.parts(); part++) {
      Kind kind = shape.kind(part);
      int start = shape.start(part);
      if (kind == Kind.POINT || kind == Kind.DOT_LINE) {
        draw(shape.x(start), shape.y(start), feature, canvas);
      } else if (kind == Kind.LINE) {
        LinePath path = shape.path(part);
        double[] middle = path.at(path.length() / 2);
        draw(middle[0], middle[1], feature, canvas);
      } else {
        polygon = true;
      }
    }
    if (polygon) {
      interior.find(shape).ifPresent(place -> draw(place.x(), place.y(), feature, canvas));
    }
  }

  @Override
  public boolean opaque() {
    return false;
  }

  @Override
  public void finish(Canvas canvas) {}

  @Override
  public boolean labels() {
    return obstacles != null;
  }

  private void draw(double x, double y, Object feature, Canvas canvas) {
    if (stamp != null) {
      stamp.draw(x, y, canvas);
    } else {
      symbol.draw(canvas.graphics(), x, y, 0, feature);
    }
    if (obstacles != null) {
      double width = symbol.width(feature);
      double height = symbol.height(feature);
      obstacles.keepFree(new Rectangle2D.Double(x - width / 2, y - height / 2, width, height));
    }
  }
}
