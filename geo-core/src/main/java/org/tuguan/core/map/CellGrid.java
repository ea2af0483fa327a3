package org.tuguan.core.map;

import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;

/**
 * From pixels of a picture back to cells of a raster, in any two systems: exact at control points
 * every so many pixels, interpolated between them. Immutable.
 */
final class CellGrid {
  private static final int STEP = 16;

  private final int columns;
  private final int rows;
  private final double[] cells;
  private double minX = Double.POSITIVE_INFINITY;
  private double minY = Double.POSITIVE_INFINITY;
  private double maxX = Double.NEGATIVE_INFINITY;
  private double maxY = Double.NEGATIVE_INFINITY;

  CellGrid(MapRequest request, RasterSource raster) {
    this.columns = request.width() / STEP + 2;
    this.rows = request.height() / STEP + 2;
    this.cells = new double[2 * columns * rows];
    Bounds map = request.bounds();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int at = 2 * (row * columns + column);
        cells[at] = map.minX() + column * STEP * request.resolutionX();
        cells[at + 1] = map.maxY() - row * STEP * request.resolutionY();
      }
    }
    CoordinateTransform toRaster = CoordinateTransform.between(map.crs(), raster.bounds().crs());
    if (!toRaster.identity()) {
      toRaster.apply(cells, 0, cells, 0, columns * rows);
    }
    Bounds bounds = raster.bounds();
    for (int i = 0; i < cells.length; i += 2) {
      cells[i] = (cells[i] - bounds.minX()) / bounds.width() * raster.width();
      cells[i + 1] = (bounds.maxY() - cells[i + 1]) / bounds.height() * raster.height();
      if (Double.isFinite(cells[i]) && Double.isFinite(cells[i + 1])) {
        minX = Math.min(minX, cells[i]);
        maxX = Math.max(maxX, cells[i]);
        minY = Math.min(minY, cells[i + 1]);
        maxY = Math.max(maxY, cells[i + 1]);
      }
    }
  }

  /** Column of the raster under a place of the picture, as a fraction; NaN where there is none. */
  double column(double x, double y) {
    return interpolate(x, y, 0);
  }

  double row(double x, double y) {
    return interpolate(x, y, 1);
  }

  private double interpolate(double x, double y, int axis) {
    int column = (int) (x / STEP);
    int row = (int) (y / STEP);
    double right = x / STEP - column;
    double down = y / STEP - row;
    int at = 2 * (row * columns + column) + axis;
    int below = at + 2 * columns;
    double top = cells[at] + right * (cells[at + 2] - cells[at]);
    double bottom = cells[below] + right * (cells[below + 2] - cells[below]);
    return top + down * (bottom - top);
  }

  /** Around all control points; infinite the wrong way round if there are none. */
  double minX() {
    return minX;
  }

  double minY() {
    return minY;
  }

  double maxX() {
    return maxX;
  }

  double maxY() {
    return maxY;
  }

  /** Cells to a pixel along the shorter way, over the whole picture. */
  double cellsPerPixel() {
    return Math.min((maxX - minX) / (columns - 1), (maxY - minY) / (rows - 1)) / STEP;
  }
}
