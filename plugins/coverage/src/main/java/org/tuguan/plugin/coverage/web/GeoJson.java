package org.tuguan.plugin.coverage.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.plugin.coverage.LonLat;

/** GeoJSON (RFC 7946) of a few thousand features, as JSON values; input in EPSG:3826. */
final class GeoJson {
  private GeoJson() {}

  static Map<String, Object> collection(List<Map<String, Object>> features, Map<String, ?> more) {
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.putAll(more);
    collection.put("features", features);
    return collection;
  }

  static Map<String, Object> point(double x, double y, Map<String, ?> properties) {
    return feature(Map.of("type", "Point", "coordinates", LonLat.degrees(x, y)), properties);
  }

  /** Of a polygon or several. */
  static Map<String, Object> area(Geometry geometry, Map<String, ?> properties) {
    List<Object> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      polygons.add(rings((Polygon) geometry.getGeometryN(i)));
    }
    return feature(Map.of("type", "MultiPolygon", "coordinates", polygons), properties);
  }

  private static Map<String, Object> feature(Map<String, ?> geometry, Map<String, ?> properties) {
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("properties", properties);
    feature.put("geometry", geometry);
    return feature;
  }

  private static List<Object> rings(Polygon polygon) {
    Polygon oriented = (Polygon) polygon.copy();
    oriented.normalize();
    List<Object> rings = new ArrayList<>();
    rings.add(ring((LinearRing) oriented.getExteriorRing().reverse()));
    for (int i = 0; i < oriented.getNumInteriorRing(); i++) {
      rings.add(ring((LinearRing) oriented.getInteriorRingN(i).reverse()));
    }
    return rings;
  }

  private static List<double[]> ring(LinearRing ring) {
    List<double[]> points = new ArrayList<>();
    for (Coordinate coordinate : ring.getCoordinates()) {
      points.add(LonLat.degrees(coordinate.x, coordinate.y));
    }
    return points;
  }
}
