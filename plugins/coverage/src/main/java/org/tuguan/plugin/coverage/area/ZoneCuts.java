package org.tuguan.plugin.coverage.area;

import java.util.Arrays;

/**
 * Circles cut by the edges of one zone, and what their pieces inside the zone add to twice an area.
 * For use by one thread.
 */
final class ZoneCuts {
  /** Cuts a little past the ends of an edge are taken too: one too many is harmless. */
  private static final double SLACK = 1e-9;

  private static final double TURN = 2 * Math.PI;

  private final Zone zone;
  private double[] cuts = new double[16];
  private int count;

  ZoneCuts(Zone zone) {
    this.zone = zone;
  }

  /**
   * ∮ x dy − y dx over those pieces of the arcs that lie inside the zone, counter-clockwise.
   *
   * @param arcs start, end, start, end … in 0 … 2π
   */
  double alongCircle(Disc disc, double[] arcs) {
    if (arcs.length == 0) {
      return 0;
    }
    double cx = disc.x() - zone.originX();
    double cy = disc.y() - zone.originY();
    cut(cx, cy, disc.radius());
    double sum = 0;
    for (int arc = 0; arc < arcs.length; arc += 2) {
      double from = arcs[arc];
      double to = arcs[arc + 1];
      for (int i = 0; i <= count && from < to; i++) {
        double next = i < count ? Math.min(cuts[i], to) : to;
        if (next > from) {
          sum += piece(cx, cy, disc.radius(), from, next);
          from = next;
        }
      }
    }
    return sum;
  }

  private double piece(double cx, double cy, double r, double from, double to) {
    double middle = (from + to) / 2;
    if (!zone.inside(cx + r * Math.cos(middle), cy + r * Math.sin(middle))) {
      return 0;
    }
    return r
        * (r * (to - from)
            + cx * (Math.sin(to) - Math.sin(from))
            - cy * (Math.cos(to) - Math.cos(from)));
  }

  private void cut(double cx, double cy, double r) {
    count = 0;
    for (double[] ring : zone.rings()) {
      for (int i = 2; i < ring.length; i += 2) {
        cutEdge(ring, i, cx, cy, r);
      }
    }
    Arrays.sort(cuts, 0, count);
  }

  private void cutEdge(double[] ring, int i, double cx, double cy, double r) {
    double x = ring[i - 2] - cx;
    double y = ring[i - 1] - cy;
    double dx = ring[i] - ring[i - 2];
    double dy = ring[i + 1] - ring[i - 1];
    double length2 = dx * dx + dy * dy;
    if (length2 == 0) {
      return;
    }
    double middle = -(x * dx + y * dy) / length2;
    double ox = x + middle * dx;
    double oy = y + middle * dy;
    double rest = r * r - ox * ox - oy * oy;
    if (rest < 0) {
      return;
    }
    double half = Math.sqrt(rest / length2);
    add(x, y, dx, dy, middle - half);
    add(x, y, dx, dy, middle + half);
  }

  private void add(double x, double y, double dx, double dy, double at) {
    if (at < -SLACK || at > 1 + SLACK) {
      return;
    }
    if (count == cuts.length) {
      cuts = Arrays.copyOf(cuts, 2 * count);
    }
    double angle = Math.atan2(y + at * dy, x + at * dx);
    cuts[count++] = angle < 0 ? angle + TURN : angle;
  }
}
