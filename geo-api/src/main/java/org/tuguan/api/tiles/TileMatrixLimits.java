package org.tuguan.api.tiles;

import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;

/**
 * Where on one level of a grid there may be something to see. Symbols and labels at the edge of the
 * data reach a little further than the data.
 *
 * @param minRow northernmost
 * @param minColumn westernmost
 */
record TileMatrixLimits(int level, int minRow, int maxRow, int minColumn, int maxColumn) {
  /** Pixels. */
  private static final int REACH = 64;

  private static final Bounds WORLD = new Bounds(Crs.CRS84, -180, -90, 180, 90);
  private static final Bounds WEB_MERCATOR = new Bounds(Crs.CRS84, -180, -85.05, 180, 85.05);

  /** Where TM2 coordinates are fit for use. */
  private static final Bounds TAIWAN = new Bounds(Crs.CRS84, 117, 20, 124, 27.5);

  /**
   * For each level of the grid; none at all if the grid does not reach there.
   *
   * @param extent of the data, in CRS:84
   */
  static List<TileMatrixLimits> list(TileMatrixSet set, Bounds extent) {
    Bounds domain = domain(set.crs());
    if (!extent.intersects(domain)) {
      return List.of();
    }
    Bounds box =
        CoordinateTransform.between(Crs.CRS84, set.crs()).apply(intersection(extent, domain));
    if (!box.intersects(set.bounds())) {
      return List.of();
    }
    List<TileMatrixLimits> limits = new ArrayList<>();
    for (int level = 0; level <= set.maxLevel(); level++) {
      Bounds reach = box.expand(REACH * set.resolutionAt(level));
      TileCoord first = set.at(level, reach.minX(), reach.maxY());
      TileCoord last = set.at(level, reach.maxX(), reach.minY());
      limits.add(new TileMatrixLimits(level, first.y(), last.y(), first.x(), last.x()));
    }
    return limits;
  }

  /** All of a level. */
  static TileMatrixLimits whole(TileMatrixSet set, int level) {
    return new TileMatrixLimits(level, 0, set.rowsAt(level) - 1, 0, set.columnsAt(level) - 1);
  }

  /** True if the schema of WMTS can say them: it takes 0 for no index, unlike its text. */
  boolean positive() {
    return minRow > 0 && minColumn > 0;
  }

  private static Bounds domain(Crs crs) {
    if (crs.geographic()) {
      return WORLD;
    }
    return crs.equals(Crs.WEB_MERCATOR) ? WEB_MERCATOR : TAIWAN;
  }

  private static Bounds intersection(Bounds one, Bounds other) {
    return Bounds.of(one.crs(), one.envelope().intersection(other.envelope()));
  }

  boolean containsRow(long row) {
    return row >= minRow && row <= maxRow;
  }

  boolean containsColumn(long column) {
    return column >= minColumn && column <= maxColumn;
  }
}
