package org.tuguan.core.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Builds geometries from GeoJSON, whose members may come in any order. */
final class GeoJsonGeometry {
  static final Set<String> TYPES =
      Set.of(
          "Point",
          "MultiPoint",
          "LineString",
          "MultiLineString",
          "Polygon",
          "MultiPolygon",
          "GeometryCollection");

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private GeoJsonGeometry() {}

  /** The parser stands on the start of the object. */
  static Parts read(JsonParser parser) {
    Parts parts = new Parts();
    for (String member = parser.nextName(); member != null; member = parser.nextName()) {
      parser.nextToken();
      parts.member(member, parser);
    }
    return parts;
  }

  /** What has been read of one geometry. */
  static final class Parts {
    private String type;
    private Object coordinates;
    private List<Parts> geometries = List.of();
    private boolean heights;

    /** Takes the members it knows, passes over the others. */
    void member(String name, JsonParser parser) {
      JsonToken token = parser.currentToken();
      if (name.equals("type") && token == JsonToken.VALUE_STRING) {
        type = parser.getString();
      } else if (name.equals("coordinates") && token == JsonToken.START_ARRAY) {
        coordinates = readArray(parser);
      } else if (name.equals("geometries") && token == JsonToken.START_ARRAY) {
        geometries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          geometries.add(GeoJsonGeometry.read(parser));
        }
      } else {
        parser.skipChildren();
      }
    }

    String type() {
      return type;
    }

    boolean heights() {
      return heights || geometries.stream().anyMatch(Parts::heights);
    }

    /** A position (Coordinate) or a list of what it contains. */
    private Object readArray(JsonParser parser) {
      JsonToken token = parser.nextToken();
      if (token.isNumeric()) {
        return position(parser);
      }
      List<Object> parts = new ArrayList<>();
      for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          parts.add(readArray(parser));
        } else {
          parser.skipChildren();
          parts.add(new CoordinateXY(Double.NaN, Double.NaN));
        }
      }
      return parts;
    }

    private Coordinate position(JsonParser parser) {
      double x = parser.getDoubleValue();
      double y = Double.NaN;
      int count = 1;
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        count++;
        if (count == 2 && token.isNumeric()) {
          y = parser.getDoubleValue();
        }
        parser.skipChildren();
      }
      heights |= count > 2;
      return new CoordinateXY(x, y);
    }

    /** Null if there are no coordinates. */
    Geometry build() throws UnreadableGeometryException {
      if (type == null || !TYPES.contains(type)) {
        throw new UnreadableGeometryException("不認得的幾何型別 " + type, "unknown geometry type " + type);
      }
      if (type.equals("GeometryCollection")) {
        List<Geometry> members = new ArrayList<>();
        for (Parts each : geometries) {
          Geometry built = each.build();
          if (built != null) {
            members.add(built);
          }
        }
        return GEOMETRIES.createGeometryCollection(members.toArray(new Geometry[0]));
      }
      if (coordinates == null || coordinates instanceof List<?> list && list.isEmpty()) {
        return null;
      }
      return switch (type) {
        case "Point" -> point(coordinates);
        case "MultiPoint" -> GEOMETRIES.createMultiPointFromCoords(line(coordinates));
        case "LineString" -> lineString(coordinates);
        case "Polygon" -> polygon(coordinates);
        case "MultiLineString" -> multiLine(list(coordinates));
        default -> multiPolygon(list(coordinates));
      };
    }
  }

  private static Geometry multiLine(List<?> parts) throws UnreadableGeometryException {
    LineString[] lines = new LineString[parts.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lineString(parts.get(i));
    }
    return GEOMETRIES.createMultiLineString(lines);
  }

  private static Geometry multiPolygon(List<?> parts) throws UnreadableGeometryException {
    Polygon[] polygons = new Polygon[parts.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = polygon(parts.get(i));
    }
    return GEOMETRIES.createMultiPolygon(polygons);
  }

  private static Point point(Object value) throws UnreadableGeometryException {
    return GEOMETRIES.createPoint(coordinate(value));
  }

  private static LineString lineString(Object value) throws UnreadableGeometryException {
    Coordinate[] points = line(value);
    if (points.length < 2) {
      throw new UnreadableGeometryException("線少於兩點", "a line of fewer than two points");
    }
    return GEOMETRIES.createLineString(points);
  }

  private static Polygon polygon(Object value) throws UnreadableGeometryException {
    List<?> rings = list(value);
    if (rings.isEmpty()) {
      throw new UnreadableGeometryException("面沒有外環", "a polygon without rings");
    }
    LinearRing shell = ring(rings.get(0));
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1));
    }
    return GEOMETRIES.createPolygon(shell, holes);
  }

  private static LinearRing ring(Object value) throws UnreadableGeometryException {
    Coordinate[] points = line(value);
    if (points.length < 4 || !points[0].equals2D(points[points.length - 1])) {
      throw new UnreadableGeometryException(
          "面的環未閉合或少於四點", "a ring that is not closed or has fewer than four points");
    }
    return GEOMETRIES.createLinearRing(points);
  }

  private static Coordinate[] line(Object value) throws UnreadableGeometryException {
    List<?> list = list(value);
    Coordinate[] points = new Coordinate[list.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = coordinate(list.get(i));
    }
    return points;
  }

  private static List<?> list(Object value) throws UnreadableGeometryException {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new UnreadableGeometryException(
        "坐標陣列的層數與幾何型別不符", "coordinates are not nested as the geometry type asks");
  }

  private static Coordinate coordinate(Object value) throws UnreadableGeometryException {
    if (!(value instanceof Coordinate point)) {
      throw new UnreadableGeometryException(
          "坐標陣列的層數與幾何型別不符", "coordinates are not nested as the geometry type asks");
    }
    if (!Double.isFinite(point.x) || !Double.isFinite(point.y)) {
      throw new UnreadableGeometryException("坐標不是數字", "a coordinate that is not a number");
    }
    return point;
  }
}
