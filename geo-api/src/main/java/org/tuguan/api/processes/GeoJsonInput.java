package org.tuguan.api.processes;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import tools.jackson.databind.JsonNode;

/** A geometry of RFC 7946, longitude first, as an input of a process. */
final class GeoJsonInput {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int MOST_POINTS = 100_000;

  private final String parameter;
  private int points;

  private GeoJsonInput(String parameter) {
    this.parameter = parameter;
  }

  /**
   * @param parameter that a fault names
   */
  static Geometry read(String parameter, JsonNode json) {
    try {
      return new GeoJsonInput(parameter).geometry(json);
    } catch (IllegalArgumentException e) {
      throw RequestException.invalid(
          parameter, shortened(json), new LocalText("須為 GeoJSON 幾何", "a GeoJSON geometry"));
    }
  }

  private Geometry geometry(JsonNode json) {
    JsonNode inner = json.path("coordinates");
    return switch (json.path("type").asString("").toLowerCase(Locale.ROOT)) {
      case "point" -> FACTORY.createPoint(coordinate(inner));
      case "multipoint" -> FACTORY.createMultiPointFromCoords(coordinates(inner));
      case "linestring" -> FACTORY.createLineString(coordinates(inner));
      case "polygon" -> polygon(inner);
      case "multipolygon" ->
          FACTORY.createMultiPolygon(
              inner.valueStream().map(this::polygon).toArray(Polygon[]::new));
      case "feature" -> geometry(json.path("geometry"));
      default ->
          throw RequestException.invalid(
              parameter,
              shortened(json),
              new LocalText(
                  "須為 GeoJSON 的 Point、MultiPoint、LineString、Polygon 或 MultiPolygon",
                  "a GeoJSON Point, MultiPoint, LineString, Polygon or MultiPolygon"));
    };
  }

  private Polygon polygon(JsonNode rings) {
    LinearRing[] all =
        rings
            .valueStream()
            .map(ring -> FACTORY.createLinearRing(coordinates(ring)))
            .toArray(LinearRing[]::new);
    if (all.length == 0) {
      throw new IllegalArgumentException("a polygon without a ring");
    }
    LinearRing[] holes = new LinearRing[all.length - 1];
    System.arraycopy(all, 1, holes, 0, holes.length);
    return FACTORY.createPolygon(all[0], holes);
  }

  private Coordinate[] coordinates(JsonNode list) {
    return list.valueStream().map(this::coordinate).toArray(Coordinate[]::new);
  }

  private Coordinate coordinate(JsonNode pair) {
    points++;
    boolean numbers = pair.path(0).isNumber() && pair.path(1).isNumber();
    double x = pair.path(0).asDouble(0);
    double y = pair.path(1).asDouble(0);
    if (!numbers || Math.abs(x) > 180 || Math.abs(y) > 90 || points > MOST_POINTS) {
      throw new IllegalArgumentException("coordinates");
    }
    return new Coordinate(x, y);
  }

  private static String shortened(JsonNode json) {
    return json.toString();
  }
}
