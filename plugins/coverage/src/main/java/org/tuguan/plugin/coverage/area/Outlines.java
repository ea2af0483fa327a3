package org.tuguan.plugin.coverage.area;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** Discs as polygons, for pictures, exports and other programs. */
public final class Outlines {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private Outlines() {}

  /**
   * The regular polygon inside a circle, first corner in the east, clockwise: with 32 segments the
   * one that {@code ST_Buffer} makes unless told otherwise.
   *
   * @param segments at least 8
   */
  public static Polygon of(Disc disc, int segments) {
    if (segments < 8) {
      throw new IllegalArgumentException(segments + " segments are fewer than 8");
    }
    Coordinate[] ring = new Coordinate[segments + 1];
    for (int i = 0; i < segments; i++) {
      double angle = -2 * Math.PI * i / segments;
      ring[i] =
          new Coordinate(
              disc.x() + disc.radius() * Math.cos(angle),
              disc.y() + disc.radius() * Math.sin(angle));
    }
    ring[segments] = ring[0].copy();
    return GEOMETRIES.createPolygon(ring);
  }

  public static List<Polygon> of(Discs discs, int segments) {
    return discs.list().stream().map(disc -> of(disc, segments)).toList();
  }

  /** All of some polygons as one geometry, overlaps once; empty if there are none. */
  public static Geometry union(List<? extends Geometry> polygons) {
    return union(polygons, new PrecisionModel());
  }

  /**
   * As {@link #union(List)}, with corners on a grid.
   *
   * @param precision of the grid
   */
  public static Geometry union(List<? extends Geometry> polygons, PrecisionModel precision) {
    return polygons.isEmpty()
        ? GEOMETRIES.createPolygon()
        : UnaryUnionNG.union(List.copyOf(polygons), GEOMETRIES, precision);
  }

  /**
   * The part of a circle's area that a polygon of so many segments lacks: 0.0064 with 32, 0.0001
   * with 256.
   */
  public static double shortfall(int segments) {
    return 1 - Math.sin(2 * Math.PI / segments) * segments / (2 * Math.PI);
  }
}
