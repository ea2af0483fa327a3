package org.tuguan.core.snapshot;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A geometry that features are to meet, with a rectangle inside it: what lies wholly in the
 * rectangle meets it for certain, and only the rest is looked at closely. For one thread.
 */
final class Area {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** What is cut from each side of the box to get a rectangle that lies inside, in turn. */
  private static final double[] MARGINS = {0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.2};

  private final PreparedGeometry shape;
  private final Envelope box;
  private final Envelope inside;

  Area(Geometry shape) {
    this.shape = PreparedGeometryFactory.prepare(shape);
    this.box = shape.getEnvelopeInternal();
    this.inside = findInside();
  }

  private Envelope findInside() {
    for (double margin : MARGINS) {
      Envelope smaller = box.copy();
      smaller.expandBy(-margin * box.getWidth(), -margin * box.getHeight());
      if (!smaller.isNull() && shape.covers(GEOMETRIES.toGeometry(smaller))) {
        return smaller;
      }
    }
    return new Envelope();
  }

  /** Around the geometry. */
  Envelope box() {
    return box;
  }

  /** A rectangle that the geometry covers; empty if none was found. */
  Envelope inside() {
    return inside;
  }

  /** As {@code ST_Intersects}; collections are looked at part by part. */
  boolean meets(Geometry other) {
    if (!other.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      return shape.intersects(other);
    }
    for (int i = 0; i < other.getNumGeometries(); i++) {
      if (meets(other.getGeometryN(i))) {
        return true;
      }
    }
    return false;
  }
}
