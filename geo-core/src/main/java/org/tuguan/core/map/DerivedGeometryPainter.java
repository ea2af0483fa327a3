package org.tuguan.core.map;

import org.geotools.api.style.Symbolizer;
import org.locationtech.jts.geom.Geometry;

/**
 * Draws what a symbolizer's {@code Geometry} expression makes of a feature instead of its geometry:
 * end points, a buffer, a centroid. Belongs to one thread.
 */
final class DerivedGeometryPainter implements SymbolPainter {
  private final StyleValue<Geometry> geometry;
  private final ShapeReader reader;
  private final SymbolPainter painter;
  private final PixelShape derived = new PixelShape();

  DerivedGeometryPainter(
      Symbolizer symbolizer, ShapeReader reader, SymbolPainter painter, StyleScope scope) {
    this.geometry = scope.value(symbolizer.getGeometry(), Geometry.class, null);
    this.reader = reader;
    this.painter = painter;
  }

  @Override
  public void paint(PixelShape shape, Object feature, Canvas canvas) {
    Geometry made = geometry.of(feature);
    if (made != null) {
      reader.read(made, derived);
      painter.paint(derived, feature, canvas);
    }
  }

  @Override
  public boolean opaque() {
    return painter.opaque();
  }

  @Override
  public void finish(Canvas canvas) {
    painter.finish(canvas);
  }

  @Override
  public boolean labels() {
    return painter.labels();
  }
}
