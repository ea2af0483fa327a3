package org.tuguan.plugin.coverage.area;

import org.locationtech.jts.geom.Envelope;

/**
 * The ground within a distance of a point, its edge included.
 *
 * @param x easting in EPSG:3826, metres
 * @param y northing
 * @param radius metres, greater than 0
 */
public record Disc(double x, double y, double radius) {
  public Disc {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("not a position: " + x + "," + y);
    }
    if (!(radius > 0) || !Double.isFinite(radius)) {
      throw new IllegalArgumentException("radius " + radius + " m is not greater than 0");
    }
  }

  public Envelope bounds() {
    return new Envelope(x - radius, x + radius, y - radius, y + radius);
  }

  public boolean contains(double px, double py) {
    double dx = px - x;
    double dy = py - y;
    return dx * dx + dy * dy <= radius * radius;
  }

  /** Whether two discs share at least a point. */
  public boolean meets(Disc other) {
    return Math.hypot(other.x - x, other.y - y) <= radius + other.radius;
  }

  public double area() {
    return Math.PI * radius * radius;
  }
}
