package org.tuguan.api.wms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.GeoJsonWriter;
import tools.jackson.core.JsonGenerator;

/**
 * Features at a point as a GeoJSON collection. Coordinates are x before y in the system of the map,
 * and longitude before latitude in WGS 84 if that is one of degrees; the member {@code crs} of
 * GeoJSON 2008 names the system.
 */
final class FeatureInfoJson {
  private FeatureInfoJson() {}

  /**
   * The document in UTF-8.
   *
   * @param map system of the map
   */
  static byte[] write(List<FoundFeatures> found, Crs map) {
    Crs crs = map.geographic() ? Crs.CRS84 : map;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      GeoJsonWriter.writeDocument(out, json -> collection(json, found, crs));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void collection(JsonGenerator json, List<FoundFeatures> found, Crs crs) {
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeArrayPropertyStart("features");
    for (FoundFeatures layer : found) {
      layer.features().forEach(each -> feature(json, layer.id(each), each, crs));
    }
    json.writeEndArray();
    json.writeNumberProperty(
        "numberReturned", found.stream().mapToInt(layer -> layer.features().size()).sum());
    json.writeObjectPropertyStart("crs");
    json.writeStringProperty("type", "name");
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("name", urn(crs));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void feature(JsonGenerator json, String id, Feature feature, Crs crs) {
    new GeoJsonWriter(json, feature.type(), crs)
        .writeFeature(
            new Feature(feature.type(), id, feature.geometry(), feature.values().toArray()));
  }

  private static String urn(Crs crs) {
    return crs.equals(Crs.CRS84)
        ? "urn:ogc:def:crs:OGC:1.3:CRS84"
        : "urn:ogc:def:crs:EPSG::" + crs.srid();
  }
}
