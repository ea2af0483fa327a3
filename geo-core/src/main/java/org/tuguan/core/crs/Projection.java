package org.tuguan.core.crs;

import org.locationtech.jts.geom.Envelope;

/**
 * From longitude and latitude on a datum to map coordinates and back, in place, as x,y pairs.
 * Immutable. What lies outside the domain becomes NaN, NaN.
 */
interface Projection {
  /** Longitude and latitude in degrees to map units. */
  void forward(double[] xy, int offset, int count);

  /** Map units to longitude and latitude in degrees. */
  void inverse(double[] xy, int offset, int count);

  /** The rectangle of longitudes and latitudes, in degrees, that has a place on the map. */
  Envelope degrees();

  /** A rectangle of map units outside of which there is nothing; parts inside may be empty too. */
  Envelope map();
}
