package org.tuguan.core.tile;

import org.tuguan.core.snapshot.LayerView;
import org.tuguan.core.snapshot.RenderSnapshot;

/**
 * How many bytes the features of a layer in memory would need, by size and nearly, without reading
 * a coordinate. Those that cannot be seen, and single points, do not count. For one thread.
 */
final class TileBudget {
  /** Sixteen steps to an octave of the size, as the first bits of a float have them. */
  private static final int SHIFT = 19;

  private static final int FEATURE_BYTES = 14;
  private static final int VALUE_BYTES = 2;
  private static final int POINT_BYTES = 2;

  private final long[] bytes = new long[1 << 31 - SHIFT];
  private final TileGrid grid;
  private final int attributes;

  TileBudget(TileGrid grid, int attributes) {
    this.grid = grid;
    this.attributes = attributes;
  }

  void count(LayerView.Part part) {
    RenderSnapshot snapshot = part.snapshot();
    snapshot.search(
        grid.search(),
        feature -> {
          if (!part.hidden().get(feature)) {
            count(snapshot, feature);
          }
          return true;
        });
  }

  private void count(RenderSnapshot snapshot, int feature) {
    double size = grid.size(snapshot.width(feature), snapshot.height(feature));
    if (size < TileCollector.TINY) {
      return;
    }
    int first = snapshot.firstPart(feature);
    int points = 0;
    for (int part = first; part < snapshot.endPart(feature); part++) {
      points += snapshot.points(part);
    }
    bytes[Float.floatToIntBits((float) size) >>> SHIFT] +=
        FEATURE_BYTES + (long) VALUE_BYTES * attributes + (long) POINT_BYTES * points;
  }

  /** The size from which on features fill so many bytes; 0 if all of them need less. */
  double smallest(long wanted) {
    long total = 0;
    for (int at = bytes.length - 1; at >= 0; at--) {
      total += bytes[at];
      if (total > wanted) {
        return Float.intBitsToFloat(at << SHIFT);
      }
    }
    return 0;
  }
}
