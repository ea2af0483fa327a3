package org.tuguan.plugin.coverage.area;

import java.util.Arrays;

/**
 * Intervals on a line that may overlap, and the pieces of the line on which a given number of them
 * lie. For use by one thread.
 */
final class Spans {
  private double[] starts = new double[8];
  private double[] ends = new double[8];
  private int count;

  void add(double start, double end) {
    if (!(start < end)) {
      return;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  void clear() {
    count = 0;
  }

  /**
   * The pieces of {@code from … to} on which at least {@code least} and at most {@code most}
   * intervals lie, as start, end, start, end …, ascending, neighbours joined.
   */
  double[] pieces(double from, double to, int least, int most) {
    Arrays.sort(starts, 0, count);
    Arrays.sort(ends, 0, count);
    Pieces pieces = new Pieces();
    int started = 0;
    int ended = 0;
    double position = from;
    while (position < to) {
      while (started < count && starts[started] <= position) {
        started++;
      }
      while (ended < count && ends[ended] <= position) {
        ended++;
      }
      double next = to;
      if (started < count) {
        next = Math.min(next, starts[started]);
      }
      if (ended < count) {
        next = Math.min(next, ends[ended]);
      }
      int lying = started - ended;
      if (lying >= least && lying <= most) {
        pieces.add(position, next);
      }
      position = next;
    }
    return pieces.toArray();
  }

  private static final class Pieces {
    private double[] ends = new double[8];
    private int size;

    void add(double start, double end) {
      if (size > 0 && ends[size - 1] == start) {
        ends[size - 1] = end;
        return;
      }
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, 2 * size);
      }
      ends[size++] = start;
      ends[size++] = end;
    }

    double[] toArray() {
      return Arrays.copyOf(ends, size);
    }
  }
}
