package org.tuguan.core.map;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.buffer.OffsetCurve;
import org.tuguan.core.map.PixelShape.Kind;

/** Lines parallel to others. */
final class OffsetShape {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private OffsetShape() {}

  /**
   * Fills {@code target} with lines beside those of {@code shape}.
   *
   * @param distance in pixels; to the left of a line, outwards of a ring (SE 1.1, 11.1.4 and
   *     11.2.4)
   */
  static void of(PixelShape shape, double distance, PixelShape target) {
    target.clear();
    for (int part = 0; part < shape.parts(); part++) {
      Kind kind = shape.kind(part);
      if (kind == Kind.LINE) {
        append(OffsetCurve.getCurve(line(shape, part), -distance), target);
      } else if (kind == Kind.SHELL) {
        append(OffsetCurve.getCurve(GEOMETRIES.createPolygon(ring(shape, part)), distance), target);
      } else if (kind == Kind.HOLE) {
        append(
            OffsetCurve.getCurve(GEOMETRIES.createPolygon(ring(shape, part)), -distance), target);
      }
    }
  }

  private static LineString line(PixelShape shape, int part) {
    return GEOMETRIES.createLineString(coordinates(shape, part));
  }

  private static Coordinate[] ring(PixelShape shape, int part) {
    Coordinate[] ring = coordinates(shape, part);
    return ring.length < 4 ? new Coordinate[0] : ring;
  }

  private static Coordinate[] coordinates(PixelShape shape, int part) {
    Coordinate[] coordinates = new Coordinate[shape.end(part) - shape.start(part)];
    for (int i = 0; i < coordinates.length; i++) {
      int at = shape.start(part) + i;
      coordinates[i] = new Coordinate(shape.x(at), shape.y(at));
    }
    return coordinates;
  }

  private static void append(Geometry curve, PixelShape target) {
    for (int i = 0; i < curve.getNumGeometries(); i++) {
      if (curve.getGeometryN(i) instanceof LineString line && !line.isEmpty()) {
        CoordinateSequence sequence = line.getCoordinateSequence();
        for (int at = 0; at < sequence.size(); at++) {
          target.add(sequence.getX(at), sequence.getY(at));
        }
        target.end(Kind.LINE);
      }
    }
  }
}
