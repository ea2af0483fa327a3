package org.tuguan.core.map;

import java.util.Arrays;

/**
 * The geometry of one feature in pixels of the picture, x right and y down: what painters draw.
 * Whoever fills it, painters see no difference: that is the seam between reading and drawing.
 *
 * <p>A flat buffer that is reused from feature to feature; belongs to one thread. Rings repeat
 * their first point at the end; the holes of a shell follow it.
 */
final class PixelShape {
  /** What a part is. */
  enum Kind {
    POINT,
    LINE,
    SHELL,
    HOLE,
    /**
     * A line or polygon smaller than a pixel: its middle, then the least and the greatest corner of
     * its box.
     */
    DOT_LINE,
    DOT_POLYGON
  }

  private double[] xy = new double[512];
  private int[] ends = new int[16];
  private Kind[] kinds = new Kind[16];
  private double[] shares = new double[16];
  private int points;
  private int parts;
  private double minX;
  private double minY;
  private double maxX;
  private double maxY;

  PixelShape() {
    clear();
  }

  void clear() {
    points = 0;
    parts = 0;
    minX = Double.POSITIVE_INFINITY;
    minY = Double.POSITIVE_INFINITY;
    maxX = Double.NEGATIVE_INFINITY;
    maxY = Double.NEGATIVE_INFINITY;
  }

  /** A point of the part that is being made. */
  void add(double x, double y) {
    if (2 * points + 2 > xy.length) {
      xy = Arrays.copyOf(xy, xy.length * 2);
    }
    xy[2 * points] = x;
    xy[2 * points + 1] = y;
    points++;
  }

  /**
   * A part smaller than a pixel.
   *
   * @param share how much of its box it fills, 0 to 1
   */
  void addDot(Kind kind, double left, double low, double right, double high, double share) {
    add((left + right) / 2, (low + high) / 2);
    add(left, low);
    add(right, high);
    end(kind);
    shares[parts - 1] = share;
  }

  /** Ends the part made of the points since the last end; one without points is left out. */
  void end(Kind kind) {
    int start = start(parts);
    if (points == start) {
      return;
    }
    for (int i = start; i < points; i++) {
      minX = Math.min(minX, x(i));
      minY = Math.min(minY, y(i));
      maxX = Math.max(maxX, x(i));
      maxY = Math.max(maxY, y(i));
    }
    if (parts == ends.length) {
      ends = Arrays.copyOf(ends, parts * 2);
      kinds = Arrays.copyOf(kinds, parts * 2);
      shares = Arrays.copyOf(shares, parts * 2);
    }
    ends[parts] = points;
    shares[parts] = 1;
    kinds[parts++] = kind;
  }

  /** Forgets the points since the last end. */
  void drop() {
    points = start(parts);
  }

  /** Points added since the last end. */
  int pending() {
    return points - start(parts);
  }

  int parts() {
    return parts;
  }

  boolean empty() {
    return parts == 0;
  }

  Kind kind(int part) {
    return kinds[part];
  }

  /** Index of the first point of a part. */
  int start(int part) {
    return part == 0 ? 0 : ends[part - 1];
  }

  /** Index after the last point of a part. */
  int end(int part) {
    return ends[part];
  }

  double x(int point) {
    return xy[2 * point];
  }

  double y(int point) {
    return xy[2 * point + 1];
  }

  /** How much of its box a dot fills, 0 to 1. */
  double share(int part) {
    return shares[part];
  }

  /** Direction of a ring as one sees it, y down. */
  boolean clockwise(int part) {
    int start = start(part);
    double fromX = x(start);
    double fromY = y(start);
    double doubled = 0;
    for (int i = start + 1; i < ends[part] - 1; i++) {
      doubled += (x(i) - fromX) * (y(i + 1) - fromY) - (x(i + 1) - fromX) * (y(i) - fromY);
    }
    return doubled > 0;
  }

  /** A part as a line to walk along. */
  LinePath path(int part) {
    return new LinePath(points(part));
  }

  /** The points of a part, as x, y, x, y… */
  double[] points(int part) {
    return Arrays.copyOfRange(xy, 2 * start(part), 2 * ends[part]);
  }

  double minX() {
    return minX;
  }

  double minY() {
    return minY;
  }

  double maxX() {
    return maxX;
  }

  double maxY() {
    return maxY;
  }

  /** Replaces the content of another shape by this one's, moved. */
  void copyTo(PixelShape target, double dx, double dy) {
    target.clear();
    for (int part = 0; part < parts; part++) {
      for (int i = start(part); i < ends[part]; i++) {
        target.add(x(i) + dx, y(i) + dy);
      }
      target.end(kinds[part]);
      target.shares[part] = shares[part];
    }
  }

  /** Appends a part to another shape. */
  void copyPart(int part, PixelShape target) {
    for (int i = start(part); i < ends[part]; i++) {
      target.add(x(i), y(i));
    }
    target.end(kinds[part]);
    target.shares[target.parts - 1] = shares[part];
  }

  /** Appends a part that is smaller than a pixel. */
  void copyDot(int part, Dots target) {
    int least = start(part) + 1;
    double[] box = {x(least - 1), y(least - 1), x(least + 1) - x(least), y(least + 1) - y(least)};
    target.add(box, kinds[part] == Kind.DOT_LINE, shares[part]);
  }

  /** True if a part is of this kind. */
  boolean has(Kind kind) {
    for (int part = 0; part < parts; part++) {
      if (kinds[part] == kind) {
        return true;
      }
    }
    return false;
  }

  /** True if its box, grown by {@code margin} pixels, meets the picture. */
  boolean meets(double width, double height, double margin) {
    return maxX >= -margin && maxY >= -margin && minX <= width + margin && minY <= height + margin;
  }
}
