package org.tuguan.plugin.coverage.area;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * The ground of one station as closed rings, outer ones counter-clockwise, holes clockwise. Rings
 * may touch each other and themselves and do not cross; inside is what an odd number of them
 * surrounds. Coordinates are kept relative to an origin, as in {@link Zone}. Immutable.
 */
public final class Outline {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final double BORDER = 1e-5;

  private final double originX;
  private final double originY;
  private final double[][] rings;

  /**
   * @param originX easting in EPSG:3826
   * @param rings x, y, x, y … relative to the origin, the first point again at the end; not to be
   *     written to any more
   */
  public Outline(double originX, double originY, double[][] rings) {
    this.originX = originX;
    this.originY = originY;
    this.rings = rings;
  }

  /** Of a valid polygon in EPSG:3826. */
  public static Outline of(Polygon polygon) {
    Zone zone = new Zone(polygon);
    return new Outline(zone.originX(), zone.originY(), zone.rings());
  }

  double originX() {
    return originX;
  }

  double originY() {
    return originY;
  }

  /** Not to be written to. */
  double[][] rings() {
    return rings;
  }

  /** Points of all rings, those that close them included. */
  public int points() {
    int points = 0;
    for (double[] ring : rings) {
      points += ring.length / 2;
    }
    return points;
  }

  /** Square metres. */
  public double area() {
    double sum = 0;
    for (double[] ring : rings) {
      sum += twice(ring);
    }
    return sum / 2;
  }

  /** Twice the area inside a ring, below 0 if it runs clockwise. */
  private static double twice(double[] ring) {
    double sum = 0;
    for (int i = 2; i < ring.length; i += 2) {
      sum += ring[i - 2] * ring[i + 1] - ring[i] * ring[i - 1];
    }
    return sum;
  }

  /** Whether a point in EPSG:3826 lies inside or, to a hundredth of a millimetre, on the edge. */
  public boolean contains(double x, double y) {
    double px = x - originX;
    double py = y - originY;
    boolean inside = false;
    for (double[] ring : rings) {
      for (int i = 2; i < ring.length; i += 2) {
        Edge edge = new Edge(ring[i - 2], ring[i - 1], ring[i], ring[i + 1]);
        if (edge.touches(px, py, BORDER)) {
          return true;
        }
        inside ^= edge.leftOf(px, py);
      }
    }
    return inside;
  }

  /**
   * As polygons in EPSG:3826, for pictures and files.
   *
   * @return may be invalid in the sense of OGC where rings touch
   */
  public MultiPolygon polygons() {
    List<LinearRing> shells = new ArrayList<>();
    List<List<LinearRing>> holes = new ArrayList<>();
    for (double[] ring : rings) {
      if (twice(ring) > 0) {
        shells.add(line(ring));
        holes.add(new ArrayList<>());
      }
    }
    for (double[] ring : rings) {
      if (twice(ring) < 0) {
        int shell = shellAround(ring, shells);
        if (shell >= 0) {
          holes.get(shell).add(line(ring));
        }
      }
    }
    Polygon[] polygons = new Polygon[shells.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] =
          GEOMETRIES.createPolygon(shells.get(i), holes.get(i).toArray(LinearRing[]::new));
    }
    return GEOMETRIES.createMultiPolygon(polygons);
  }

  private LinearRing line(double[] ring) {
    Coordinate[] points = new Coordinate[ring.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(originX + ring[2 * i], originY + ring[2 * i + 1]);
    }
    return GEOMETRIES.createLinearRing(points);
  }

  /** The smallest shell around the middle of a hole's first edge; -1 if there is none. */
  private int shellAround(double[] hole, List<LinearRing> shells) {
    double x = originX + (hole[0] + hole[2]) / 2;
    double y = originY + (hole[1] + hole[3]) / 2;
    int found = -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < shells.size(); i++) {
      Envelope box = shells.get(i).getEnvelopeInternal();
      if (box.contains(x, y) && box.getArea() < smallest && surrounds(shells.get(i), x, y)) {
        found = i;
        smallest = box.getArea();
      }
    }
    return found;
  }

  private static boolean surrounds(Geometry shell, double x, double y) {
    Coordinate[] points = shell.getCoordinates();
    boolean inside = false;
    for (int i = 1; i < points.length; i++) {
      inside ^= new Edge(points[i - 1].x, points[i - 1].y, points[i].x, points[i].y).leftOf(x, y);
    }
    return inside;
  }
}
