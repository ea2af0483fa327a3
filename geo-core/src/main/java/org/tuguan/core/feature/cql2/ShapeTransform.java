package org.tuguan.core.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/**
 * Brings geometries of a request into the system of a data set.
 *
 * <p>Parts that have no place there (the other side of the globe on a Taiwanese map) are cut off,
 * since no feature can be there. Edges of boxes are followed at steps, so that they stay parallels
 * and meridians.
 */
final class ShapeTransform {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** Pieces to an edge of a box. */
  private static final int STEPS = 32;

  /** Beyond every coordinate of every system. */
  private static final double FAR = 1e8;

  private final Crs from;
  private final Crs to;
  private final CoordinateTransform transform;

  ShapeTransform(Crs from, Crs to) {
    this.from = from;
    this.to = to;
    this.transform = CoordinateTransform.between(from, to);
  }

  Geometry apply(Node.Shape shape) {
    Geometry geometry = eastFirst(shape.geometry());
    for (Coordinate each : geometry.getCoordinates()) {
      if (!(Math.abs(each.x) <= FAR && Math.abs(each.y) <= FAR)) {
        throw Problem.at(shape.place(), "a coordinate that is nowhere in " + from);
      }
    }
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null) {
      throw Problem.at(shape.place(), "not a valid geometry: " + error.getMessage());
    }
    return placed(geometry, shape.place());
  }

  /** A copy in two dimensions, x east. */
  private Geometry eastFirst(Geometry geometry) {
    int east = from.northFirst() ? 1 : 0;
    return new GeometryEditor(SHAPES)
        .edit(
            geometry,
            new GeometryEditor.CoordinateSequenceOperation() {
              @Override
              public CoordinateSequence edit(CoordinateSequence points, Geometry part) {
                Coordinate[] flat = new Coordinate[points.size()];
                for (int i = 0; i < flat.length; i++) {
                  flat[i] =
                      new CoordinateXY(
                          points.getOrdinate(i, east), points.getOrdinate(i, 1 - east));
                }
                return new CoordinateArraySequence(flat, 2);
              }
            });
  }

  Geometry apply(Node.Box box) {
    boolean swap = from.northFirst();
    double minX = swap ? box.y1() : box.x1();
    double minY = swap ? box.x1() : box.y1();
    double maxX = swap ? box.y2() : box.x2();
    double maxY = swap ? box.x2() : box.y2();
    if (!(minY <= maxY) || !(minX <= maxX || from.geographic())) {
      throw Problem.at(box.place(), "the first corner of a box is the lower left one");
    }
    if (minX <= maxX) {
      return edged(new Envelope(minX, maxX, minY, maxY), box.place());
    }
    Geometry west = edged(new Envelope(minX, 180, minY, maxY), box.place());
    Geometry east = edged(new Envelope(-180, maxX, minY, maxY), box.place());
    return parts(west, east);
  }

  private static Geometry parts(Geometry... shapes) {
    List<Polygon> polygons = new ArrayList<>();
    for (Geometry shape : shapes) {
      if (shape instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
    return polygons.size() == 1
        ? polygons.get(0)
        : SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private Geometry edged(Envelope box, String place) {
    Geometry rectangle = SHAPES.toGeometry(box.intersection(new Envelope(-FAR, FAR, -FAR, FAR)));
    return placed(rectangle, place);
  }

  private Geometry placed(Geometry geometry, String place) {
    if (transform.identity() || geometry.isEmpty()) {
      return transform.apply(geometry);
    }
    Geometry placed = transform.apply(followed(geometry));
    if (finite(placed)) {
      return placed;
    }
    Geometry cut = geometry.intersection(domain(geometry));
    placed = transform.apply(cut.isEmpty() ? cut : followed(cut));
    if (!finite(placed)) {
      throw Problem.at(place, "the geometry has no place in " + to);
    }
    return placed;
  }

  /** Rectangles with points along their edges, others as they are. */
  private static Geometry followed(Geometry geometry) {
    Envelope box = geometry.getEnvelopeInternal();
    double longest = Math.max(box.getWidth(), box.getHeight());
    return geometry.isRectangle() && longest > 0
        ? Densifier.densify(geometry, longest / STEPS)
        : geometry;
  }

  /** What part of the geometry's box has a place in the target system. */
  private Geometry domain(Geometry geometry) {
    try {
      Bounds reached = transform.apply(Bounds.of(from, geometry.getEnvelopeInternal()));
      return SHAPES.toGeometry(CoordinateTransform.between(to, from).apply(reached).envelope());
    } catch (IllegalArgumentException e) {
      return SHAPES.createPolygon();
    }
  }

  private static boolean finite(Geometry geometry) {
    for (Coordinate each : geometry.getCoordinates()) {
      if (!Double.isFinite(each.x) || !Double.isFinite(each.y)) {
        return false;
      }
    }
    return true;
  }
}
