package org.tuguan.core.tile;

import java.util.Objects;
import org.tuguan.core.crs.Bounds;

/**
 * One tile of a grid.
 *
 * @param z level, 0 shows the whole grid
 * @param x column, 0 is the westernmost
 * @param y row, 0 is the northernmost
 */
public record TileCoord(TileMatrixSet set, int z, int x, int y) {
  /** Throws {@link IllegalArgumentException} for a place outside the grid. */
  public TileCoord {
    Objects.requireNonNull(set);
    if (!contains(set, z, x, y)) {
      throw new IllegalArgumentException("no tile %d/%d/%d in %s".formatted(z, x, y, set.id()));
    }
  }

  /** True if the grid has such a tile; for numbers of any size. */
  public static boolean contains(TileMatrixSet set, long z, long x, long y) {
    return z >= 0
        && z <= set.maxLevel()
        && x >= 0
        && x < set.columnsAt((int) z)
        && y >= 0
        && y < set.rowsAt((int) z);
  }

  /** Its outer edges. Neighbours have exactly the same numbers on the side they share. */
  public Bounds bounds() {
    double span = set.resolutionAt(z) * TileMatrixSet.TILE_SIZE;
    return new Bounds(
        set.crs(),
        set.west() + x * span,
        set.north() - (y + 1) * span,
        set.west() + (x + 1) * span,
        set.north() - y * span);
  }
}
