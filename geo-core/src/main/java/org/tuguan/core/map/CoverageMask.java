package org.tuguan.core.map;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much of each pixel shapes cover, exactly: edges are added one by one, in any order, as the
 * change of covered area that they make in the pixels of their rows; sums along the rows then give
 * the areas. Shapes of one colour can be added up and painted at once; where they overlap, a pixel
 * is covered once. Belongs to one thread.
 *
 * <p>All outer rings must have one direction and inner rings the other. Nothing needs to be cut to
 * the picture before.
 */
final class CoverageMask {
  /** Enough for smooth edges; with more, pictures have more colours and are larger for nothing. */
  private static final int LEVELS = 32;

  private static final int[] ALPHAS =
      IntStream.rangeClosed(0, LEVELS)
          .map(level -> (level * 510 + LEVELS) / (2 * LEVELS))
          .toArray();

  /** Parts of a pixel each way for what is scattered. */
  private static final int SUB = 8;

  /** Bits of the rows of a pixel to the first bits of these rows. */
  private static final long[] SPREAD = new long[1 << SUB];

  static {
    for (int i = 0; i < SPREAD.length; i++) {
      for (int row = 0; row < SUB; row++) {
        SPREAD[i] |= (i >> row & 1L) << SUB * row;
      }
    }
  }

  private final int width;
  private final int height;
  private final int stride;
  private final float[] changes;
  private long[] scattered;
  private int top;
  private int bottom;
  private int left;
  private int right;

  CoverageMask(int width, int height) {
    this.width = width;
    this.height = height;
    this.stride = width + 2;
    this.changes = new float[stride * height + 1];
    forget();
  }

  private void forget() {
    top = height;
    bottom = 0;
    left = width;
    right = 0;
  }

  boolean empty() {
    return top >= bottom;
  }

  /** An edge, in pixels; y down. */
  void edge(double x0, double y0, double x1, double y1) {
    if (y0 < y1) {
      downward(x0, y0, x1, y1, 1);
    } else if (y1 < y0) {
      downward(x1, y1, x0, y0, -1);
    }
  }

  private void downward(double x0, double y0, double x1, double y1, float sign) {
    if (y1 <= 0 || y0 >= height) {
      return;
    }
    if (x0 >= width || x1 >= width) {
      right = stride;
      if (x0 >= width && x1 >= width) {
        return;
      }
    }
    double slope = (x1 - x0) / (y1 - y0);
    double startX = x0;
    double startY = y0;
    double endX = x1;
    double endY = y1;
    if (y0 < 0) {
      startX = x0 - y0 * slope;
      startY = 0;
    }
    if (y1 > height) {
      endX = x1 - (y1 - height) * slope;
      endY = height;
    }
    if (startX >= 0 && endX >= 0 && startX <= width && endX <= width) {
      inside(startX, startY, endX, endY, slope, sign);
    } else {
      cut(startX, startY, endX, endY, slope, sign);
    }
  }

  /** What is left of the picture counts at its left edge, what is right of it does not matter. */
  private void cut(double x0, double y0, double x1, double y1, double slope, float sign) {
    double before = x0;
    double beforeY = y0;
    double first = slope > 0 ? 0 : width;
    for (int i = 0; i < 3 && beforeY < y1; i++) {
      double x = x1;
      double y = y1;
      if (i < 2) {
        double limit = i == 0 ? first : width - first;
        boolean crosses = slope > 0 ? before < limit && limit < x1 : before > limit && limit > x1;
        if (!crosses) {
          continue;
        }
        x = limit;
        y = Math.max(beforeY, Math.min(y1, y0 + (limit - x0) / slope));
      }
      piece(before, beforeY, x, y, slope, sign);
      before = x;
      beforeY = y;
    }
  }

  /** On one side of both edges of the picture. */
  private void piece(double x0, double y0, double x1, double y1, double slope, float sign) {
    if (y0 >= y1) {
      return;
    }
    if (x0 <= 0 && x1 <= 0) {
      inside(0, y0, 0, y1, 0, sign);
    } else if (x0 < width || x1 < width) {
      inside(x0, y0, x1, y1, slope, sign);
    }
  }

  private void inside(double x0, double y0, double x1, double y1, double slope, float sign) {
    int row = (int) y0;
    int lastRow = Math.min(height - 1, (int) y1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, lastRow + 1);
    left = Math.min(left, (int) Math.max(0, Math.min(x0, x1)));
    right = Math.max(right, (int) Math.min(width, Math.max(x0, x1)) + 2);
    double x = x0;
    double y = y0;
    for (; row <= lastRow; row++) {
      double nextY = row == lastRow ? y1 : row + 1;
      double nextX = row == lastRow ? x1 : x + slope * (nextY - y);
      nextX = Math.max(0, Math.min(width, nextX));
      inRow(row * stride, x, nextX, (float) (nextY - y) * sign);
      x = nextX;
      y = nextY;
    }
  }

