package org.tuguan.core.map;

import java.awt.BasicStroke;

/**
 * Adds the area of a solid stroke to a mask: along each side of the line one chain of edges, joined
 * by caps at the ends. Where the segments on the inner side of a corner are long enough, the two
 * sides are cut exactly; where they are not, they overlap a little. Belongs to one thread.
 */
final class LineOutline {
  private static final double MITRE_LIMIT = 10;
  private static final double SHORTEST = 1e-4;

  /** A round join or cap leaves the circle by no more than this, in pixels. */
  private static final double SAGITTA = 0.08;

  private final double pixels;
  private final double half;
  private final int cap;
  private final int join;
  private final double arcStep;
  private final double far;
  private final double width;
  private final double height;
  private CoverageMask mask;
  private double leftX;
  private double leftY;
  private double rightX;
  private double rightY;
  private double lastDx;
  private double lastDy;
  private double lastLength;
  private double atX;
  private double atY;

  /**
   * @param pixels width of the stroke
   * @param cap of {@link BasicStroke}
   * @param join of {@link BasicStroke}
   */
  LineOutline(Canvas canvas, double pixels, int cap, int join) {
    this.pixels = pixels;
    this.half = pixels / 2;
    this.cap = cap;
    this.join = join;
    this.arcStep = 2 * Math.acos(Math.max(0, 1 - SAGITTA / Math.max(half, SAGITTA)));
    this.far = half * (join == BasicStroke.JOIN_MITER ? MITRE_LIMIT : 1.5) + 1;
    this.width = canvas.width();
    this.height = canvas.height();
  }

  boolean fits(double wantedPixels, int wantedCap, int wantedJoin) {
    return pixels == wantedPixels && cap == wantedCap && join == wantedJoin;
  }

  /** A part that is a line, or the whole outline of a ring; what is far outside is left out. */
  void add(PixelShape shape, int part, CoverageMask target) {
    mask = target;
    int start = shape.start(part);
    int end = shape.end(part);
    if (shape.kind(part) == PixelShape.Kind.LINE) {
      line(shape, start, end);
    } else {
      ring(shape, start, end);
    }
  }

  private void line(PixelShape shape, int start, int end) {
    boolean open = false;
    for (int i = start; i < end - 1; i++) {
      boolean seen = near(shape, i);
      if (open && !seen) {
        endCap();
        open = false;
      } else if (seen) {
        open = segment(shape.x(i), shape.y(i), shape.x(i + 1), shape.y(i + 1), open, true);
      }
    }
    if (open) {
      endCap();
    }
  }

  /** Begun in the middle of a segment, where no corner is. */
  private void ring(PixelShape shape, int start, int end) {
    int segments = end - start - 1;
    if (segments < 1) {
      return;
    }
    int first = 0;
    boolean whole = true;
    for (int i = 0; i < segments && whole; i++) {
      whole = near(shape, start + i);
      first = whole ? longest(shape, start, first, i) : i;
    }
    double middleX = (shape.x(start + first) + shape.x(start + first + 1)) / 2;
    double middleY = (shape.y(start + first) + shape.y(start + first + 1)) / 2;
    boolean open = false;
    if (whole) {
      open =
          segment(
              middleX,
              middleY,
              shape.x(start + first + 1),
              shape.y(start + first + 1),
              false,
              false);
    }
    for (int i = 1; i < segments; i++) {
      int at = start + (first + i) % segments;
      if (near(shape, at)) {
        open = segment(shape.x(at), shape.y(at), shape.x(at + 1), shape.y(at + 1), open, !whole);
      } else if (open) {
        endCap();
        open = false;
      }
    }
    if (whole && open) {
      segment(shape.x(start + first), shape.y(start + first), middleX, middleY, true, false);
      chainTo(atX - lastDy * half, atY + lastDx * half, atX + lastDy * half, atY - lastDx * half);
    } else if (open) {
      endCap();
    }
  }

  private static int longest(PixelShape shape, int start, int one, int other) {
    return length(shape, start + one) >= length(shape, start + other) ? one : other;
  }

  private static double length(PixelShape shape, int at) {
    return Math.abs(shape.x(at + 1) - shape.x(at)) + Math.abs(shape.y(at + 1) - shape.y(at));
  }

  private boolean near(PixelShape shape, int at) {
    double x0 = shape.x(at);
    double x1 = shape.x(at + 1);
    double y0 = shape.y(at);
    double y1 = shape.y(at + 1);
    return Math.max(x0, x1) > -far
        && Math.min(x0, x1) < width + far
        && Math.max(y0, y1) > -far
        && Math.min(y0, y1) < height + far;
  }

