package org.tuguan.core.tile;

import java.util.Optional;

/**
 * Stands for a shape that rounding left without an area or a length: at least one unit wide, and as
 * long as the shape if that runs along an axis. In tile units.
 */
record TileMark(double minX, double minY, double maxX, double maxY) {
  /**
   * @param xy at least one point
   * @return empty if the shape does not meet the clip
   */
  static Optional<TileMark> around(double[] xy, int count, TileClip clip) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      minX = Math.min(minX, xy[2 * i]);
      maxX = Math.max(maxX, xy[2 * i]);
      minY = Math.min(minY, xy[2 * i + 1]);
      maxY = Math.max(maxY, xy[2 * i + 1]);
    }
    if (maxX > minX && maxY > minY) {
      minX = Math.rint((minX + maxX) / 2);
      minY = Math.rint((minY + maxY) / 2);
      maxX = minX;
      maxY = minY;
    }
    minX = Math.max(minX, clip.min());
    minY = Math.max(minY, clip.min());
    maxX = Math.min(Math.max(maxX, minX + 1), clip.max());
    maxY = Math.min(Math.max(maxY, minY + 1), clip.max());
    return minX < maxX && minY < maxY
        ? Optional.of(new TileMark(minX, minY, maxX, maxY))
        : Optional.empty();
  }

  /** Four points with a positive area. */
  double[] ring() {
    return new double[] {minX, minY, maxX, minY, maxX, maxY, minX, maxY};
  }

  /** Two points. */
  double[] line() {
    return new double[] {minX, minY, maxX, minY};
  }
}
