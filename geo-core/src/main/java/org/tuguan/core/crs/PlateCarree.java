package org.tuguan.core.crs;

import org.locationtech.jts.geom.Envelope;

/** Degrees as they are. */
record PlateCarree() implements Projection {
  private static final Envelope EVERYWHERE =
      new Envelope(
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY);

  @Override
  public void forward(double[] xy, int offset, int count) {}

  @Override
  public void inverse(double[] xy, int offset, int count) {}

  @Override
  public Envelope degrees() {
    return EVERYWHERE;
  }

  @Override
  public Envelope map() {
    return EVERYWHERE;
  }
}
