package org.tuguan.core.feature;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/** Geometries as GeoJSON text, outer rings counter-clockwise (RFC 7946, 3.1.6). For one thread. */
final class GeoJsonGeometry {
  private static final int METRE_DECIMALS = 3;
  private static final int DEGREE_DECIMALS = 7;

  private final CoordinateTransform transform;
  private final boolean northFirst;
  private final int decimals;
  private final StringBuilder text = new StringBuilder();
  private boolean outside;

  /**
   * @param crs target of the transform
   */
  GeoJsonGeometry(CoordinateTransform transform, Crs crs) {
    this.transform = transform;
    this.northFirst = crs.northFirst();
    this.decimals = crs.geographic() ? DEGREE_DECIMALS : METRE_DECIMALS;
  }

  /** JSON; null for none, and for one with a point outside the domain. */
  String text(Geometry geometry) {
    if (geometry == null) {
      return "null";
    }
    text.setLength(0);
    outside = false;
    add(geometry);
    return outside ? "null" : text.toString();
  }

  private void add(Geometry geometry) {
    boolean mixed = geometry.getClass() == GeometryCollection.class;
    String type = geometry.getGeometryType();
    text.append("{\"type\":\"").append(type.equals("LinearRing") ? "LineString" : type);
    text.append(mixed ? "\",\"geometries\":" : "\",\"coordinates\":");
    coordinates(geometry, mixed);
    text.append('}');
  }

  private void coordinates(Geometry geometry, boolean mixed) {
    if (geometry instanceof Point point) {
      point(point);
    } else if (geometry instanceof LineString line) {
      positions(line.getCoordinateSequence(), false);
    } else if (geometry instanceof Polygon polygon) {
      polygon(polygon);
    } else {
      text.append('[');
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        text.append(i == 0 ? "" : ",");
        if (mixed) {
          add(geometry.getGeometryN(i));
        } else {
          coordinates(geometry.getGeometryN(i), false);
        }
      }
      text.append(']');
    }
  }

  private void point(Point point) {
    int start = text.length();
    positions(point.getCoordinateSequence(), false);
    if (!point.isEmpty()) {
      text.deleteCharAt(start).setLength(text.length() - 1);
    }
  }

  private void polygon(Polygon polygon) {
    text.append('[');
    if (!polygon.isEmpty()) {
      ring(polygon.getExteriorRing(), true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        text.append(',');
        ring(polygon.getInteriorRingN(i), false);
      }
    }
    text.append(']');
  }

  private void ring(LineString ring, boolean counterClockwise) {
    CoordinateSequence points = ring.getCoordinateSequence();
    positions(points, points.size() > 3 && Orientation.isCCW(points) != counterClockwise);
  }

  private void positions(CoordinateSequence points, boolean backwards) {
    int size = points.size();
    double[] xy = new double[2 * size];
    for (int i = 0; i < size; i++) {
      xy[2 * i] = points.getX(i);
      xy[2 * i + 1] = points.getY(i);
    }
    transform.apply(xy, 0, xy, 0, size);
    text.append('[');
    for (int i = 0; i < size; i++) {
      int at = backwards ? size - 1 - i : i;
      text.append(i == 0 ? "[" : ",[");
      number(xy[2 * at + (northFirst ? 1 : 0)], decimals);
      text.append(',');
      number(xy[2 * at + (northFirst ? 0 : 1)], decimals);
      if (points.hasZ() && Double.isFinite(points.getZ(at))) {
        text.append(',');
        number(points.getZ(at), METRE_DECIMALS);
      }
      text.append(']');
    }
    text.append(']');
  }

  private void number(double value, int places) {
    if (!(Math.abs(value) < 1e11)) {
      outside = true;
      return;
    }
    long power = places == METRE_DECIMALS ? 1_000L : 10_000_000L;
    long scaled = Math.round(value * power);
    if (scaled < 0) {
      text.append('-');
      scaled = -scaled;
    }
    text.append(scaled / power);
    long rest = scaled % power;
    if (rest == 0) {
      return;
    }
    text.append('.');
    while (rest > 0) {
      power /= 10;
      text.append((char) ('0' + rest / power));
      rest %= power;
    }
  }
}
