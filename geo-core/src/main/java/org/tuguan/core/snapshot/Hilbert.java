package org.tuguan.core.snapshot;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Orders boxes along a Hilbert curve, so that what is near on the ground is near in memory. */
final class Hilbert {
  private static final int BITS = 16;

  private Hilbert() {}

  /**
   * @param boxes minX, minY, maxX, maxY of each item
   * @return the items in order of the middle of their boxes; empty boxes first
   */
  static int[] order(int[] boxes) {
    int count = boxes.length / 4;
    long minX = Integer.MAX_VALUE;
    long minY = Integer.MAX_VALUE;
    long maxX = Integer.MIN_VALUE;
    long maxY = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      if (boxes[4 * i] <= boxes[4 * i + 2]) {
        minX = Math.min(minX, boxes[4 * i]);
        minY = Math.min(minY, boxes[4 * i + 1]);
        maxX = Math.max(maxX, boxes[4 * i + 2]);
        maxY = Math.max(maxY, boxes[4 * i + 3]);
      }
    }
    double scale = ((1 << BITS) - 1) / (double) Math.max(1, Math.max(maxX - minX, maxY - minY));
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (key(boxes, i, minX, minY, scale) << 31) | i;
    }
    Arrays.parallelSort(keys);
    return IntStream.range(0, count).map(i -> (int) (keys[i] & 0x7fff_ffffL)).toArray();
  }

  private static long key(int[] boxes, int item, long minX, long minY, double scale) {
    int at = 4 * item;
    if (boxes[at] > boxes[at + 2]) {
      return 0;
    }
    double x = ((double) boxes[at] + boxes[at + 2]) / 2 - minX;
    double y = ((double) boxes[at + 1] + boxes[at + 3]) / 2 - minY;
    return distance((int) (x * scale), (int) (y * scale));
  }

  /** Length along the curve to a cell (the classic turn-and-step form). */
  static long distance(int column, int row) {
    int x = column;
    int y = row;
    long distance = 0;
    for (int side = 1 << (BITS - 1); side > 0; side >>= 1) {
      int right = (x & side) > 0 ? 1 : 0;
      int up = (y & side) > 0 ? 1 : 0;
      distance += (long) side * side * ((3 * right) ^ up);
      if (up == 0) {
        if (right == 1) {
          x = (1 << BITS) - 1 - x;
          y = (1 << BITS) - 1 - y;
        }
        int swap = x;
        x = y;
        y = swap;
      }
    }
    return distance;
  }
}
