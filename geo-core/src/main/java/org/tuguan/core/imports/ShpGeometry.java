package org.tuguan.core.imports;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Builds geometries from the records of a shapefile (ESRI Shapefile Technical Description, 1998).
 * Heights and measures are passed over.
 */
final class ShpGeometry {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int POINT = 1;
  private static final int POLYLINE = 3;
  private static final int POLYGON = 5;
  private static final int MULTIPOINT = 8;

  private ShpGeometry() {}

  /** The kind without height and measure; 0 for records without geometry; -1 if not supported. */
  static int kind(int shapeType) {
    int plane = shapeType % 10;
    boolean known = plane == POINT || plane == POLYLINE || plane == POLYGON || plane == MULTIPOINT;
    return shapeType == 0 ? 0 : known && shapeType > 0 && shapeType < 30 ? plane : -1;
  }

  /** Null for a record without geometry. */
  static Geometry read(byte[] content) throws UnreadableGeometryException {
    ByteBuffer data = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    try {
      return switch (kind(data.getInt())) {
        case 0 -> null;
        case POINT -> GEOMETRIES.createPoint(coordinate(data));
        case MULTIPOINT -> multiPoint(data);
        case POLYLINE -> lines(parts(data));
        case POLYGON -> polygons(parts(data));
        default ->
            throw new UnreadableGeometryException("不支援的圖形型別", "a shape type that is not supported");
      };
    } catch (RuntimeException e) { // whatever lengths that contradict each other lead to
      throw new UnreadableGeometryException("圖形資料毀損", "a damaged shape");
    }
  }

  private static Coordinate coordinate(ByteBuffer data) throws UnreadableGeometryException {
    double x = data.getDouble();
    double y = data.getDouble();
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new UnreadableGeometryException("坐標不是數字", "a coordinate that is not a number");
    }
    return new CoordinateXY(x, y);
  }

  private static Geometry multiPoint(ByteBuffer data) throws UnreadableGeometryException {
    data.position(data.position() + 32);
    Coordinate[] points = new Coordinate[checked(data.getInt(), data, 16)];
    for (int i = 0; i < points.length; i++) {
      points[i] = coordinate(data);
    }
    return GEOMETRIES.createMultiPointFromCoords(points);
  }

  private static int checked(int count, ByteBuffer data, int bytesEach) {
    if (count < 0 || (long) count * bytesEach > data.remaining()) {
      throw new IllegalArgumentException("count beyond the record");
    }
    return count;
  }

  private static List<Coordinate[]> parts(ByteBuffer data) throws UnreadableGeometryException {
    data.position(data.position() + 32);
    int count = checked(data.getInt(), data, 4);
    int points = checked(data.getInt(), data, 16);
    int[] starts = new int[count + 1];
    for (int i = 0; i < count; i++) {
      starts[i] = data.getInt();
    }
    starts[count] = points;
    List<Coordinate[]> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Coordinate[] part = new Coordinate[starts[i + 1] - starts[i]];
      for (int j = 0; j < part.length; j++) {
        part[j] = coordinate(data);
      }
      parts.add(part);
    }
    return parts;
  }

  private static Geometry lines(List<Coordinate[]> parts) throws UnreadableGeometryException {
    List<LineString> lines = new ArrayList<>();
    for (Coordinate[] part : parts) {
      if (part.length >= 2) {
        lines.add(GEOMETRIES.createLineString(part));
      }
    }
    if (lines.isEmpty()) {
      throw new UnreadableGeometryException("線少於兩點", "a line of fewer than two points");
    }
    return lines.size() == 1
        ? lines.get(0)
        : GEOMETRIES.createMultiLineString(lines.toArray(new LineString[0]));
  }

  /** Outer rings run clockwise; a hole belongs to the smallest outer ring around it. */
  private static Geometry polygons(List<Coordinate[]> parts) throws UnreadableGeometryException {
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (Coordinate[] part : parts) {
      if (part.length >= 4) {
        LinearRing ring = GEOMETRIES.createLinearRing(closed(part));
        (Orientation.isCCW(ring.getCoordinateSequence()) ? holes : shells).add(ring);
      }
    }
    if (shells.isEmpty() && holes.isEmpty()) {
      throw new UnreadableGeometryException("面的環少於四點", "a ring of fewer than four points");
    }
    if (shells.isEmpty()) { // written by a program that does not know the rule
      shells.addAll(holes);
      holes.clear();
    }
    return assemble(shells, holes);
  }

  private static Coordinate[] closed(Coordinate[] part) {
    if (part[0].equals2D(part[part.length - 1])) {
      return part;
    }
    Coordinate[] closed = Arrays.copyOf(part, part.length + 1);
    closed[part.length] = part[0];
    return closed;
  }

  private static Geometry assemble(List<LinearRing> shells, List<LinearRing> holes) {
    List<LinearRing> bySize = new ArrayList<>(shells);
    bySize.sort(Comparator.comparingDouble(ring -> ring.getEnvelopeInternal().getArea()));
    List<List<LinearRing>> holesOf = new ArrayList<>();
    bySize.forEach(shell -> holesOf.add(new ArrayList<>()));
    List<Polygon> polygons = new ArrayList<>();
    for (LinearRing hole : holes) {
      int shell = around(hole, bySize);
      if (shell < 0) {
        polygons.add(GEOMETRIES.createPolygon(hole));
      } else {
        holesOf.get(shell).add(hole);
      }
    }
    for (int i = 0; i < bySize.size(); i++) {
      LinearRing[] inside = holesOf.get(i).toArray(new LinearRing[0]);
      polygons.add(GEOMETRIES.createPolygon(bySize.get(i), inside));
    }
    return polygons.size() == 1
        ? polygons.get(0)
        : GEOMETRIES.createMultiPolygon(polygons.toArray(new Polygon[0]));
  }

  private static int around(LinearRing hole, List<LinearRing> shells) {
    for (int i = 0; i < shells.size(); i++) {
      LinearRing shell = shells.get(i);
      if (shell.getEnvelopeInternal().covers(hole.getEnvelopeInternal()) && inside(hole, shell)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean inside(LinearRing hole, LinearRing shell) {
    for (Coordinate point : hole.getCoordinates()) {
      int where = PointLocation.locateInRing(point, shell.getCoordinates());
      if (where != Location.BOUNDARY) {
        return where == Location.INTERIOR;
      }
    }
    return true;
  }
}
