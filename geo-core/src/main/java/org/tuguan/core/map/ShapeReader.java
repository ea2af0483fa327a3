package org.tuguan.core.map;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.map.PixelShape.Kind;

/**
 * Turns geometries into pixels: coordinates are transformed in bulk, vertices closer than half a
 * pixel to the one before are dropped, lines and rings smaller than a pixel become dots. Belongs to
 * one thread.
 */
final class ShapeReader {
  private static final double CLOSEST_SQUARED = 0.25;
  private static final double DOT = 1;

  private final PixelGrid grid;
  private double[] buffer = new double[1024];
  private double minX;
  private double minY;
  private double maxX;
  private double maxY;

  ShapeReader(PixelGrid grid) {
    this.grid = grid;
  }

  /** Replaces the content of {@code shape}; points outside the map's system are left out. */
  void read(Geometry geometry, PixelShape shape) {
    shape.clear();
    append(geometry, shape);
  }

  private void append(Geometry geometry, PixelShape shape) {
    if (geometry.isEmpty()) {
      return;
    }
    if (geometry instanceof Point point) {
      appendPoint(point, shape);
    } else if (geometry instanceof LineString line) {
      appendLine(line.getCoordinateSequence(), shape);
    } else if (geometry instanceof Polygon polygon) {
      appendPolygon(polygon, shape);
    } else {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        append(geometry.getGeometryN(i), shape);
      }
    }
  }

  private void appendPoint(Point point, PixelShape shape) {
    load(point.getCoordinateSequence());
    if (finite(0)) {
      shape.add(buffer[0], buffer[1]);
      shape.end(Kind.POINT);
    }
  }

  /** A line is cut in two where its system ends. */
  private void appendLine(CoordinateSequence sequence, PixelShape shape) {
    int count = load(sequence);
    int start = 0;
    for (int i = 0; i <= count; i++) {
      if (i == count || !finite(i)) {
        if (i - start > 1) {
          appendRun(start, i, shape);
        }
        start = i + 1;
      }
    }
  }

  private void appendRun(int start, int end, PixelShape shape) {
    if (measure(start, end)) {
      shape.add((minX + maxX) / 2, (minY + maxY) / 2);
      shape.end(Kind.DOT_LINE);
    } else {
      thin(start, end, shape);
      shape.end(Kind.LINE);
    }
  }

  private void appendPolygon(Polygon polygon, PixelShape shape) {
    Kind shell = appendRing(polygon.getExteriorRing(), Kind.SHELL, shape);
    for (int i = 0; i < polygon.getNumInteriorRing() && shell == Kind.SHELL; i++) {
      appendRing(polygon.getInteriorRingN(i), Kind.HOLE, shape);
    }
  }

  private Kind appendRing(LinearRing ring, Kind kind, PixelShape shape) {
    int count = withoutGaps(load(ring.getCoordinateSequence()));
    if (count == 0) {
      return null;
    }
    if (!measure(0, count)) {
      thin(0, count, shape);
      close(shape);
      shape.end(kind);
      return kind;
    }
    if (kind == Kind.SHELL) {
      shape.add((minX + maxX) / 2, (minY + maxY) / 2);
      shape.end(Kind.DOT_POLYGON);
    }
    return Kind.DOT_POLYGON;
  }

  /** Only needed where points at the end were left out. */
  private void close(PixelShape shape) {
    int first = shape.start(shape.parts());
    int last = first + shape.pending() - 1;
    if (shape.x(first) != shape.x(last) || shape.y(first) != shape.y(last)) {
      shape.add(shape.x(first), shape.y(first));
    }
  }

  private int load(CoordinateSequence sequence) {
    int count = sequence.size();
    if (buffer.length < 2 * count) {
      buffer = new double[Math.max(2 * count, 2 * buffer.length)];
    }
    for (int i = 0; i < count; i++) {
      buffer[2 * i] = sequence.getX(i);
      buffer[2 * i + 1] = sequence.getY(i);
    }
    grid.toPixels(buffer, count);
    return count;
  }

  private boolean finite(int point) {
    return Double.isFinite(buffer[2 * point]) && Double.isFinite(buffer[2 * point + 1]);
  }

  private int withoutGaps(int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (finite(i)) {
        buffer[2 * kept] = buffer[2 * i];
        buffer[2 * kept + 1] = buffer[2 * i + 1];
        kept++;
      }
    }
    return kept;
  }

  /** Finds the box of the points; true if it is smaller than a pixel. */
  private boolean measure(int start, int end) {
    minX = Double.POSITIVE_INFINITY;
    minY = Double.POSITIVE_INFINITY;
    maxX = Double.NEGATIVE_INFINITY;
    maxY = Double.NEGATIVE_INFINITY;
    for (int i = start; i < end; i++) {
      minX = Math.min(minX, buffer[2 * i]);
      maxX = Math.max(maxX, buffer[2 * i]);
      minY = Math.min(minY, buffer[2 * i + 1]);
      maxY = Math.max(maxY, buffer[2 * i + 1]);
    }
    return maxX - minX < DOT && maxY - minY < DOT;
  }

  /** The first and the last point are always kept. */
  private void thin(int start, int end, PixelShape shape) {
    double lastX = buffer[2 * start];
    double lastY = buffer[2 * start + 1];
    shape.add(lastX, lastY);
    for (int i = start + 1; i < end; i++) {
      double x = buffer[2 * i];
      double y = buffer[2 * i + 1];
      double squared = (x - lastX) * (x - lastX) + (y - lastY) * (y - lastY);
      if (squared >= CLOSEST_SQUARED || i == end - 1) {
        shape.add(x, y);
        lastX = x;
        lastY = y;
      }
    }
  }
}
