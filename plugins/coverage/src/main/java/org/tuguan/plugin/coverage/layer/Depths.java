package org.tuguan.plugin.coverage.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.tuguan.plugin.coverage.area.Discs;
import org.tuguan.plugin.coverage.area.Outlines;

/** Ground by how many discs lie over it, for drawing: circles are polygons here. */
final class Depths {
  private static final int SEGMENTS = 48;
  private static final PrecisionModel CENTIMETRES = new PrecisionModel(100);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory(CENTIMETRES);

  private Depths() {}

  /**
   * Polygons by number of discs over them.
   *
   * @param most more than so many count as so many
   */
  static Map<Integer, List<Polygon>> of(Discs discs, int most) {
    Map<Integer, List<Polygon>> all = new TreeMap<>();
    for (Discs cluster : discs.clusters()) {
      ofCluster(cluster, most)
          .forEach(
              (times, polygons) ->
                  all.computeIfAbsent(times, key -> new ArrayList<>()).addAll(dissolve(polygons)));
    }
    return all;
  }

  /** Pieces between the circles of discs that hang together, which keeps each search small. */
  private static Map<Integer, List<Polygon>> ofCluster(Discs discs, int most) {
    Map<Integer, List<Polygon>> faces = new TreeMap<>();
    List<Geometry> edges = new ArrayList<>();
    for (Polygon outline : Outlines.of(discs, SEGMENTS)) {
      edges.add(GeometryPrecisionReducer.reducePointwise(outline.getExteriorRing(), CENTIMETRES));
    }
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(UnaryUnionNG.union(edges, GEOMETRIES, CENTIMETRES));
    for (Object face : polygonizer.getPolygons()) {
      Polygon polygon = (Polygon) face;
      Point inside = polygon.getInteriorPoint();
      int times = Math.min(most, discs.times(inside.getX(), inside.getY()));
      if (times > 0) {
        faces.computeIfAbsent(times, key -> new ArrayList<>()).add(polygon);
      }
    }
    return faces;
  }

  private static List<Polygon> dissolve(List<Polygon> polygons) {
    return parts(UnaryUnionNG.union(List.<Geometry>copyOf(polygons), GEOMETRIES, CENTIMETRES));
  }

  static List<Polygon> parts(Geometry geometry) {
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        parts.add(polygon);
      }
    }
    return parts;
  }
}
