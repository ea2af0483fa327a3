package org.tuguan.core.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Geometries as GeoJSON writes them, from a {@link JsonTree}. Heights are not kept. */
final class GeoJsonShape {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private GeoJsonShape() {}

  static Geometry read(Map<?, ?> json, String place) {
    String type = JsonNodes.text(json.get("type"), place + ".type");
    try {
      return type.equals("GeometryCollection")
          ? collection(json, place)
          : simple(type, JsonNodes.list(json.get("coordinates"), place + ".coordinates"), place);
    } catch (IllegalArgumentException e) {
      throw Problem.at(place, "not a geometry (" + e.getMessage() + ")");
    }
  }

  private static Geometry collection(Map<?, ?> json, String place) {
    List<Geometry> parts = new ArrayList<>();
    for (Object part : JsonNodes.list(json.get("geometries"), place + ".geometries")) {
      if (!(part instanceof Map<?, ?> object)) {
        throw Problem.at(place + ".geometries", "expected geometries");
      }
      parts.add(read(object, place + ".geometries"));
    }
    return SHAPES.createGeometryCollection(parts.toArray(Geometry[]::new));
  }

  private static Geometry simple(String type, List<?> coordinates, String place) {
    switch (type) {
      case "Point":
        return point(coordinates, place);
      case "LineString":
        return line(coordinates, place);
      case "Polygon":
        return polygon(coordinates, place);
      case "MultiPoint":
        return SHAPES.createMultiPoint(
            each(coordinates, place, GeoJsonShape::point).toArray(Point[]::new));
      case "MultiLineString":
        return SHAPES.createMultiLineString(
            each(coordinates, place, GeoJsonShape::line).toArray(LineString[]::new));
      case "MultiPolygon":
        return SHAPES.createMultiPolygon(
            each(coordinates, place, GeoJsonShape::polygon).toArray(Polygon[]::new));
      default:
        throw Problem.at(place + ".type", "not a geometry of GeoJSON");
    }
  }

  private static <G> List<G> each(
      List<?> items, String place, BiFunction<List<?>, String, G> read) {
    List<G> shapes = new ArrayList<>();
    for (Object item : items) {
      shapes.add(read.apply(JsonNodes.list(item, place + ".coordinates"), place));
    }
    return shapes;
  }

  private static Point point(List<?> position, String place) {
    return SHAPES.createPoint(coordinate(position, place));
  }

  private static LineString line(List<?> positions, String place) {
    return SHAPES.createLineString(coordinates(positions, place));
  }

  private static Polygon polygon(List<?> rings, String place) {
    List<LinearRing> read =
        each(rings, place, (ring, at) -> SHAPES.createLinearRing(coordinates(ring, at)));
    if (read.isEmpty()) {
      return SHAPES.createPolygon();
    }
    return SHAPES.createPolygon(
        read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] coordinates(List<?> positions, String place) {
    return each(positions, place, GeoJsonShape::coordinate).toArray(Coordinate[]::new);
  }

  private static Coordinate coordinate(List<?> position, String place) {
    List<Double> numbers = JsonNodes.numbers(position, place + ".coordinates");
    if (numbers.size() < 2) {
      throw Problem.at(place + ".coordinates", "a position has two numbers");
    }
    return new Coordinate(numbers.get(0), numbers.get(1));
  }
}
