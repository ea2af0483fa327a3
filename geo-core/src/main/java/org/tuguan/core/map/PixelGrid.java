package org.tuguan.core.map;

import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/**
 * From coordinates of a data set to pixels of one picture. The bounds of the map are the outer
 * edges of the outer pixels: the west edge is x = 0, the east edge x = width, the north edge y = 0.
 * Immutable.
 */
final class PixelGrid {
  private final CoordinateTransform transform;
  private final double west;
  private final double north;
  private final double scaleX;
  private final double scaleY;

  /**
   * @param source system of the coordinates that come in
   */
  PixelGrid(Crs source, Bounds map, int width, int height) {
    CoordinateTransform between = CoordinateTransform.between(source, map.crs());
    this.transform = between.identity() ? null : between;
    this.west = map.minX();
    this.north = map.maxY();
    this.scaleX = width / map.width();
    this.scaleY = height / map.height();
  }

  /** Replaces {@code count} x,y pairs by pixels; NaN where the map's system ends. */
  void toPixels(double[] xy, int count) {
    if (transform != null) {
      transform.apply(xy, 0, xy, 0, count);
    }
    for (int i = 0; i < 2 * count; i += 2) {
      xy[i] = (xy[i] - west) * scaleX;
      xy[i + 1] = (north - xy[i + 1]) * scaleY;
    }
  }
}
