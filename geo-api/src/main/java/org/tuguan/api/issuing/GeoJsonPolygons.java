package org.tuguan.api.issuing;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Polygons as GeoJSON, every digit of them, so that what is read back is the same. */
public final class GeoJsonPolygons {
  private GeoJsonPolygons() {}

  /** A MultiPolygon. */
  public static ObjectNode json(Geometry area) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("type", "MultiPolygon");
    ArrayNode polygons = node.putArray("coordinates");
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      ArrayNode rings = polygons.addArray();
      ring(rings, polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring(rings, polygon.getInteriorRingN(hole));
      }
    }
    return node;
  }

  private static void ring(ArrayNode rings, LinearRing ring) {
    ArrayNode points = rings.addArray();
    for (Coordinate each : ring.getCoordinates()) {
      points.addArray().add(each.x).add(each.y);
    }
  }
}
