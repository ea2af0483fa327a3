package org.tuguan.plugin.coverage.people;

/**
 * A building as a point with a weight.
 *
 * @param x easting of a point inside it, EPSG:3826
 * @param y northing
 * @param floorArea ground area times storeys, square metres, greater than 0
 */
public record Building(double x, double y, double floorArea) {
  public Building {
    if (!(floorArea > 0) || !Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("a building needs a place and a floor area");
    }
  }
}
