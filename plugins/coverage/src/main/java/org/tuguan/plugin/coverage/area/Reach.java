package org.tuguan.plugin.coverage.area;

/**
 * Ground that is reached at least a number of times. Overlaps count once: this is always a union.
 * Safe for use by several threads.
 */
public interface Reach {
  /** Square metres of the zone that are reached. */
  double area(Zone zone);

  /** Whether a point in EPSG:3826 is reached, the edge of the ground included. */
  boolean contains(double x, double y);

  /** Whether nothing at all is reached because there is nothing that could. */
  boolean isEmpty();
}
