package org.tuguan.core.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gathers the features of one layer, within bounds: when there are several times more than the tile
 * may hold, the smallest go, and smaller ones are not taken any more. For one thread.
 */
final class TileCollector {
  /** A feature smaller than this, in units, cannot be seen. */
  static final double TINY = 0.9;

  /** So many that cannot be seen are kept all the same; if there are more, none is. */
  private static final int FEW = 1_000;

  private static final int MOST_FILLED = 6;
  private static final int KEPT_FILLED = 3;
  private static final int FEATURE_BYTES = 16;

  private final VectorTileLayer layer;
  private final TileValues values = new TileValues();
  private final int maxBytes;
  private List<TileFeature> features = new ArrayList<>();
  private double smallest;
  private long bytes;
  private int tiny;
  private int skipped;

  /**
   * @param smallest features that are smaller are skipped from the start
   */
  TileCollector(VectorTileLayer layer, int maxBytes, double smallest) {
    this.layer = layer;
    this.maxBytes = maxBytes;
    this.smallest = smallest;
  }

  /** Asked with each feature's size before it is read. */
  boolean wants(double size) {
    if (size < TINY) {
      tiny++;
      return tiny <= FEW && size >= smallest;
    }
    if (size < smallest) {
      skipped++;
      return false;
    }
    return true;
  }

  /** Number of a value, to be put into features. */
  int number(Object value) {
    return values.number(value);
  }

  void add(TileFeature feature) {
    features.add(feature);
    bytes += bytes(feature);
    if (bytes > (long) MOST_FILLED * maxBytes) {
      dropSmallest();
    }
  }

  private static int bytes(TileFeature feature) {
    return FEATURE_BYTES + feature.geometry().length + 2 * feature.values().length;
  }

  private void dropSmallest() {
    int[] order = TileOrder.largestFirst(features);
    long kept = 0;
    int count = 0;
    while (count < order.length && kept <= (long) KEPT_FILLED * maxBytes) {
      kept += bytes(features.get(order[count++]));
    }
    smallest = Math.max(smallest, features.get(order[count - 1]).size());
    int[] rest = Arrays.copyOf(order, count);
    Arrays.sort(rest);
    for (int i = count; i < order.length; i++) {
      skipped += features.get(order[i]).size() < TINY ? 0 : 1;
    }
    List<TileFeature> left = new ArrayList<>(count);
    for (int i : rest) {
      left.add(features.get(i));
    }
    features = left;
    bytes = kept;
  }

  TileContent content() {
    if (tiny > FEW) {
      features.removeIf(feature -> feature.size() < TINY);
    }
    return new TileContent(layer, features, values, skipped);
  }
}
