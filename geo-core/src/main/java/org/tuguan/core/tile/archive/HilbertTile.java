package org.tuguan.core.tile.archive;

/**
 * A tile of the web Mercator grid, numbered as in PMTiles: level by level, along a Hilbert curve
 * within each, so that neighbours have numbers close to each other.
 */
public record HilbertTile(int z, int x, int y) {
  /** The tile's number. */
  public static long id(int z, int x, int y) {
    long along = 0;
    int curveX = x;
    int curveY = y;
    for (int step = 1 << z >> 1; step > 0; step >>= 1) {
      int right = (curveX & step) == 0 ? 0 : 1;
      int down = (curveY & step) == 0 ? 0 : 1;
      along += (long) step * step * (3 * right ^ down);
      if (down == 0) {
        int turned = right == 1 ? step - 1 - curveX : curveX;
        curveX = right == 1 ? step - 1 - curveY : curveY;
        curveY = turned;
      }
    }
    return before(z) + along;
  }

  /** The tile with this number. */
  public static HilbertTile of(long id) {
    int z = 0;
    while (before(z + 1) <= id) {
      z++;
    }
    long rest = id - before(z);
    int x = 0;
    int y = 0;
    for (int step = 1; step < 1 << z; step <<= 1) {
      int right = (int) (rest / 2 & 1);
      int down = (int) ((rest ^ right) & 1);
      if (down == 0) {
        int turned = right == 1 ? step - 1 - x : x;
        x = right == 1 ? step - 1 - y : y;
        y = turned;
      }
      x += step * right;
      y += step * down;
      rest >>= 2;
    }
    return new HilbertTile(z, x, y);
  }

  /** How many tiles there are on the levels above. */
  private static long before(int z) {
    return ((1L << 2 * z) - 1) / 3;
  }
}
