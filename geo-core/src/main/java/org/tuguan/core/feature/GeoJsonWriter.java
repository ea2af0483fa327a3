package org.tuguan.core.feature;

import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes features as GeoJSON (RFC 7946) into a document that the caller opens and closes, so that
 * members of a standard's own can stand around them. For one thread.
 *
 * <pre>{@code
 * GeoJsonWriter.writeDocument(out, json -> {
 *   json.writeStartObject();
 *   json.writeStringProperty("type", "FeatureCollection");
 *   long returned = new GeoJsonWriter(json, type, crs).writeFeatures(features);
 *   json.writeNumberProperty("numberReturned", returned);
 *   json.writeEndObject();
 * });
 * }</pre>
 *
 * <p>Coordinates are transformed from the type's system and rounded: 7 decimals of a degree, 3 of a
 * metre. Systems whose authority writes north first get it first (OGC API Features Part 2, clause
 * 6.3); for GeoJSON by RFC 7946 ask for {@link Crs#CRS84}. A geometry with a point outside the
 * domain of the system is null. Times carry their offset.
 */
public final class GeoJsonWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          // a document that broke off must not look complete
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build();

  private final JsonGenerator json;
  private final FeatureType type;
  private final int[] positions;
  private final GeoJsonText text;
  private final GeoJsonGeometry geometries;
  private final GeoJsonWkb packed;

  public GeoJsonWriter(JsonGenerator json, FeatureType type, Crs crs) {
    this(json, type, crs, type.attributes().stream().map(Attribute::name).toList());
  }

  /**
   * @param crs system of the coordinates that are written
   * @param attributes those that are written, in this order; all must exist
   */
  public GeoJsonWriter(JsonGenerator json, FeatureType type, Crs crs, List<String> attributes) {
    this.json = json;
    this.type = type;
    this.positions = attributes.stream().mapToInt(type::position).toArray();
    this.text = new GeoJsonText(CoordinateTransform.between(type.crs(), crs), crs);
    this.geometries = new GeoJsonGeometry(text);
    this.packed = new GeoJsonWkb(text);
  }

  /**
   * Writes one JSON document in UTF-8; flushes the stream and leaves it open. What goes wrong with
   * the stream is the {@link IOException} it threw.
   */
  public static void writeDocument(OutputStream out, Consumer<JsonGenerator> content)
      throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      content.accept(json);
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /**
   * The member {@code features}: an array of all of them, as they come.
   *
   * @return how many there were
   */
  public long writeFeatures(Stream<Feature> features) {
    json.writeName("features");
    json.writeStartArray();
    long count = 0;
    for (Iterator<Feature> each = features.iterator(); each.hasNext(); count++) {
      writeFeature(each.next());
    }
    json.writeEndArray();
    return count;
  }

  public void writeFeature(Feature feature) {
    writeFeature(feature, () -> {});
  }

  /**
   * A feature with members of a standard's own.
   *
   * @param foreign writes further members of the object, such as links
   */
  public void writeFeature(Feature feature, Runnable foreign) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", feature.id());
    json.writeName("geometry");
    writeGeometry(feature);
    json.writeName("properties");
    json.writeStartObject();
    for (int position : positions) {
      json.writeName(type.attributes().get(position).name());
      writeValue(feature.value(position));
    }
    json.writeEndObject();
    foreign.run();
    json.writeEndObject();
  }

  /** A geometry that nobody has looked at yet is written without making objects of it. */
  private void writeGeometry(Feature feature) {
    text.clear();
    if (feature.packed().isPresent()) {
      packed.add(feature.packed().get());
    } else if (feature.geometry() != null) {
      geometries.add(feature.geometry());
    }
    if (text.length() == 0 || text.outside()) {
      json.writeNull();
    } else {
      json.writeRawValue(text.chars(), 0, text.length());
    }
  }

  private void writeValue(Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof OffsetDateTime time) {
      json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
    } else if (value instanceof Double number) {
      writeNumber(number);
    } else {
      json.writeString(value.toString());
    }
  }

  private void writeNumber(double number) {
    if (Double.isFinite(number)) {
      json.writeNumber(number);
    } else {
      json.writeNull();
    }
  }
}
