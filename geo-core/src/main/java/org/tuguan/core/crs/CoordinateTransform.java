package org.tuguan.core.crs;

import org.locationtech.jts.geom.Geometry;

/**
 * Turns coordinates of one system into those of another, x before y on both sides. Immutable and
 * safe for any thread.
 *
 * <p>Between TWD67 and the rest {@link Twd67Shift} is used and nothing else; see there for its
 * accuracy.
 */
public final class CoordinateTransform {
  private final Crs from;
  private final Crs to;

  private CoordinateTransform(Crs from, Crs to) {
    this.from = from;
    this.to = to;
  }

  public static CoordinateTransform between(Crs from, Crs to) {
    return new CoordinateTransform(from, to);
  }

  /** True if coordinates come out as they went in. */
  public boolean identity() {
    return from.equals(to);
  }

  /**
   * Transforms {@code count} points given as x,y pairs; source and target may be one array at one
   * offset. A point outside the domain of a projection becomes NaN, NaN.
   */
  public void apply(
      double[] source, int sourceOffset, double[] target, int targetOffset, int count) {
    throw new UnsupportedOperationException();
  }

  /** A copy in the target system with its SRID set; points outside the domain are NaN. */
  public Geometry apply(Geometry geometry) {
    throw new UnsupportedOperationException();
  }

  /**
   * The rectangle around the transformed edges (each edge is sampled, since straight lines become
   * curved); points outside the domain are left out. Empty domain overlap throws {@link
   * IllegalArgumentException}.
   */
  public Bounds apply(Bounds bounds) {
    throw new UnsupportedOperationException();
  }
}
