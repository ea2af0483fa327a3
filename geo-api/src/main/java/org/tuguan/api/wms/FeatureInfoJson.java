package org.tuguan.api.wms;

import java.io.StringWriter;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Features at a point as a GeoJSON collection. Coordinates are in the system of the map, x before y
 * whatever the order of its axes; the member {@code crs} of GeoJSON 2008 names the system, for
 * those who still read it.
 */
final class FeatureInfoJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;
  private final Crs crs;

  private FeatureInfoJson(JsonGenerator json, Crs crs) {
    this.json = json;
    this.crs = crs;
  }

  static String write(List<FoundFeatures> found, Crs crs) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      new FeatureInfoJson(json, crs).collection(found);
    }
    return out.toString();
  }

  private void collection(List<FoundFeatures> found) {
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeArrayPropertyStart("features");
    for (FoundFeatures layer : found) {
      layer.features().forEach(feature -> feature(layer.id(feature), feature));
    }
    json.writeEndArray();
    json.writeNumberProperty(
        "numberReturned", found.stream().mapToInt(layer -> layer.features().size()).sum());
    json.writeObjectPropertyStart("crs");
    json.writeStringProperty("type", "name");
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("name", urn());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private String urn() {
    return crs.equals(Crs.CRS84)
        ? "urn:ogc:def:crs:OGC:1.3:CRS84"
        : "urn:ogc:def:crs:EPSG::" + crs.srid();
  }

  private void feature(String id, Feature feature) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", id);
    json.writeName("geometry");
    geometry(CoordinateTransform.between(feature.type().crs(), crs).apply(feature.geometry()));
    json.writeObjectPropertyStart("properties");
    List<Attribute> attributes = feature.type().attributes();
    for (int i = 0; i < attributes.size(); i++) {
      json.writeName(attributes.get(i).name());
      value(feature.value(i));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void value(Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number && Double.isFinite(number)) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(value.toString());
    }
  }

  private void geometry(Geometry geometry) {
    json.writeStartObject();
    json.writeStringProperty("type", geometry.getGeometryType());
    boolean mixed = geometry.getGeometryType().equals("GeometryCollection");
    json.writeName(mixed ? "geometries" : "coordinates");
    if (mixed) {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        geometry(geometry.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      coordinates(geometry);
    }
    json.writeEndObject();
  }

  private void coordinates(Geometry geometry) {
    if (geometry instanceof Point point) {
      position(point.getCoordinateSequence(), 0);
    } else if (geometry instanceof LineString line) {
      positions(line.getCoordinateSequence());
    } else if (geometry instanceof Polygon polygon) {
      json.writeStartArray();
      positions(polygon.getExteriorRing().getCoordinateSequence());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        positions(polygon.getInteriorRingN(i).getCoordinateSequence());
      }
      json.writeEndArray();
    } else {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        coordinates(geometry.getGeometryN(i));
      }
      json.writeEndArray();
    }
  }

  private void positions(CoordinateSequence points) {
    json.writeStartArray();
    for (int i = 0; i < points.size(); i++) {
      position(points, i);
    }
    json.writeEndArray();
  }

  private void position(CoordinateSequence points, int i) {
    json.writeStartArray();
    if (i < points.size()) {
      json.writeNumber(rounded(points.getX(i)));
      json.writeNumber(rounded(points.getY(i)));
    }
    json.writeEndArray();
  }

  /** To a centimetre or less; more digits would pretend to an accuracy that no map has. */
  private double rounded(double value) {
    double unit = crs.geographic() ? 1e8 : 1e3;
    return Math.round(value * unit) / unit;
  }
}
