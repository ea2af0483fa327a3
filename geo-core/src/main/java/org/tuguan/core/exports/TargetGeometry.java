package org.tuguan.core.exports;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.LocalText;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;

/** Geometries in the system of the file, counting those that cannot be there. For one thread. */
final class TargetGeometry {
  private final CoordinateTransform transform;
  private final Crs to;
  private long outside;

  TargetGeometry(Crs from, Crs to) {
    this.transform = CoordinateTransform.between(from, to);
    this.to = to;
  }

  /** True if coordinates stay as they are. */
  boolean identity() {
    return transform.identity();
  }

  /** Null if the feature has none, if it is empty, or if it leaves the domain of the system. */
  Geometry of(Feature feature) {
    Geometry geometry = feature.geometry();
    if (geometry == null || geometry.isEmpty()) {
      return null;
    }
    if (transform.identity()) {
      return geometry;
    }
    Geometry moved = transform.apply(geometry);
    Finite finite = new Finite();
    moved.apply(finite);
    if (finite.isDone()) {
      outside++;
      return null;
    }
    return moved;
  }

  /** As {@link #of}, without making objects where none are there; false for null. */
  boolean read(Feature feature, FlatShape shape) {
    if (!feature.packed().filter(shape::read).isPresent()) {
      Geometry geometry = feature.geometry();
      if (geometry == null) {
        return false;
      }
      shape.read(geometry);
    }
    if (shape.points() == 0) {
      return false;
    }
    if (!transform.identity()) {
      shape.apply(transform);
    }
    if (!shape.measure()) {
      outside++;
      return false;
    }
    return true;
  }

  List<ExportNote> notes() {
    if (outside == 0) {
      return List.of();
    }
    return List.of(
        new ExportNote(
            ExportNote.Kind.COORDINATES,
            new LocalText(
                "%d 筆的坐標超出 %s 的範圍，只寫出屬性".formatted(outside, to.code()),
                "%d features reach out of the domain of %s and have no geometry"
                    .formatted(outside, to.code()))));
  }

  /** Single polygons and lines as collections of one, so that a file holds one kind only. */
  static Geometry multi(Geometry geometry) {
    if (geometry instanceof Polygon polygon) {
      return geometry.getFactory().createMultiPolygon(new Polygon[] {polygon});
    }
    if (geometry instanceof LineString line) {
      return geometry.getFactory().createMultiLineString(new LineString[] {line});
    }
    return geometry;
  }

  /** The single geometries inside, however deep. */
  static List<Geometry> parts(Geometry geometry) {
    List<Geometry> parts = new ArrayList<>();
    collect(geometry, parts);
    return parts;
  }

  private static void collect(Geometry geometry, List<Geometry> parts) {
    if (geometry.getNumGeometries() == 1 && geometry.getGeometryN(0) == geometry) {
      parts.add(geometry);
      return;
    }
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      collect(geometry.getGeometryN(i), parts);
    }
  }

  /** Done as soon as a coordinate is not a number. */
  private static final class Finite implements CoordinateSequenceFilter {
    private boolean broken;

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      broken |= !Double.isFinite(sequence.getX(i)) || !Double.isFinite(sequence.getY(i));
    }

    @Override
    public boolean isDone() {
      return broken;
    }

    @Override
    public boolean isGeometryChanged() {
      return false;
    }
  }
}
