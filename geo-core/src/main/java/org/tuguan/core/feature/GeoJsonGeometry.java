package org.tuguan.core.feature;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Geometries as GeoJSON text, outer rings counter-clockwise (RFC 7946, 3.1.6). For one thread. */
final class GeoJsonGeometry {
  private final GeoJsonText text;

  /**
   * @param text is written to
   */
  GeoJsonGeometry(GeoJsonText text) {
    this.text = text;
  }

  void add(Geometry geometry) {
    boolean mixed = geometry.getClass() == GeometryCollection.class;
    String type = geometry.getGeometryType();
    text.add("{\"type\":\"").add(type.equals("LinearRing") ? "LineString" : type);
    text.add(mixed ? "\",\"geometries\":" : "\",\"coordinates\":");
    coordinates(geometry, mixed);
    text.add('}');
  }

  private void coordinates(Geometry geometry, boolean mixed) {
    if (geometry instanceof Point point) {
      point(point);
    } else if (geometry instanceof LineString line) {
      CoordinateSequence points = line.getCoordinateSequence();
      text.addPositions(xy(points), z(points), false);
    } else if (geometry instanceof Polygon polygon) {
      polygon(polygon);
    } else {
      text.add('[');
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        text.add(i == 0 ? "" : ",");
        if (mixed) {
          add(geometry.getGeometryN(i));
        } else {
          coordinates(geometry.getGeometryN(i), false);
        }
      }
      text.add(']');
    }
  }

  private void point(Point point) {
    if (point.isEmpty()) {
      text.add("[]");
    } else {
      CoordinateSequence points = point.getCoordinateSequence();
      text.addPoint(xy(points), z(points));
    }
  }

  private void polygon(Polygon polygon) {
    text.add('[');
    if (!polygon.isEmpty()) {
      ring(polygon.getExteriorRing(), true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        text.add(',');
        ring(polygon.getInteriorRingN(i), false);
      }
    }
    text.add(']');
  }

  private void ring(LineString ring, boolean counterClockwise) {
    CoordinateSequence points = ring.getCoordinateSequence();
    boolean backwards = points.size() > 3 && Orientation.isCCW(points) != counterClockwise;
    text.addRing(xy(points), z(points), backwards);
  }

  private static double[] xy(CoordinateSequence points) {
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = points.getX(i);
      xy[2 * i + 1] = points.getY(i);
    }
    return xy;
  }

  /** Null if there are none. */
  private static double[] z(CoordinateSequence points) {
    if (!points.hasZ()) {
      return null;
    }
    double[] z = new double[points.size()];
    for (int i = 0; i < z.length; i++) {
      z[i] = points.getZ(i);
    }
    return z;
  }
}
