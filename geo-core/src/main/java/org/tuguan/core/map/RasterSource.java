package org.tuguan.core.map;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.OptionalDouble;
import org.tuguan.core.crs.Bounds;

/** A grid of cells. Safe for any thread. */
public interface RasterSource {
  /** The outer edges of the cells, in the grid's system. */
  Bounds bounds();

  /** Cells from west to east. */
  int width();

  /** Cells from north to south. */
  int height();

  /** The value that stands for "nothing here", if there is one. */
  OptionalDouble noData();

  /**
   * Reads a part, thinned while reading so that memory stays bounded.
   *
   * @param x first column, from the west
   * @param y first row, from the north
   * @param every take each n-th cell of each n-th row
   * @return one sample for each band; bytes if the file has bytes, which are levels of brightness
   */
  Raster read(int x, int y, int width, int height, int every) throws IOException;
}