  /** True if the stroke is open afterwards. */
  private boolean segment(
      double x0, double y0, double x1, double y1, boolean open, boolean startCap) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double length = Math.sqrt(dx * dx + dy * dy);
    if (length < SHORTEST) {
      return open;
    }
    dx /= length;
    dy /= length;
    if (open) {
      corner(x0, y0, dx, dy, length);
    } else {
      begin(x0, y0, dx, dy, startCap);
    }
    lastDx = dx;
    lastDy = dy;
    lastLength = length;
    atX = x1;
    atY = y1;
    return true;
  }

  private void begin(double x, double y, double dx, double dy, boolean capped) {
    double back = capped && cap == BasicStroke.CAP_SQUARE ? half : 0;
    double fromX = x - dx * back;
    double fromY = y - dy * back;
    leftX = fromX - dy * half;
    leftY = fromY + dx * half;
    rightX = fromX + dy * half;
    rightY = fromY - dx * half;
    if (capped && cap == BasicStroke.CAP_ROUND) {
      arc(x, y, rightX - x, rightY - y, leftX - x, leftY - y, -1, true);
    } else if (capped) {
      mask.edge(rightX, rightY, leftX, leftY);
    }
  }

  private void endCap() {
    double forth = cap == BasicStroke.CAP_SQUARE ? half : 0;
    double x = atX + lastDx * forth;
    double y = atY + lastDy * forth;
    double nx = -lastDy * half;
    double ny = lastDx * half;
    chainTo(x + nx, y + ny, x - nx, y - ny);
    if (cap == BasicStroke.CAP_ROUND) {
      arc(x, y, nx, ny, -nx, -ny, -1, true);
    } else {
      mask.edge(leftX, leftY, rightX, rightY);
    }
  }

  private void chainTo(double newLeftX, double newLeftY, double newRightX, double newRightY) {
    left(newLeftX, newLeftY);
    right(newRightX, newRightY);
  }

  private void left(double x, double y) {
    mask.edge(leftX, leftY, x, y);
    leftX = x;
    leftY = y;
  }

  private void right(double x, double y) {
    mask.edge(x, y, rightX, rightY);
    rightX = x;
    rightY = y;
  }

  private void corner(double x, double y, double dx, double dy, double length) {
    double cross = lastDx * dy - lastDy * dx;
    double along = lastDx * dx + lastDy * dy;
    double beforeX = -lastDy * half;
    double beforeY = lastDx * half;
    double afterX = -dy * half;
    double afterY = dx * half;
    if (along > 0 && Math.abs(cross) < 1e-3) {
      chainTo(x + afterX, y + afterY, x - afterX, y - afterY);
      return;
    }
    boolean leftInner = cross > 0;
    double tipX = (beforeX + afterX) / (1 + along);
    double tipY = (beforeY + afterY) / (1 + along);
    double back = half * Math.abs(cross) / (1 + along);
    double inner = leftInner ? 1 : -1;
    if (back <= Math.min(length, lastLength)) {
      side(leftInner, x + inner * tipX, y + inner * tipY);
    } else {
      side(leftInner, x + inner * beforeX, y + inner * beforeY);
      side(leftInner, x, y);
      side(leftInner, x + inner * afterX, y + inner * afterY);
    }
    if (join == BasicStroke.JOIN_MITER && 2 <= MITRE_LIMIT * MITRE_LIMIT * (1 + along)) {
      side(!leftInner, x - inner * tipX, y - inner * tipY);
      return;
    }
    side(!leftInner, x - inner * beforeX, y - inner * beforeY);
    if (join == BasicStroke.JOIN_ROUND) {
      arc(
          x,
          y,
          -inner * beforeX,
          -inner * beforeY,
          -inner * afterX,
          -inner * afterY,
          leftInner ? 1 : -1,
          false);
    }
    side(!leftInner, x - inner * afterX, y - inner * afterY);
  }

  private void side(boolean onLeft, double x, double y) {
    if (onLeft) {
      left(x, y);
    } else {
      right(x, y);
    }
  }

  /**
   * Points of an arc around x, y, without its ends if it is a join.
   *
   * @param turn 1 from x towards y, -1 the other way
   */
  private void arc(
      double x,
      double y,
      double fromX,
      double fromY,
      double toX,
      double toY,
      int turn,
      boolean cap) {
    double start = Math.atan2(fromY, fromX);
    double sweep = turn * (Math.atan2(toY, toX) - start);
    sweep = sweep <= 0 ? sweep + 2 * Math.PI : sweep;
    int steps = (int) Math.ceil(sweep / arcStep);
    double beforeX = x + fromX;
    double beforeY = y + fromY;
    for (int i = 1; i <= steps; i++) {
      double angle = start + turn * sweep * i / steps;
      double nextX = i == steps ? x + toX : x + half * Math.cos(angle);
      double nextY = i == steps ? y + toY : y + half * Math.sin(angle);
      if (cap) {
        mask.edge(beforeX, beforeY, nextX, nextY);
      } else if (i < steps) {
        side(turn < 0, nextX, nextY);
      }
      beforeX = nextX;
      beforeY = nextY;
    }
  }
}
