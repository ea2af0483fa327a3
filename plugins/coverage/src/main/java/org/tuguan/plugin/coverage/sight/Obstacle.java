package org.tuguan.plugin.coverage.sight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.plugin.coverage.area.Outline;

/** A building: upright walls on its outline and a flat roof. Immutable. */
public final class Obstacle {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final double[][] rings;
  private final Envelope bounds;
  private final double middleX;
  private final double middleY;
  private final double heightM;
  private final boolean guessed;
  private final long print;

  /**
   * @param geometry polygonal and not empty, in EPSG:3826
   * @param heightM above the ground in its middle, greater than 0
   * @param guessed whether nothing was known of its height
   */
  public Obstacle(Geometry geometry, double heightM, boolean guessed) {
    if (geometry.getDimension() != 2 || geometry.isEmpty() || !(heightM > 0)) {
      throw new IllegalArgumentException("a building needs an outline and a height");
    }
    List<double[]> found = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) geometry.getGeometryN(i);
      found.add(flat(polygon.getExteriorRing()));
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        found.add(flat(polygon.getInteriorRingN(hole)));
      }
    }
    Point middle = geometry.getCentroid();
    this.rings = found.toArray(double[][]::new);
    this.bounds = geometry.getEnvelopeInternal();
    this.middleX = middle.getX();
    this.middleY = middle.getY();
    this.heightM = heightM;
    this.guessed = guessed;
    this.print = Arrays.deepHashCode(rings) * MIX ^ Double.doubleToLongBits(heightM);
  }

  private static double[] flat(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    double[] flat = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      flat[2 * i] = points.getX(i);
      flat[2 * i + 1] = points.getY(i);
    }
    return flat;
  }

  /** Not to be changed. */
  public Envelope bounds() {
    return bounds;
  }

  /** Closed rings as x, y, x, y …; not to be written to. */
  double[][] rings() {
    return rings;
  }

  double middleX() {
    return middleX;
  }

  double middleY() {
    return middleY;
  }

  double heightM() {
    return heightM;
  }

  boolean guessed() {
    return guessed;
  }

  /** Another one for another building, as good as surely. */
  long print() {
    long mixed = print * MIX;
    return mixed ^ mixed >>> 32;
  }

  /** Whether a point lies in it or on its edge. */
  boolean holds(double x, double y) {
    return bounds.contains(x, y) && new Outline(0, 0, rings).contains(x, y);
  }
}
