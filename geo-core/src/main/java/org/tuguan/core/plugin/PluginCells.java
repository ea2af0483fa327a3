package org.tuguan.core.plugin;

import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;

/**
 * The numbers of a raster layer, cell by cell: heights of the ground, for example. Safe for any
 * thread.
 */
public interface PluginCells {
  /** The outer edges of the cells, in the system of the raster. */
  Bounds bounds();

  /** Cells from west to east. */
  int width();

  /** Cells from north to south. */
  int height();

  /**
   * The first band of a part, row by row from its north-west corner; NaN where there is no value or
   * where the right that was asked for does not hold.
   *
   * @param column of the first cell, from the west; the part must lie inside
   * @param row of the first cell, from the north
   * @throws RequestException of kind UNREADABLE_DATA
   */
  float[] read(int column, int row, int columns, int rows);
}
