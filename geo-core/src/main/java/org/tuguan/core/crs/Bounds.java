package org.tuguan.core.crs;

import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A rectangle on a map; may be a point or a line, never inverted.
 *
 * @param crs system of the four numbers
 * @param minX west or smallest easting, in units of the system
 * @param minY south or smallest northing
 * @param maxX east or largest easting
 * @param maxY north or largest northing
 */
public record Bounds(Crs crs, double minX, double minY, double maxX, double maxY) {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  public Bounds {
    Objects.requireNonNull(crs);
    if (!(minX <= maxX && minY <= maxY) || !finite(minX, minY, maxX, maxY)) {
      throw new IllegalArgumentException(
          "inverted or not finite: %s,%s,%s,%s".formatted(minX, minY, maxX, maxY));
    }
  }

  private static boolean finite(double... values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  public static Bounds of(Crs crs, Envelope envelope) {
    return new Bounds(
        crs, envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
  }

  public double width() {
    return maxX - minX;
  }

  public double height() {
    return maxY - minY;
  }

  public Envelope envelope() {
    return new Envelope(minX, maxX, minY, maxY);
  }

  /** A rectangle as a closed ring, counter-clockwise from the south-west corner. */
  public Polygon polygon() {
    return GEOMETRIES.createPolygon(
        new Coordinate[] {
          new Coordinate(minX, minY),
          new Coordinate(maxX, minY),
          new Coordinate(maxX, maxY),
          new Coordinate(minX, maxY),
          new Coordinate(minX, minY)
        });
  }

  /** Grown by {@code distance} map units on every side. */
  public Bounds expand(double distance) {
    return new Bounds(crs, minX - distance, minY - distance, maxX + distance, maxY + distance);
  }

  /** True if they share at least a point; both must be in one system. */
  public boolean intersects(Bounds other) {
    requireSame(other);
    return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
  }

  /** The smallest rectangle around both; both must be in one system. */
  public Bounds union(Bounds other) {
    requireSame(other);
    return new Bounds(
        crs,
        Math.min(minX, other.minX),
        Math.min(minY, other.minY),
        Math.max(maxX, other.maxX),
        Math.max(maxY, other.maxY));
  }

  private void requireSame(Bounds other) {
    if (!crs.equals(other.crs)) {
      throw new IllegalArgumentException(crs + " is not " + other.crs);
    }
  }
}
