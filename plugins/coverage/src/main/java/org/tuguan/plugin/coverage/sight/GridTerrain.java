package org.tuguan.plugin.coverage.sight;

import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/**
 * Heights in cells, even between the middles of four of them; the cell itself where one of the four
 * is missing. Immutable.
 */
public final class GridTerrain implements Terrain {
  private final Bounds bounds;
  private final int columns;
  private final int rows;
  private final float[] cells;
  private final CoordinateTransform toGrid;
  private final double step;

  /**
   * @param bounds the outer edges of the cells, in any system
   * @param cells row by row from the north-west corner, NaN where nothing is known; not to be
   *     written to any more
   */
  public GridTerrain(Bounds bounds, int columns, float[] cells) {
    this.bounds = bounds;
    this.columns = columns;
    this.rows = cells.length / columns;
    this.cells = cells;
    this.toGrid = CoordinateTransform.between(Crs.TWD97_TM2_121, bounds.crs());
    this.step = bounds.height() / rows * bounds.crs().metresPerUnit();
  }

  @Override
  public double step() {
    return step;
  }

  @Override
  public double height(double x, double y) {
    double[] point = {x, y};
    toGrid.apply(point, 0, point, 0, 1);
    double column = (point[0] - bounds.minX()) / bounds.width() * columns;
    double row = (bounds.maxY() - point[1]) / bounds.height() * rows;
    double smooth = blend(column - 0.5, row - 0.5);
    return Double.isNaN(smooth) ? cell((int) Math.floor(column), (int) Math.floor(row)) : smooth;
  }

  private double blend(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double right = x - column;
    double down = y - row;
    double north = (1 - right) * cell(column, row) + right * cell(column + 1, row);
    double south = (1 - right) * cell(column, row + 1) + right * cell(column + 1, row + 1);
    return (1 - down) * north + down * south;
  }

  private double cell(int column, int row) {
    return column < 0 || row < 0 || column >= columns || row >= rows
        ? Double.NaN
        : cells[row * columns + column];
  }
}
