package org.tuguan.core.map;

/**
 * Lines and polygons smaller than a pixel, and runs of such, by the hundred: what can be drawn of
 * them without their coordinates. Belongs to one thread.
 */
final class Dots {
  /** Of what covers no area. */
  private static final double LINE = -1;

  private final double[] x;
  private final double[] y;
  private final double[] width;
  private final double[] height;
  private final double[] area;
  private final double[] breadth;
  private final int[] count;
  private int size;

  /**
   * @param most room for so many
   */
  Dots(int most) {
    x = new double[most];
    y = new double[most];
    width = new double[most];
    height = new double[most];
    area = new double[most];
    breadth = new double[most];
    count = new int[most];
  }

  void clear() {
    size = 0;
  }

  boolean empty() {
    return size == 0;
  }

  boolean full() {
    return size == x.length;
  }

  /** A run of {@code count} polygons: their area in square pixels, and the sum of their sides. */
  void addPolygons(double[] box, double area, double sides, int count) {
    add(box, area, sides, count);
  }

  /** A run of {@code count} lines, so many pixels long together. */
  void addLines(double[] box, double length, int count) {
    add(box, LINE, length, count);
  }

  private void add(double[] box, double area, double breadth, int count) {
    x[size] = box[0];
    y[size] = box[1];
    width[size] = box[2];
    height[size] = box[3];
    this.area[size] = area;
    this.breadth[size] = breadth;
    this.count[size++] = count;
  }

  /**
   * One feature.
   *
   * @param box middle x, middle y, width and height in pixels
   * @param share how much of its box a polygon fills, 0 to 1
   */
  void add(double[] box, boolean line, double share) {
    if (line) {
      add(box, LINE, Math.sqrt(box[2] * box[2] + box[3] * box[3]), 1);
    } else {
      add(box, box[2] * box[3] * share, Math.sqrt(share) * (box[2] + box[3]) / 2, 1);
    }
  }

  /** Fills polygons. */
  void fill(double dx, double dy, CoverageMask mask) {
    for (int i = 0; i < size; i++) {
      double box = width[i] * height[i];
      if (area[i] > 0 && box > 0) {
        double left = x[i] + dx - width[i] / 2;
        double low = y[i] + dy - height[i] / 2;
        mask.box(left, low, left + width[i], low + height[i], area[i] / box);
      }
    }
  }

  /** Draws lines and outlines that are so many pixels wide. */
  void outline(double dx, double dy, double pen, CoverageMask mask) {
    for (int i = 0; i < size; i++) {
      double around = (width[i] + pen) * (height[i] + pen);
      double one = covered(area[i] / count[i], breadth[i] / count[i], pen) / around;
      double covered = one >= 1 ? 1 : count[i] == 1 ? one : 1 - Math.pow(1 - one, count[i]);
      scatter(x[i] + dx, y[i] + dy, width[i] + pen, height[i] + pen, covered, mask);
    }
  }

  /** What the stroke of something smaller than a pixel covers, in square pixels. */
  private static double covered(double area, double breadth, double pen) {
    if (area < 0) {
      return breadth * pen;
    }
    double whole = area + 2 * breadth * pen + pen * pen;
    return breadth > pen ? Math.min(whole, 4 * breadth * pen) : whole;
  }

  private static void scatter(
      double x, double y, double width, double height, double covered, CoverageMask mask) {
    double half = Math.sqrt(covered) / 2;
    double halfWidth = width * half;
    double halfHeight = height * half;
    mask.scattered(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
  }
}
