package org.tuguan.core.feature;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.tuguan.core.crs.Crs;
import tools.jackson.core.JsonGenerator;

/**
 * A GeoJSON feature collection (RFC 7946), see {@link GeoJsonWriter}. In a projected system it has
 * the {@code crs} member of GeoJSON 2008, which GDAL and QGIS still read.
 */
public final class GeoJsonEncoder implements FeatureEncoder {
  @Override
  public String name() {
    return "geojson";
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public String mediaType() {
    return "application/geo+json";
  }

  @Override
  public String fileExtension() {
    return "geojson";
  }

  @Override
  public void write(FeatureType type, Stream<Feature> features, Crs crs, OutputStream out)
      throws IOException {
    GeoJsonWriter.writeDocument(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("type", "FeatureCollection");
          json.writeStringProperty("name", type.name());
          if (!crs.geographic()) {
            writeCrs(json, crs);
          }
          new GeoJsonWriter(json, type, crs).writeFeatures(features);
          json.writeEndObject();
        });
  }

  private static void writeCrs(JsonGenerator json, Crs crs) {
    json.writeName("crs");
    json.writeStartObject();
    json.writeStringProperty("type", "name");
    json.writeName("properties");
    json.writeStartObject();
    json.writeStringProperty("name", "urn:ogc:def:crs:EPSG::" + crs.srid());
    json.writeEndObject();
    json.writeEndObject();
  }
}
