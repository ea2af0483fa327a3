package org.tuguan.api.features;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;

/** What can stand in filters, as JSON Schema (OGC 19-079r2, 6.2). */
final class Queryables {
  private Queryables() {}

  static Map<String, Object> schema(OgcRequest request, Layer layer, FeatureType type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(type.geometryName(), geometry(type.geometryKind()));
    for (Attribute attribute : type.attributes()) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("title", attribute.name());
      property.putAll(value(attribute.type()));
      properties.put(attribute.name(), property);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", request.collection(layer.name()) + "/queryables");
    schema.put("type", "object");
    schema.put("title", request.say(layer.title()));
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> geometry(GeometryKind kind) {
    String format =
        switch (kind) {
          case POINT -> "geometry-point-or-multipoint";
          case LINE -> "geometry-linestring-or-multilinestring";
          case POLYGON -> "geometry-polygon-or-multipolygon";
          case MIXED -> "geometry-any";
        };
    return Map.of("x-ogc-role", "primary-geometry", "format", format);
  }

  /** Also valid as an OpenAPI 3.0 schema. */
  static Map<String, Object> value(AttributeType type) {
    return switch (type) {
      case TEXT -> Map.of("type", "string");
      case INTEGER -> Map.of("type", "integer");
      case NUMBER -> Map.of("type", "number");
      case BOOLEAN -> Map.of("type", "boolean");
      case DATE -> Map.of("type", "string", "format", "date");
      case TIMESTAMP -> Map.of("type", "string", "format", "date-time");
    };
  }
}
