package org.tuguan.core.map;

import java.util.Optional;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/**
 * From coordinates of a data set to pixels of one picture. The bounds of the map are the outer
 * edges of the outer pixels: the west edge is x = 0, the east edge x = width, the north edge y = 0.
 * Immutable.
 *
 * <p>Between two systems, coordinates in and around the picture are interpolated between exact ones
 * ({@link PixelCells}) if that is true to a twentieth of a pixel, all others are exact.
 */
final class PixelGrid {
  private static final double[] AROUND = {0, 0, 1, 0, 0, 1, 1, 1};

  private final CoordinateTransform transform;
  private final PixelCells cells;
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
    this.cells = transform == null ? null : cells(source, map).orElse(null);
  }

  private Optional<PixelCells> cells(Crs source, Bounds map) {
    Bounds around =
        new Bounds(
            map.crs(),
            map.minX() - map.width(),
            map.minY() - map.height(),
            map.maxX() + map.width(),
            map.maxY() + map.height());
    return CoordinateTransform.between(map.crs(), source)
        .find(around)
        .flatMap(region -> PixelCells.find(region, this::exact));
  }

  /** Replaces {@code count} x,y pairs by pixels; NaN where the map's system ends. */
  void toPixels(double[] xy, int count) {
    if (cells == null) {
      exact(xy, 0, count);
      return;
    }
    for (int i = 0; i < 2 * count; i += 2) {
      if (!cells.toPixel(xy, i)) {
        exact(xy, i, 1);
      }
    }
  }

  private void exact(double[] xy, int offset, int count) {
    if (transform != null) {
      transform.apply(xy, offset, xy, offset, count);
    }
    for (int i = offset; i < offset + 2 * count; i += 2) {
      xy[i] = (xy[i] - west) * scaleX;
      xy[i + 1] = (north - xy[i + 1]) * scaleY;
    }
  }

  /**
   * The box in pixels around a small box in the data set's system, nearly.
   *
   * @param target gets the middle x, middle y, width, height
   */
  void toPixelBox(double minX, double minY, double width, double height, double[] target) {
    target[0] = minX + width / 2;
    target[1] = minY + height / 2;
    if (transform == null) {
      exact(target, 0, 1);
      target[2] = width * scaleX;
      target[3] = height * scaleY;
    } else if (cells == null || !cells.toPixelBox(target, width, height)) {
      corners(minX, minY, width, height, target);
    }
  }

  private void corners(double minX, double minY, double width, double height, double[] target) {
    double[] xy = new double[8];
    for (int i = 0; i < 8; i += 2) {
      xy[i] = minX + AROUND[i] * width;
      xy[i + 1] = minY + AROUND[i + 1] * height;
    }
    exact(xy, 0, 4);
    double left = Math.min(Math.min(xy[0], xy[2]), Math.min(xy[4], xy[6]));
    double right = Math.max(Math.max(xy[0], xy[2]), Math.max(xy[4], xy[6]));
    double top = Math.min(Math.min(xy[1], xy[3]), Math.min(xy[5], xy[7]));
    double bottom = Math.max(Math.max(xy[1], xy[3]), Math.max(xy[5], xy[7]));
    target[0] = (left + right) / 2;
    target[1] = (top + bottom) / 2;
    target[2] = right - left;
    target[3] = bottom - top;
  }
}
