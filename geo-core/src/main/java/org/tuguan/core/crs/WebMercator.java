package org.tuguan.core.crs;

import org.locationtech.jts.geom.Envelope;

/** The spherical Mercator of the web (EPSG method 1024): WGS 84 degrees taken as on a sphere. */
record WebMercator() implements Projection {
  private static final double RADIUS = 6378137.0;

  /** Where the map of the world is a square. */
  private static final double SQUARE = 85.05112877980660;

  /** Leaves room for the rounding of a way there and back. */
  private static final double LAST = 85.06;

  @Override
  public void forward(double[] xy, int offset, int count) {
    for (int i = offset, end = offset + 2 * count; i < end; i += 2) {
      double latitude = xy[i + 1];
      if (Math.abs(latitude) <= LAST) {
        double sine = Math.sin(Math.toRadians(latitude));
        xy[i] = RADIUS * Math.toRadians(xy[i]);
        xy[i + 1] = RADIUS / 2 * Math.log((1 + sine) / (1 - sine));
      } else {
        xy[i] = Double.NaN;
        xy[i + 1] = Double.NaN;
      }
    }
  }

  @Override
  public void inverse(double[] xy, int offset, int count) {
    for (int i = offset, end = offset + 2 * count; i < end; i += 2) {
      xy[i] = Math.toDegrees(xy[i] / RADIUS);
      xy[i + 1] = 2 * Math.toDegrees(Math.atan(Math.exp(xy[i + 1] / RADIUS))) - 90;
    }
  }

  @Override
  public Envelope degrees() {
    return new Envelope(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -SQUARE, SQUARE);
  }

  @Override
  public Envelope map() {
    return new Envelope(
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }
}
