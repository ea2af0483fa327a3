package org.tuguan.plugin.coverage.area;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * Closed rings cut to a box, side by side (Sutherland and Hodgman): what lies outside is drawn to
 * the box's edge, where pieces may lie over each other, so that an odd number of turns around a
 * point of the box stays odd.
 */
final class RingClip {
  private final Envelope box;

  RingClip(Envelope box) {
    this.box = box;
  }

  /**
   * @return the same ring if it lies inside; empty if nothing of it does
   */
  double[] clip(double[] ring) {
    double[] cut = ring;
    cut = side(cut, 0, box.getMinX(), 1);
    cut = side(cut, 0, box.getMaxX(), -1);
    cut = side(cut, 1, box.getMinY(), 1);
    return side(cut, 1, box.getMaxY(), -1);
  }

  /**
   * Keeps what lies beyond a limit.
   *
   * @param axis 0 for x, 1 for y
   * @param way 1 to keep what is above the limit, -1 what is below
   */
  private static double[] side(double[] ring, int axis, double limit, int way) {
    int inside = 0;
    for (int i = axis; i < ring.length; i += 2) {
      inside += (ring[i] - limit) * way >= 0 ? 1 : 0;
    }
    if (inside == ring.length / 2) {
      return ring;
    }
    if (inside == 0) {
      return new double[0];
    }
    double[] cut = new double[2 * ring.length + 4];
    int size = 0;
    for (int i = 2; i < ring.length; i += 2) {
      double before = (ring[i - 2 + axis] - limit) * way;
      double after = (ring[i + axis] - limit) * way;
      if (before >= 0 != after >= 0) {
        double at = before / (before - after);
        cut[size + axis] = limit;
        cut[size + 1 - axis] = ring[i - 1 - axis] + at * (ring[i + 1 - axis] - ring[i - 1 - axis]);
        size += 2;
      }
      if (after >= 0) {
        cut[size++] = ring[i];
        cut[size++] = ring[i + 1];
      }
    }
    cut[size++] = cut[0];
    cut[size++] = cut[1];
    return Arrays.copyOf(cut, size);
  }
}
