package org.tuguan.plugin.coverage.area;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A polygon or several, with holes perhaps, laid out for measuring: a village, a statistical area.
 *
 * <p>Coordinates are kept relative to the middle of the bounds, so that areas of some hundred
 * square metres lose nothing to northings of millions. Outer rings run counter-clockwise, holes
 * clockwise. Immutable.
 */
public final class Zone {
  private static final double BORDER = 1e-5;

  private final Geometry geometry;
  private final Envelope bounds;
  private final double originX;
  private final double originY;
  private final double[][] rings;
  private final double area;

  /**
   * @param geometry polygonal, in EPSG:3826
   */
  public Zone(Geometry geometry) {
    if (geometry.getDimension() != 2 || geometry.isEmpty()) {
      throw new IllegalArgumentException(geometry.getGeometryType() + " is no area");
    }
    this.geometry = geometry;
    this.bounds = geometry.getEnvelopeInternal();
    this.originX = (bounds.getMinX() + bounds.getMaxX()) / 2;
    this.originY = (bounds.getMinY() + bounds.getMaxY()) / 2;
    List<double[]> found = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) geometry.getGeometryN(i);
      found.add(ring(polygon.getExteriorRing(), true));
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        found.add(ring(polygon.getInteriorRingN(hole), false));
      }
    }
    this.rings = found.toArray(double[][]::new);
    double sum = 0;
    for (double[] ring : rings) {
      for (int i = 2; i < ring.length; i += 2) {
        sum += ring[i - 2] * ring[i + 1] - ring[i] * ring[i - 1];
      }
    }
    this.area = sum / 2;
  }

  private double[] ring(LinearRing ring, boolean outer) {
    CoordinateSequence points = ring.getCoordinateSequence();
    boolean reverse = Orientation.isCCW(points) != outer;
    int size = points.size();
    double[] flat = new double[2 * size];
    for (int i = 0; i < size; i++) {
      int from = reverse ? size - 1 - i : i;
      flat[2 * i] = points.getX(from) - originX;
      flat[2 * i + 1] = points.getY(from) - originY;
    }
    return flat;
  }

  public Geometry geometry() {
    return geometry;
  }

  public Envelope bounds() {
    return new Envelope(bounds);
  }

  /** Square metres in the plane of EPSG:3826. */
  public double area() {
    return area;
  }

  double originX() {
    return originX;
  }

  double originY() {
    return originY;
  }

  /** Closed rings as x, y, x, y … relative to the origin; not to be written to. */
  double[][] rings() {
    return rings;
  }

  /** Whether a point relative to the origin lies inside, by the even-odd rule. */
  boolean inside(double x, double y) {
    boolean inside = false;
    for (double[] ring : rings) {
      for (int i = 2; i < ring.length; i += 2) {
        double y1 = ring[i - 1];
        double y2 = ring[i + 1];
        if (y1 > y != y2 > y && x < (ring[i] - ring[i - 2]) * (y - y1) / (y2 - y1) + ring[i - 2]) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  /**
   * Whether the zone contains a point in EPSG:3826. A point on the border of two zones is inside
   * one of them or none, never both.
   */
  public boolean contains(double x, double y) {
    return bounds.contains(x, y) && inside(x - originX, y - originY);
  }

  /** Whether a point in EPSG:3826 lies on the border, to a hundredth of a millimetre. */
  public boolean touches(double x, double y) {
    double px = x - originX;
    double py = y - originY;
    for (double[] ring : rings) {
      for (int i = 2; i < ring.length; i += 2) {
        if (Distance.pointToSegment(
                new Coordinate(px, py),
                new Coordinate(ring[i - 2], ring[i - 1]),
                new Coordinate(ring[i], ring[i + 1]))
            <= BORDER) {
          return true;
        }
      }
    }
    return false;
  }
}