  /**
   * @param cover height of the edge in this row, downward positive
   */
  private void inRow(int start, double from, double to, float cover) {
    double low = Math.min(from, to);
    double high = Math.max(from, to);
    int first = (int) low;
    int last = (int) high;
    if (first == last) {
      float share = (float) ((low + high) / 2 - first);
      changes[start + first] += cover * (1 - share);
      changes[start + first + 1] += cover * share;
      return;
    }
    float perPixel = (float) (cover / (high - low));
    float into = (float) (first + 1 - low);
    float done = 0.5f * perPixel * into * into;
    changes[start + first] += done;
    float reached = perPixel * into;
    for (int column = first + 1; column < last; column++) {
      float average = reached + perPixel / 2;
      changes[start + column] += average - done;
      done = average;
      reached += perPixel;
    }
    float rest = (float) (high - last);
    float inLast = reached + perPixel * rest * (1 - rest / 2);
    changes[start + last] += inLast - done;
    changes[start + last + 1] += cover - inLast;
  }

  /** A rectangle that counts for {@code weight} of its area. */
  void box(double minX, double minY, double maxX, double maxY, double weight) {
    double x0 = Math.max(0, minX);
    double x1 = Math.min(width, maxX);
    double y0 = Math.max(0, minY);
    double y1 = Math.min(height, maxY);
    if (x0 >= x1 || y0 >= y1) {
      return;
    }
    int firstRow = (int) y0;
    int endRow = (int) Math.ceil(y1);
    int first = (int) x0;
    int last = (int) x1;
    float startShare = (float) (x0 - first);
    float endShare = (float) (x1 - last);
    top = Math.min(top, firstRow);
    bottom = Math.max(bottom, endRow);
    left = Math.min(left, first);
    right = Math.max(right, last + 2);
    for (int row = firstRow; row < endRow; row++) {
      float cover = (float) ((Math.min(y1, row + 1) - Math.max(y0, row)) * weight);
      int start = row * stride;
      changes[start + first] += cover * (1 - startShare);
      changes[start + first + 1] += cover * startShare;
      changes[start + last] -= cover * (1 - endShare);
      changes[start + last + 1] -= cover * endShare;
    }
  }

  /**
   * As {@link #box}, of one of many that lie over each other: what several cover is covered once,
   * to the eighth of a pixel each way.
   */
  void scattered(double minX, double minY, double maxX, double maxY) {
    int x0 = sub(Math.max(0, minX));
    int x1 = sub(Math.min(width, maxX));
    int y0 = sub(Math.max(0, minY));
    int y1 = sub(Math.min(height, maxY));
    if (x0 >= x1 || y0 >= y1) {
      return;
    }
    if (scattered == null) {
      scattered = new long[width * height];
    }
    int firstRow = y0 / SUB;
    int lastRow = (y1 - 1) / SUB;
    int first = x0 / SUB;
    int last = (x1 - 1) / SUB;
    top = Math.min(top, firstRow);
    bottom = Math.max(bottom, lastRow + 1);
    left = Math.min(left, first);
    right = Math.max(right, last + 2);
    for (int row = firstRow; row <= lastRow; row++) {
      long rows = SPREAD[bits(y0 - row * SUB, y1 - row * SUB)];
      for (int column = first; column <= last; column++) {
        scattered[row * width + column] |= rows * bits(x0 - column * SUB, x1 - column * SUB);
      }
    }
  }

  /** The first eighth of a pixel whose middle lies after this, which is not negative. */
  private static int sub(double at) {
    return (int) (at * SUB + 0.5);
  }

  /** The bits from one to before the other of the eight of a pixel. */
  private static int bits(int from, int to) {
    return (1 << Math.min(SUB, to)) - (1 << Math.max(0, from));
  }

  /** Receives the covered part of a row. */
  interface Rows {
    /**
     * @param alphas 0 to 255 for each pixel from {@code x} on
     */
    void row(int x, int y, int count, byte[] alphas);
  }

  private int sum(int start, int end, byte[] alphas) {
    float sum = 0;
    int seen = 0;
    for (int x = left; x < end; x++) {
      sum += changes[start + x];
      int alpha = ALPHAS[(int) (Math.min(1, Math.abs(sum)) * LEVELS + 0.5f)];
      alphas[x - left] = (byte) alpha;
      seen |= alpha;
    }
    Arrays.fill(changes, start + left, start + Math.min(stride, right), 0);
    return seen;
  }

  private int sumWithScattered(int y, int end, byte[] alphas) {
    int start = y * stride;
    float sum = 0;
    int seen = 0;
    for (int x = left; x < end; x++) {
      sum += changes[start + x];
      float free = 1 - Long.bitCount(scattered[y * width + x]) / (float) (SUB * SUB);
      float covered = 1 - (1 - Math.min(1, Math.abs(sum))) * free;
      int alpha = ALPHAS[(int) (covered * LEVELS + 0.5f)];
      alphas[x - left] = (byte) alpha;
      seen |= alpha;
    }
    Arrays.fill(changes, start + left, start + Math.min(stride, right), 0);
    Arrays.fill(scattered, y * width + left, y * width + end, 0);
    return seen;
  }

  /** Hands out what is covered and forgets it. */
  void drain(Rows rows) {
    int end = Math.min(width, right);
    byte[] alphas = new byte[Math.max(0, end - left)];
    for (int y = top; y < bottom && !empty(); y++) {
      int seen =
          scattered == null ? sum(y * stride, end, alphas) : sumWithScattered(y, end, alphas);
      if (seen != 0) {
        rows.row(left, y, alphas.length, alphas);
      }
    }
    forget();
  }
}
