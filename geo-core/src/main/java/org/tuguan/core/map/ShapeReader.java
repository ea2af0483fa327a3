package org.tuguan.core.map;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.map.PixelShape.Kind;
import org.tuguan.core.snapshot.PartKind;
import org.tuguan.core.snapshot.RenderSnapshot;

/**
 * Turns geometries into pixels: coordinates are transformed in bulk, vertices closer than half a
 * pixel to the one before are dropped, lines and rings smaller than a pixel become dots. Belongs to
 * one thread.
 */
final class ShapeReader {
  private static final double CLOSEST_SQUARED = 0.25;

  /** Pixels; what is smaller both ways is not drawn as a shape. */
  static final double DOT = 1;

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

  /** As {@link #read(Geometry, PixelShape)}, of a feature in memory. */
  void read(RenderSnapshot snapshot, int feature, PixelShape shape) {
    shape.clear();
    boolean dropHoles = false;
    for (int part = snapshot.firstPart(feature); part < snapshot.endPart(feature); part++) {
      PartKind kind = snapshot.kind(part);
      if (kind == PartKind.HOLE && dropHoles) {
        continue;
      }
      reserve(snapshot.points(part));
      int count = snapshot.load(part, buffer);
      grid.toPixels(buffer, count);
      switch (kind) {
        case POINT -> appendPoint(shape);
        case LINE -> appendLine(count, shape);
        case SHELL -> dropHoles = appendRing(count, Kind.SHELL, shape) != Kind.SHELL;
        case HOLE -> appendRing(count, Kind.HOLE, shape);
      }
    }
  }

  private void append(Geometry geometry, PixelShape shape) {
    if (geometry.isEmpty()) {
      return;
    }
    if (geometry instanceof Point point) {
      load(point.getCoordinateSequence());
      appendPoint(shape);
    } else if (geometry instanceof LineString line) {
      appendLine(load(line.getCoordinateSequence()), shape);
    } else if (geometry instanceof Polygon polygon) {
      appendPolygon(polygon, shape);
    } else {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        append(geometry.getGeometryN(i), shape);
      }
    }
  }

  private void appendPoint(PixelShape shape) {
    if (finite(0)) {
      shape.add(buffer[0], buffer[1]);
      shape.end(Kind.POINT);
    }
  }

  /** A line is cut in two where its system ends. */
  private void appendLine(int count, PixelShape shape) {
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
      shape.addDot(Kind.DOT_LINE, minX, minY, maxX, maxY, 1);
    } else {
      thin(start, end, shape);
      shape.end(Kind.LINE);
    }
  }

  private void appendPolygon(Polygon polygon, PixelShape shape) {
    Kind shell =
        appendRing(load(polygon.getExteriorRing().getCoordinateSequence()), Kind.SHELL, shape);
    for (int i = 0; i < polygon.getNumInteriorRing() && shell == Kind.SHELL; i++) {
      appendRing(load(polygon.getInteriorRingN(i).getCoordinateSequence()), Kind.HOLE, shape);
    }
  }

  /** What the ring has become; null if nothing is left of it. */
  private Kind appendRing(int points, Kind kind, PixelShape shape) {
    int count = withoutGaps(points);
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
      shape.addDot(Kind.DOT_POLYGON, minX, minY, maxX, maxY, filled(count));
    }
    return Kind.DOT_POLYGON;
  }

  /** Share of the box that the ring fills. */
  private double filled(int count) {
    double doubled = 0;
    for (int i = 0; i < count; i++) {
      int next = i + 1 == count ? 0 : i + 1;
      doubled += buffer[2 * i] * buffer[2 * next + 1] - buffer[2 * next] * buffer[2 * i + 1];
    }
    double box = (maxX - minX) * (maxY - minY);
    return box > 0 ? Math.min(1, Math.abs(doubled) / 2 / box) : 1;
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
    reserve(count);
    for (int i = 0; i < count; i++) {
      buffer[2 * i] = sequence.getX(i);
      buffer[2 * i + 1] = sequence.getY(i);
    }
    grid.toPixels(buffer, count);
    return count;
  }

  private void reserve(int count) {
    if (buffer.length < 2 * count) {
      buffer = new double[Math.max(2 * count, 2 * buffer.length)];
    }
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
