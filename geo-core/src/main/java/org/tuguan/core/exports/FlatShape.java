package org.tuguan.core.exports;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.crs.CoordinateTransform;

/**
 * The coordinates of one geometry in an array, its parts as the places where they end, read from
 * WKB (OGC 06-103r4, 8.2) without making objects of it: used again and again, so that a million
 * features need the memory of the largest. Of a collection it holds the parts of most dimensions;
 * heights are left out. For one thread.
 */
final class FlatShape {
  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;
  private static final int MULTI_POINT = 4;
  private static final int COLLECTION = 7;

  private double[] xy = new double[256];
  private int[] ends = new int[16];
  private int[] polygonEnds = new int[4];
  private int dimension;
  private int points;
  private int lines;
  private int polygons;
  private boolean multiPoint;
  private double west;
  private double south;
  private double east;
  private double north;

  /** 0 for points, 1 for lines, 2 for polygons. */
  int dimension() {
    return dimension;
  }

  boolean multiPoint() {
    return multiPoint;
  }

  int points() {
    return points;
  }

  /** Pairs of x and y, those beyond {@link #points} not to be read. */
  double[] xy() {
    return xy;
  }

  /** How many lines, or rings, there are; 0 for points. */
  int lines() {
    return lines;
  }

  /** The first point after a line or ring. */
  int end(int line) {
    return ends[line];
  }

  /** The first point of a line or ring. */
  int start(int line) {
    return line == 0 ? 0 : ends[line - 1];
  }

  int polygons() {
    return polygons;
  }

  /** The first ring after a polygon. */
  int polygonEnd(int polygon) {
    return polygonEnds[polygon];
  }

  /** The outer ring of a polygon, which its holes follow. */
  int polygonStart(int polygon) {
    return polygon == 0 ? 0 : polygonEnds[polygon - 1];
  }

  double west() {
    return west;
  }

  double south() {
    return south;
  }

  double east() {
    return east;
  }

  double north() {
    return north;
  }

  /**
   * False if this is not a geometry of two dimensions, or a collection of several kinds; then
   * nothing of what was read counts.
   */
  boolean read(byte[] wkb) {
    clear();
    ByteBuffer from = ByteBuffer.wrap(wkb);
    multiPoint = FlatWkb.type(wkb) == MULTI_POINT;
    return add(from);
  }

  void read(Geometry geometry) {
    clear();
    dimension = geometry.getDimension();
    add(geometry);
    multiPoint = geometry instanceof MultiPoint;
  }

  private void clear() {
    dimension = 0;
    points = 0;
    lines = 0;
    polygons = 0;
  }

  private boolean add(ByteBuffer from) {
    from.order(from.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = from.getInt();
    if (type < POINT || type >= COLLECTION) {
      return false;
    }
    int count = type == POINT ? 1 : from.getInt();
    switch (type) {
      case POINT -> addPoint(from.getDouble(), from.getDouble());
      case LINE -> addLine(from, count);
      case POLYGON -> {
        for (int i = 0; i < count; i++) {
          addLine(from, from.getInt());
        }
        endPolygon();
      }
      default -> {
        for (int i = 0; i < count; i++) {
          if (!add(from)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** An empty point has no coordinates. */
  private void addPoint(double x, double y) {
    if (Double.isNaN(x)) {
      return;
    }
    room(1);
    xy[2 * points] = x;
    xy[2 * points + 1] = y;
    points++;
  }

  private void addLine(ByteBuffer from, int count) {
    room(count);
    from.asDoubleBuffer().get(xy, 2 * points, 2 * count);
    from.position(from.position() + 16 * count);
    points += count;
    dimension = Math.max(dimension, 1);
    endLine(count);
  }

  private void endLine(int count) {
    if (count == 0) {
      return;
    }
    if (lines == ends.length) {
      ends = Arrays.copyOf(ends, 2 * lines);
    }
    ends[lines++] = points;
  }

  private void endPolygon() {
    dimension = 2;
    if (lines == 0 || polygons > 0 && polygonEnds[polygons - 1] == lines) {
      return;
    }
    if (polygons == polygonEnds.length) {
      polygonEnds = Arrays.copyOf(polygonEnds, 2 * polygons);
    }
    polygonEnds[polygons++] = lines;
  }

  private void room(int more) {
    if (2 * (points + more) > xy.length) {
      xy = Arrays.copyOf(xy, Math.max(2 * xy.length, 2 * (points + more)));
    }
  }

  private void add(Geometry geometry) {
    if (geometry.getDimension() < dimension) {
      return;
    }
    if (geometry instanceof Point point) {
      if (!point.isEmpty()) {
        addPoint(point.getX(), point.getY());
      }
    } else if (geometry instanceof LineString line) {
      addLine(line.getCoordinateSequence());
    } else if (geometry instanceof Polygon polygon) {
      addLine(polygon.getExteriorRing().getCoordinateSequence());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        addLine(polygon.getInteriorRingN(i).getCoordinateSequence());
      }
      endPolygon();
    } else {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        add(geometry.getGeometryN(i));
      }
    }
  }

  private void addLine(CoordinateSequence line) {
    room(line.size());
    for (int i = 0; i < line.size(); i++) {
      xy[2 * points] = line.getX(i);
      xy[2 * points + 1] = line.getY(i);
      points++;
    }
    endLine(line.size());
  }

  void apply(CoordinateTransform transform) {
    transform.apply(xy, 0, xy, 0, points);
  }

  /** Looks for the box; false if a coordinate is not a number, or there is none. */
  boolean measure() {
    west = Double.POSITIVE_INFINITY;
    south = Double.POSITIVE_INFINITY;
    east = Double.NEGATIVE_INFINITY;
    north = Double.NEGATIVE_INFINITY;
    boolean finite = true;
    for (int i = 0; i < 2 * points; i += 2) {
      double x = xy[i];
      double y = xy[i + 1];
      finite &= Double.isFinite(x) && Double.isFinite(y);
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    return points > 0 && finite;
  }

  /** Whether a ring runs clockwise; one without area does neither. */
  boolean turns(int ring, boolean clockwise) {
    int first = 2 * start(ring);
    double x0 = xy[first];
    double y0 = xy[first + 1];
    double twice = 0;
    for (int i = first + 2; i < 2 * end(ring); i += 2) {
      twice += (xy[i - 2] - x0) * (xy[i + 1] - y0) - (xy[i] - x0) * (xy[i - 1] - y0);
    }
    return clockwise ? twice < 0 : twice > 0;
  }

  /** Turns a ring round. */
  void reverse(int ring) {
    for (int i = 2 * start(ring), j = 2 * (end(ring) - 1); i < j; i += 2, j -= 2) {
      double x = xy[i];
      double y = xy[i + 1];
      xy[i] = xy[j];
      xy[i + 1] = xy[j + 1];
      xy[j] = x;
      xy[j + 1] = y;
    }
  }
}
