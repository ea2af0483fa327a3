package org.tuguan.api.features;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import tools.jackson.core.JsonGenerator;

/**
 * Writes features as GeoJSON (RFC 7946) in any system, coordinates in the order of its authority
 * (OGC 18-058r1, 6.3). Degrees are rounded to 8 places and metres to 4, a millimetre or less; outer
 * rings run counter-clockwise on the ground. For one thread.
 */
final class FeatureJson {
  /** Beyond it, JavaScript would round a numeric id. */
  private static final long LARGEST_NUMBER = 1L << 53;

  private final FeatureType type;
  private final boolean numericId;
  private final CoordinateTransform transform;
  private final boolean northFirst;
  private final double scale;
  private final Optional<Set<String>> properties;
  private final JsonGenerator json;

  /**
   * @param numericId ids are whole numbers and are written so
   * @param properties attributes to be written; empty for all
   */
  FeatureJson(
      FeatureType type,
      boolean numericId,
      Crs crs,
      Optional<List<String>> properties,
      JsonGenerator json) {
    this.type = type;
    this.numericId = numericId;
    this.transform = CoordinateTransform.between(type.crs(), crs);
    this.northFirst = crs.northFirst();
    this.scale = crs.geographic() ? 1e8 : 1e4;
    this.properties = properties.map(Set::copyOf);
    this.json = json;
  }

  void write(Feature feature) {
    json.writeStartObject();
    writeMembers(feature);
    json.writeEndObject();
  }

  /** Without the braces, so that more members may follow. */
  void writeMembers(Feature feature) {
    json.writeStringProperty("type", "Feature");
    json.writeName("id");
    writeId(feature.id());
    json.writeName("geometry");
    writeGeometry(feature.geometry());
    json.writeObjectPropertyStart("properties");
    for (int i = 0; i < type.attributes().size(); i++) {
      Attribute attribute = type.attributes().get(i);
      if (properties.map(wanted -> wanted.contains(attribute.name())).orElse(true)) {
        json.writeName(attribute.name());
        writeValue(feature.value(i));
      }
    }
    json.writeEndObject();
  }

  private void writeId(String id) {
    if (numericId && Math.abs(Long.parseLong(id)) <= LARGEST_NUMBER) {
      json.writeNumber(Long.parseLong(id));
    } else {
      json.writeString(id);
    }
  }

  private void writeValue(Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number && Double.isFinite(number)) {
      json.writeNumber(number);
    } else if (value instanceof Double) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof OffsetDateTime time) {
      json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
    } else {
      json.writeString(value.toString());
    }
  }

  private void writeGeometry(Geometry stored) {
    Geometry geometry = stored == null ? null : transform.apply(stored);
    if (geometry == null || geometry.isEmpty() || !finite(geometry)) {
      json.writeNull();
      return;
    }
    writeShape(geometry);
  }

  /** False if a part lies where the target system has no place. */
  private static boolean finite(Geometry geometry) {
    for (Coordinate each : geometry.getCoordinates()) {
      if (!Double.isFinite(each.x) || !Double.isFinite(each.y)) {
        return false;
      }
    }
    return true;
  }

  private void writeShape(Geometry shape) {
    json.writeStartObject();
    String kind = shape.getGeometryType();
    json.writeStringProperty("type", kind.equals("LinearRing") ? "LineString" : kind);
    if (kind.equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      json.writeArrayPropertyStart("geometries");
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        writeShape(shape.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      json.writeName("coordinates");
      writeCoordinates(shape);
    }
    json.writeEndObject();
  }

  private void writeCoordinates(Geometry shape) {
    if (shape instanceof GeometryCollection parts) {
      json.writeStartArray();
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        writeCoordinates(parts.getGeometryN(i));
      }
      json.writeEndArray();
    } else if (shape instanceof Polygon polygon) {
      writePolygon(polygon);
    } else if (shape instanceof LineString line) {
      writePositions(line.getCoordinateSequence(), false);
    } else if (shape instanceof Point point && !point.isEmpty()) {
      writePosition(point.getX(), point.getY());
    } else {
      json.writeStartArray();
      json.writeEndArray();
    }
  }

  private void writePolygon(Polygon polygon) {
    json.writeStartArray();
    if (!polygon.isEmpty()) {
      writeRing(polygon.getExteriorRing(), true);
    }
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      writeRing(polygon.getInteriorRingN(i), false);
    }
    json.writeEndArray();
  }

  private void writeRing(LineString ring, boolean counterClockwise) {
    CoordinateSequence positions = ring.getCoordinateSequence();
    writePositions(positions, Orientation.isCCW(positions) != counterClockwise);
  }

  private void writePositions(CoordinateSequence positions, boolean backwards) {
    json.writeStartArray();
    int size = positions.size();
    for (int i = 0; i < size; i++) {
      int at = backwards ? size - 1 - i : i;
      writePosition(positions.getX(at), positions.getY(at));
    }
    json.writeEndArray();
  }

  private void writePosition(double x, double y) {
    json.writeStartArray();
    writeRounded(northFirst ? y : x);
    writeRounded(northFirst ? x : y);
    json.writeEndArray();
  }

  private void writeRounded(double value) {
    json.writeNumber(Math.rint(value * scale) / scale);
  }
}
