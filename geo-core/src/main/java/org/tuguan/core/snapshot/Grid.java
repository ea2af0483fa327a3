package org.tuguan.core.snapshot;

import org.tuguan.core.crs.Crs;

/**
 * Whole numbers for coordinates: centimetres, or ten-millionths of a degree (1.1 cm on the
 * equator), counted from the origin of the system. Half a step is the largest error, a third of a
 * pixel of the deepest web tile.
 *
 * @param perUnit steps to a unit of the system
 */
record Grid(double perUnit) {
  static Grid of(Crs crs) {
    return new Grid(crs.geographic() ? 1e7 : 100);
  }

  int step(double value) {
    return clamp(Math.rint(value * perUnit));
  }

  int below(double value) {
    return clamp(Math.floor(value * perUnit));
  }

  int above(double value) {
    return clamp(Math.ceil(value * perUnit));
  }

  double value(int step) {
    return step / perUnit;
  }

  private static int clamp(double steps) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, steps));
  }
}
