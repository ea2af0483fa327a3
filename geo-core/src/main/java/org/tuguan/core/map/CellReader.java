package org.tuguan.core.map;

import java.awt.image.Raster;
import java.util.OptionalDouble;

/**
 * Values of a part of a raster at any place, by cells of the whole raster. Belongs to one thread.
 */
final class CellReader {
  private final Raster part;
  private final int left;
  private final int top;
  private final int every;
  private final OptionalDouble noData;
  private final double[] values;
  private final double[] neighbour;

  /**
   * @param left column of the first cell in the part
   * @param every the part has each n-th cell
   */
  CellReader(Raster part, int left, int top, int every, OptionalDouble noData) {
    this.part = part;
    this.left = left;
    this.top = top;
    this.every = every;
    this.noData = noData;
    this.values = new double[part.getNumBands()];
    this.neighbour = new double[part.getNumBands()];
  }

  /**
   * One value for each band, in an array that is used again; null where data are missing.
   *
   * @param smooth between the middles of cells, not the cell itself
   */
  double[] at(double column, double row, boolean smooth) {
    double x = (column - left) / every;
    double y = (row - top) / every;
    if (smooth && blend(x - 0.5, y - 0.5)) {
      return values;
    }
    return load((int) Math.floor(x), (int) Math.floor(y), values) ? values : null;
  }

  /** False at an edge of the data: there the cell itself is taken. */
  private boolean blend(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double right = x - column;
    double down = y - row;
    double[] sum = new double[values.length];
    for (int i = 0; i < 4; i++) {
      double weight = (i % 2 == 0 ? 1 - right : right) * (i < 2 ? 1 - down : down);
      if (!load(column + i % 2, row + i / 2, neighbour)) {
        return false;
      }
      for (int band = 0; band < sum.length; band++) {
        sum[band] += weight * neighbour[band];
      }
    }
    System.arraycopy(sum, 0, values, 0, sum.length);
    return true;
  }

  private boolean load(int x, int y, double[] target) {
    if (x < 0 || y < 0 || x >= part.getWidth() || y >= part.getHeight()) {
      return false;
    }
    part.getPixel(part.getMinX() + x, part.getMinY() + y, target);
    boolean missing = noData.isPresent();
    for (double value : target) {
      if (Double.isNaN(value)) {
        return false;
      }
      missing = missing && value == noData.getAsDouble();
    }
    return !missing;
  }
}
