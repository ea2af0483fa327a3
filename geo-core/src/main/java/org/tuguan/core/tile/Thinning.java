package org.tuguan.core.tile;

import java.util.Arrays;

/**
 * Leaves points out of lines and rings: repeated ones, and those that lie within a distance of the
 * line without them (Douglas and Peucker). For one thread.
 */
final class Thinning {
  private boolean[] kept = new boolean[256];
  private int[] stack = new int[64];

  /**
   * Rounds to whole numbers and leaves out points that repeat the one before or are not finite.
   *
   * @param xy changed
   * @return number of points that are left
   */
  static int round(double[] xy, int count) {
    int left = 0;
    for (int i = 0; i < count; i++) {
      double x = Math.rint(xy[2 * i]);
      double y = Math.rint(xy[2 * i + 1]);
      boolean repeats = left > 0 && xy[2 * left - 2] == x && xy[2 * left - 1] == y;
      if (!repeats && Double.isFinite(x) && Double.isFinite(y)) {
        xy[2 * left] = x;
        xy[2 * left + 1] = y;
        left++;
      }
    }
    return left;
  }

  /** As {@link #round}, for a ring, which loses a last point equal to its first. */
  static int roundRing(double[] xy, int count) {
    int left = round(xy, count);
    while (left > 1 && xy[0] == xy[2 * left - 2] && xy[1] == xy[2 * left - 1]) {
      left--;
    }
    return left;
  }

  /** Thins a line in place; both ends stay. */
  int line(double[] xy, int count, double tolerance) {
    if (count < 3) {
      return count;
    }
    start(count);
    kept[0] = true;
    kept[count - 1] = true;
    divide(xy, 0, count - 1, count, tolerance);
    boolean closed = xy[0] == xy[2 * count - 2] && xy[1] == xy[2 * count - 1];
    return compact(xy, count, closed ? 3 : 2);
  }

  /**
   * Thins a ring that does not repeat its first point, in place. The point farthest from the first
   * stays too; a ring that would have less than three points is left as it is.
   */
  int ring(double[] xy, int count, double tolerance) {
    if (count < 5) {
      return count;
    }
    start(count);
    int far = 0;
    double best = -1;
    for (int i = 1; i < count; i++) {
      double square = square(xy[2 * i] - xy[0], xy[2 * i + 1] - xy[1]);
      if (square > best) {
        best = square;
        far = i;
      }
    }
    kept[0] = true;
    kept[far] = true;
    divide(xy, 0, far, count, tolerance);
    divide(xy, far, count, count, tolerance);
    return compact(xy, count, 3);
  }

  private void start(int count) {
    if (kept.length < count) {
      kept = new boolean[2 * count];
    }
    Arrays.fill(kept, 0, count, false);
  }

  /** Marks what stays between two points; {@code count} stands for the first point again. */
  private void divide(double[] xy, int first, int last, int count, double tolerance) {
    int depth = push(0, first, last);
    while (depth > 0) {
      int to = stack[--depth];
      int from = stack[--depth];
      int far = farthest(xy, from, to, count, tolerance * tolerance);
      if (far >= 0) {
        kept[far] = true;
        depth = push(depth, from, far);
        depth = push(depth, far, to);
      }
    }
  }

  private int push(int depth, int from, int to) {
    if (to - from < 2) {
      return depth;
    }
    if (depth + 2 > stack.length) {
      stack = Arrays.copyOf(stack, 2 * stack.length);
    }
    stack[depth] = from;
    stack[depth + 1] = to;
    return depth + 2;
  }

  /** The point farthest from the segment if it is farther than the tolerance, else -1. */
  private static int farthest(double[] xy, int from, int to, int count, double most) {
    int end = to == count ? 0 : to;
    double x = xy[2 * from];
    double y = xy[2 * from + 1];
    double dx = xy[2 * end] - x;
    double dy = xy[2 * end + 1] - y;
    double length = square(dx, dy);
    double best = most;
    int found = -1;
    for (int i = from + 1; i < to; i++) {
      double px = xy[2 * i] - x;
      double py = xy[2 * i + 1] - y;
      double share = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
      double distance = square(px - share * dx, py - share * dy);
      if (distance > best) {
        best = distance;
        found = i;
      }
    }
    return found;
  }

  private static double square(double dx, double dy) {
    return dx * dx + dy * dy;
  }

  private int compact(double[] xy, int count, int least) {
    int left = 0;
    for (int i = 0; i < count; i++) {
      left += kept[i] ? 1 : 0;
    }
    if (left < least) {
      return count;
    }
    int to = 0;
    for (int i = 0; i < count; i++) {
      if (kept[i]) {
        xy[2 * to] = xy[2 * i];
        xy[2 * to + 1] = xy[2 * i + 1];
        to++;
      }
    }
    return to;
  }
}
