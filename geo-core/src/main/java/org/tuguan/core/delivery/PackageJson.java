package org.tuguan.core.delivery;

import java.io.StringWriter;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The manifest and the licence for programs. */
final class PackageJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private PackageJson() {}

  private interface Body {
    void write(JsonGenerator json);
  }

  private static String document(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    }
    return text.toString();
  }

  static String manifest(Manifest manifest) {
    return document(
        json -> {
          json.writeStringProperty("licence", manifest.licence());
          json.writeStringProperty("made", manifest.made().toString());
          json.writeName("layers");
          json.writeStartArray();
          manifest.layers().forEach(each -> data(json, each));
          json.writeEndArray();
          json.writeName("files");
          json.writeStartArray();
          for (Manifest.PackagedFile file : manifest.files()) {
            json.writeStartObject();
            json.writeStringProperty("path", file.path());
            json.writeNumberProperty("bytes", file.bytes());
            json.writeStringProperty("sha256", file.sha256());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void data(JsonGenerator json, Manifest.PackagedData data) {
    json.writeStartObject();
    json.writeStringProperty("layer", data.layer());
    json.writeStringProperty("format", data.format());
    json.writeStringProperty("crs", data.crs());
    json.writeNumberProperty("features", data.features());
    json.writeStringProperty("data_version", data.dataVersion().toString());
    texts(json, "notes", data.notes());
    json.writeEndObject();
  }

  static String licence(Licence licence) {
    return document(
        json -> {
          json.writeStringProperty("number", licence.number());
          json.writeStringProperty("licensor_zh", licence.licensor().zh());
          json.writeStringProperty("licensor_en", licence.licensor().en());
          json.writeStringProperty("licensee", licence.licensee());
          json.writeStringProperty("purpose", licence.purpose());
          json.writeStringProperty("from", licence.from().toString());
          licence.until().ifPresent(day -> json.writeStringProperty("until", day.toString()));
          texts(json, "conditions_zh", licence.conditions().stream().map(c -> c.zh()).toList());
          texts(json, "conditions_en", licence.conditions().stream().map(c -> c.en()).toList());
          texts(json, "grounds", licence.grounds());
          licence.area().ifPresent(area -> area(json, area));
        });
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeName(name);
    json.writeStartArray();
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  /** A GeoJSON MultiPolygon (RFC 7946). */
  private static void area(JsonGenerator json, Geometry area) {
    json.writeName("area");
    json.writeStartObject();
    json.writeStringProperty("type", "MultiPolygon");
    json.writeName("coordinates");
    json.writeStartArray();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      json.writeStartArray();
      ring(json, polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring(json, polygon.getInteriorRingN(hole));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void ring(JsonGenerator json, LineString ring) {
    json.writeStartArray();
    for (Coordinate at : ring.getCoordinates()) {
      json.writeStartArray();
      json.writeNumber(at.x);
      json.writeNumber(at.y);
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
