package org.tuguan.core.map;

import java.awt.geom.Path2D;
import java.util.Arrays;

/**
 * Cuts lines and rings to the picture and a margin, so that strokes and dashes far outside cost
 * nothing: a line a million pixels long is as quick to draw as a short one. Belongs to one thread.
 */
final class ClipBox {
  private final double minX;
  private final double minY;
  private final double maxX;
  private final double maxY;
  private double[] input = new double[256];
  private double[] output = new double[256];
  private int size;

  /**
   * @param margin pixels around the picture that must stay right: half the widest stroke at least
   */
  ClipBox(double width, double height, double margin) {
    this.minX = -margin;
    this.minY = -margin;
    this.maxX = width + margin;
    this.maxY = height + margin;
  }

  /** Takes the pieces of a line that lie inside. */
  @FunctionalInterface
  interface Pieces {
    /**
     * @param skipped length of the line before this piece, so that dashes do not move
     */
    void piece(double[] xy, int points, double skipped);
  }

  private boolean inside(double left, double top, double right, double bottom) {
    return left >= minX && top >= minY && right <= maxX && bottom <= maxY;
  }

  /** True if nothing of the shape needs to be cut. */
  boolean contains(PixelShape shape) {
    return inside(shape.minX(), shape.minY(), shape.maxX(), shape.maxY());
  }

  /** Appends a ring, cut along the box; its edges along the box are not edges of the polygon. */
  void appendRing(PixelShape shape, int part, Path2D path) {
    size = 0;
    for (int i = shape.start(part); i < shape.end(part) - 1; i++) {
      put(shape.x(i), shape.y(i));
    }
    if (!contains(shape)) {
      cut(0, minX, 1);
      cut(0, maxX, -1);
      cut(1, minY, 1);
      cut(1, maxY, -1);
    }
    if (size < 3) {
      return;
    }
    path.moveTo(output[0], output[1]);
    for (int i = 1; i < size; i++) {
      path.lineTo(output[2 * i], output[2 * i + 1]);
    }
    path.closePath();
  }

  private void put(double x, double y) {
    if (output.length < 2 * size + 2) {
      output = Arrays.copyOf(output, 2 * output.length);
    }
    output[2 * size] = x;
    output[2 * size + 1] = y;
    size++;
  }

  /** One side of Sutherland and Hodgman's algorithm: keeps what is on the inner side of a line. */
  private void cut(int axis, double limit, int sign) {
    double[] swap = input;
    input = output;
    output = swap;
    int count = size;
    size = 0;
    for (int i = 0; i < count; i++) {
      int before = i == 0 ? count - 1 : i - 1;
      double now = sign * (input[2 * i + axis] - limit);
      double last = sign * (input[2 * before + axis] - limit);
      if (now >= 0 != last >= 0) {
        double t = last / (last - now);
        put(
            input[2 * before] + t * (input[2 * i] - input[2 * before]),
            input[2 * before + 1] + t * (input[2 * i + 1] - input[2 * before + 1]));
      }
      if (now >= 0) {
        put(input[2 * i], input[2 * i + 1]);
      }
    }
  }

  /** Hands out the pieces of a line or of a ring's outline that lie inside. */
  void cutLine(PixelShape shape, int part, Pieces pieces) {
    int start = shape.start(part);
    int segments = shape.end(part) - start - 1;
    int first = shape.kind(part) == PixelShape.Kind.LINE ? 0 : firstOutside(shape, start, segments);
    size = 0;
    double length = 0;
    double skipped = 0;
    for (int i = 0; i < segments; i++) {
      int at = start + (first + i) % segments;
      double x = shape.x(at);
      double y = shape.y(at);
      double dx = shape.x(at + 1) - x;
      double dy = shape.y(at + 1) - y;
      double from = enter(x, y, dx, dy);
      double to = leave(x, y, dx, dy);
      if (from <= to) {
        if (size == 0) {
          skipped = length + from * Math.hypot(dx, dy);
          put(x + from * dx, y + from * dy);
        }
        put(x + to * dx, y + to * dy);
      }
      if (size > 0 && (from > to || to < 1)) {
        pieces.piece(output, size, skipped);
        size = 0;
      }
      length += Math.hypot(dx, dy);
    }
    if (size > 0) {
      pieces.piece(output, size, skipped);
    }
  }

  /** A ring is walked from a point outside, so that no piece begins in the picture. */
  private int firstOutside(PixelShape shape, int start, int segments) {
    for (int i = 0; i < segments; i++) {
      double x = shape.x(start + i);
      double y = shape.y(start + i);
      if (!inside(x, y, x, y)) {
        return i;
      }
    }
    return 0;
  }

  /** Where a segment comes in, 0 at its start and 1 at its end; 2 if it never does. */
  private double enter(double x, double y, double dx, double dy) {
    return Math.max(0, Math.max(enterBand(x, dx, minX, maxX), enterBand(y, dy, minY, maxY)));
  }

  private double leave(double x, double y, double dx, double dy) {
    return Math.min(1, Math.min(leaveBand(x, dx, minX, maxX), leaveBand(y, dy, minY, maxY)));
  }

  private static double enterBand(double at, double step, double min, double max) {
    if (step == 0) {
      return at < min || at > max ? 2 : 0;
    }
    return ((step > 0 ? min : max) - at) / step;
  }

  private static double leaveBand(double at, double step, double min, double max) {
    return step == 0 ? 1 : ((step > 0 ? max : min) - at) / step;
  }
}
