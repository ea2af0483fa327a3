package org.tuguan.plugin.coverage.area;

/**
 * One edge of a zone or outline from (x1, y1) to (x2, y2), relative to its origin; positions on it
 * run from 0 to 1.
 */
record Edge(double x1, double y1, double x2, double y2) {

  /** x1·y2 − x2·y1: twice the area between the edge and the origin. */
  double cross() {
    return x1 * y2 - x2 * y1;
  }

  /** Whether a ray from the point to the east crosses the edge. */
  boolean leftOf(double x, double y) {
    return y1 > y != y2 > y && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1;
  }

  /** Whether a point lies at most so far from the edge. */
  boolean touches(double x, double y, double distance) {
    if (x < Math.min(x1, x2) - distance
        || x > Math.max(x1, x2) + distance
        || y < Math.min(y1, y2) - distance
        || y > Math.max(y1, y2) + distance) {
      return false;
    }
    double dx = x2 - x1;
    double dy = y2 - y1;
    double length2 = dx * dx + dy * dy;
    double at = length2 == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length2;
    double on = Math.max(0, Math.min(1, at));
    return Math.hypot(x1 + on * dx - x, y1 + on * dy - y) <= distance;
  }

  /** Adds the part of the edge that lies in a disc. */
  void cover(double cx, double cy, double radius, Spans spans) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double length2 = dx * dx + dy * dy;
    if (length2 == 0) {
      return;
    }
    double middle = ((cx - x1) * dx + (cy - y1) * dy) / length2;
    double ox = x1 + middle * dx - cx;
    double oy = y1 + middle * dy - cy;
    double rest = radius * radius - ox * ox - oy * oy;
    if (rest <= 0) {
      return;
    }
    double half = Math.sqrt(rest / length2);
    spans.add(Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
