package org.tuguan.api.seeding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.tile.TileCoord;
import tools.jackson.databind.JsonNode;

/**
 * Where tiles are wanted. Safe for any thread.
 *
 * @param bounds around it, in degrees (CRS:84)
 * @param shape in degrees; empty if it is the whole rectangle
 */
record TileArea(Bounds bounds, Optional<PreparedGeometry> shape) {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final Bounds WORLD = new Bounds(Crs.CRS84, -180, -90, 180, 90);

  TileArea {
    Objects.requireNonNull(bounds);
    Objects.requireNonNull(shape);
  }

  static TileArea of(Bounds rectangle) {
    return new TileArea(rectangle, Optional.empty());
  }

  /**
   * A place.
   *
   * @param geometry GeoJSON; what is neither polygon nor multipolygon counts as its rectangle
   */
  static TileArea of(Bounds rectangle, JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    List<Polygon> polygons = new ArrayList<>();
    switch (geometry.path("type").asString("")) {
      case "Polygon" -> polygons.add(polygon(coordinates));
      case "MultiPolygon" -> coordinates.forEach(each -> polygons.add(polygon(each)));
      default -> {
        return of(rectangle);
      }
    }
    Geometry shape = SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    return new TileArea(rectangle, Optional.of(PreparedGeometryFactory.prepare(shape)));
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> all = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> points = new ArrayList<>();
      for (JsonNode point : ring) {
        points.add(new Coordinate(point.get(0).asDouble(), point.get(1).asDouble()));
      }
      all.add(SHAPES.createLinearRing(points.toArray(Coordinate[]::new)));
    }
    return SHAPES.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
  }

  /** True if there may be something of the area in the tile. */
  boolean meets(TileCoord tile) {
    return shape.isEmpty() || shape.get().intersects(SHAPES.toGeometry(degrees(tile).envelope()));
  }

  private static Bounds degrees(TileCoord tile) {
    Bounds box = tile.bounds();
    return CoordinateTransform.between(box.crs(), Crs.CRS84).find(box).orElse(WORLD);
  }

  /** The same text for the same area in every run. */
  String text() {
    return bounds + shape.map(each -> each.getGeometry().toText()).orElse("");
  }
}
