package org.tuguan.core.issuing;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Polygons of GeoJSON (RFC 7946) in longitude and latitude. */
public final class AreaReader {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private AreaReader() {}

  /** Polygons of a GeoJSON text. */
  public static Geometry read(String geoJson) {
    return read("", geoJson);
  }

  /**
   * Polygons of a GeoJSON text.
   *
   * @param name of the field that it was given in, for faults
   */
  public static Geometry read(String name, String geoJson) {
    return geometry(JsonNode.read(name, geoJson));
  }

  /** A Polygon or MultiPolygon, or the union of a Feature or FeatureCollection of them. */
  static Geometry geometry(JsonNode node) {
    String type = node.get("type").text();
    Geometry shape =
        switch (type) {
          case "Polygon" -> polygon(node.get("coordinates"));
          case "MultiPolygon" ->
              SHAPES.createMultiPolygon(
                  node.get("coordinates").items().stream()
                      .map(AreaReader::polygon)
                      .toArray(Polygon[]::new));
          case "Feature" -> geometry(node.get("geometry"));
          case "FeatureCollection" ->
              SHAPES
                  .createGeometryCollection(
                      node.get("features").items().stream()
                          .map(AreaReader::geometry)
                          .toArray(Geometry[]::new))
                  .union();
          default ->
              throw node.get("type")
                  .fault(
                      "可用：Polygon, MultiPolygon, Feature, FeatureCollection",
                      "allowed are Polygon, MultiPolygon, Feature, FeatureCollection");
        };
    if (shape.isEmpty() || !shape.isValid()) {
      throw node.fault("多邊形無效（自相交或為空）", "the polygon crosses itself or is empty");
    }
    return shape;
  }

  private static Polygon polygon(JsonNode node) {
    List<LinearRing> rings = node.items().stream().map(AreaReader::ring).toList();
    if (rings.isEmpty()) {
      throw node.fault("多邊形沒有環", "a polygon needs a ring");
    }
    return SHAPES.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(JsonNode node) {
    List<Coordinate> points = new ArrayList<>();
    for (JsonNode each : node.items()) {
      if (each.items().size() < 2) {
        throw each.fault("應為 [經度, 緯度]", "expected [longitude, latitude]");
      }
      points.add(new Coordinate(degrees(each, 0, 180), degrees(each, 1, 90)));
    }
    if (points.size() < 4 || !points.get(0).equals2D(points.get(points.size() - 1))) {
      throw node.fault("環至少四點且須閉合", "a ring has four points or more and is closed");
    }
    return SHAPES.createLinearRing(points.toArray(Coordinate[]::new));
  }

  private static double degrees(JsonNode pair, int index, double most) {
    JsonNode node = pair.items().get(index);
    if (node.value() instanceof Number number && Math.abs(number.doubleValue()) <= most) {
      return number.doubleValue();
    }
    throw node.fault("應為度，不超過 " + most, "expected degrees of " + most + " at most");
  }
}
