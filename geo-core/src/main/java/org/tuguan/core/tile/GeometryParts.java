package org.tuguan.core.tile;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.snapshot.PartKind;

/** Hands the parts of a geometry of any kind to a {@link TileGeometry}. */
record GeometryParts(TileGeometry target) {
  void add(Geometry shape) {
    if (shape.isEmpty()) {
      return;
    }
    if (shape instanceof Point point) {
      add(PartKind.POINT, point.getCoordinateSequence());
    } else if (shape instanceof LineString line) {
      add(PartKind.LINE, line.getCoordinateSequence());
    } else if (shape instanceof Polygon polygon) {
      add(PartKind.SHELL, polygon.getExteriorRing().getCoordinateSequence());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        add(PartKind.HOLE, polygon.getInteriorRingN(i).getCoordinateSequence());
      }
    } else {
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        add(shape.getGeometryN(i));
      }
    }
  }

  private void add(PartKind kind, CoordinateSequence sequence) {
    int count = sequence.size();
    double[] room = target.room(count);
    for (int i = 0; i < count; i++) {
      room[2 * i] = sequence.getX(i);
      room[2 * i + 1] = sequence.getY(i);
    }
    target.part(kind, count);
  }
}
