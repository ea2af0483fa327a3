package org.tuguan.plugin.coverage.planning;

/**
 * A small piece of ground with its people, reached or not as a whole.
 *
 * @param x easting of a point in it, EPSG:3826, metres
 * @param y northing
 * @param people at least 0, may be a fraction of a person
 * @param district number of its district, from 0
 */
public record Cell(double x, double y, double people, int district) {
  public Cell {
    if (!(people >= 0) || district < 0) {
      throw new IllegalArgumentException(people + " people in district " + district);
    }
  }
}
