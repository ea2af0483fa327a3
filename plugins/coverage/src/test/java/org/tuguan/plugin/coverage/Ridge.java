package org.tuguan.plugin.coverage;

import java.util.Arrays;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.plugin.PluginCells;

/**
 * Cells of ten metres over three kilometres, flat but for a ridge of 40 m from south to north.
 *
 * @param west edge of the cells
 * @param top edge of the cells in the north
 * @param ridge how far from the west edge the ridge's one column of cells begins
 */
record Ridge(double west, double top, int ridge) implements PluginCells {
  private static final int SIDE = 300;
  private static final int CELL = 10;

  @Override
  public Bounds bounds() {
    return new Bounds(Crs.TWD97_TM2_121, west, top - SIDE * CELL, west + SIDE * CELL, top);
  }

  @Override
  public int width() {
    return SIDE;
  }

  @Override
  public int height() {
    return SIDE;
  }

  @Override
  public float[] read(int column, int row, int columns, int rows) {
    float[] cells = new float[columns * rows];
    Arrays.fill(cells, 100);
    for (int i = 0; i < cells.length; i++) {
      cells[i] += column + i % columns == ridge / CELL ? 40 : 0;
    }
    return cells;
  }
}
