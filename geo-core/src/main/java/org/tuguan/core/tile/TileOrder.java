package org.tuguan.core.tile;

import java.util.Arrays;
import java.util.List;

/** Which features matter more than others. */
final class TileOrder {
  /** What a point counts as, in units: between this and twice as much. */
  private static final double POINT_SIZE = 8;

  private TileOrder() {}

  /** Positions of the features, the largest first; among equals the earlier first. */
  static int[] largestFirst(List<TileFeature> features) {
    long[] keys = new long[features.size()];
    for (int i = 0; i < keys.length; i++) {
      int falling = Integer.MAX_VALUE - Float.floatToIntBits((float) features.get(i).size());
      keys[i] = (long) falling << 32 | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /**
   * The size that a point counts as: by its id and not by its place, so that points are thinned out
   * evenly, and the same ones on every tile.
   */
  static double pointSize(String id) {
    int mixed = id.hashCode() * 0x9E3779B9;
    mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
    return POINT_SIZE * (1 + (mixed >>> 8) / (double) (1 << 24));
  }
}
