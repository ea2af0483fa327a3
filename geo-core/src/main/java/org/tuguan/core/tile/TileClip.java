package org.tuguan.core.tile;

/**
 * The square to which geometry is cut: the tile and a margin. Points where an edge is cut are
 * rounded to whole units. Immutable.
 *
 * @param min left and top edge
 * @param max right and bottom edge
 */
record TileClip(double min, double max) {
  /** Receives runs of points, as x,y pairs; the array is used again afterwards. */
  interface LineSink {
    void line(double[] xy, int count);
  }

  boolean contains(double x, double y) {
    return x >= min && x <= max && y >= min && y <= max;
  }

  boolean containsAll(double[] xy, int count) {
    for (int i = 0; i < 2 * count; i++) {
      if (!(xy[i] >= min && xy[i] <= max)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Cuts a ring that does not repeat its first point (Sutherland and Hodgman). Where the ring left
   * and came back, the result follows the edge of the square.
   *
   * @param xy changed
   * @param other changed; both must hold twice as many points and four
   * @return number of points of the result, which is in {@code xy}
   */
  int ring(double[] xy, int count, double[] other) {
    int kept = side(xy, count, other, 0, min, 1);
    kept = side(other, kept, xy, 0, max, -1);
    kept = side(xy, kept, other, 1, min, 1);
    return side(other, kept, xy, 1, max, -1);
  }

  private static int side(
      double[] from, int count, double[] to, int axis, double edge, int direction) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int a = 2 * (i == 0 ? count - 1 : i - 1);
      int b = 2 * i;
      double inA = direction * (from[a + axis] - edge);
      double inB = direction * (from[b + axis] - edge);
      if (inA < 0 && inB > 0 || inA > 0 && inB < 0) {
        double share = inA / (inA - inB);
        int across = 1 - axis;
        double cut = from[a + across] + share * (from[b + across] - from[a + across]);
        to[2 * kept + axis] = edge;
        to[2 * kept + across] = Math.rint(cut);
        kept++;
      }
      if (inB >= 0) {
        to[2 * kept] = from[b];
        to[2 * kept + 1] = from[b + 1];
        kept++;
      }
    }
    return kept;
  }

  /**
   * Hands on the parts of a line that are inside (Liang and Barsky), without repeated points.
   *
   * @param scratch must hold as many points and two
   */
  void line(double[] xy, int count, double[] scratch, LineSink sink) {
    int kept = 0;
    double[] ends = new double[4];
    for (int i = 1; i < count; i++) {
      if (!segment(xy, i, ends)) {
        kept = end(scratch, kept, sink);
        continue;
      }
      if (kept > 0 && (scratch[2 * kept - 2] != ends[0] || scratch[2 * kept - 1] != ends[1])) {
        kept = end(scratch, kept, sink);
      }
      if (kept == 0) {
        scratch[0] = ends[0];
        scratch[1] = ends[1];
        kept = 1;
      }
      if (ends[0] != ends[2] || ends[1] != ends[3]) {
        scratch[2 * kept] = ends[2];
        scratch[2 * kept + 1] = ends[3];
        kept++;
      }
    }
    end(scratch, kept, sink);
  }

  private static int end(double[] scratch, int kept, LineSink sink) {
    if (kept > 1) {
      sink.line(scratch, kept);
    }
    return 0;
  }

  private boolean segment(double[] xy, int end, double[] ends) {
    double x = xy[2 * end - 2];
    double y = xy[2 * end - 1];
    double dx = xy[2 * end] - x;
    double dy = xy[2 * end + 1] - y;
    double from = 0;
    double to = 1;
    double[] speed = {-dx, dx, -dy, dy};
    double[] room = {x - min, max - x, y - min, max - y};
    for (int side = 0; side < 4; side++) {
      if (speed[side] == 0) {
        if (room[side] < 0) {
          return false;
        }
      } else if (speed[side] < 0) {
        from = Math.max(from, room[side] / speed[side]);
      } else {
        to = Math.min(to, room[side] / speed[side]);
      }
    }
    ends[0] = from == 0 ? x : Math.rint(x + from * dx);
    ends[1] = from == 0 ? y : Math.rint(y + from * dy);
    ends[2] = to == 1 ? x + dx : Math.rint(x + to * dx);
    ends[3] = to == 1 ? y + dy : Math.rint(y + to * dy);
    return from <= to;
  }
}
