package org.tuguan.api.features;

import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.TableRef;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes pages and single features as they come from the database, keeping one feature at a time.
 * The links stand behind the features, since only the end of a page tells whether another follows.
 */
final class ItemsDocument {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          // A page that broke off must not look complete.
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  private final OgcRequest request;
  private final TableRef table;

  ItemsDocument(OgcRequest request, TableRef table) {
    this.request = request;
    this.table = table;
  }

  /**
   * @param features of {@link ItemsRequest#page}
   * @param matched how many there are on all pages, if that is known
   */
  void writePage(
      ItemsRequest items,
      Stream<Feature> features,
      OptionalLong matched,
      Instant now,
      OutputStream out) {
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      FeatureJson writer =
          new FeatureJson(table.type(), !table.keyIsText(), items.crs(), items.properties(), json);
      json.writeStartObject();
      json.writeStringProperty("type", "FeatureCollection");
      json.writeStringProperty("timeStamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
      matched.ifPresent(number -> json.writeNumberProperty("numberMatched", number));
      json.writeArrayPropertyStart("features");
      Iterator<Feature> rows = features.iterator();
      String last = "";
      int written = 0;
      while (written < items.limit() && rows.hasNext()) {
        Feature feature = rows.next();
        writer.write(feature);
        last = feature.id();
        written++;
      }
      json.writeEndArray();
      json.writeNumberProperty("numberReturned", written);
      List<Link> links = new ArrayList<>(pageLinks(items));
      if (rows.hasNext()) {
        links.add(next(items, last));
      }
      writeLinks(json, links);
      json.writeEndObject();
    }
  }

  /** To the page behind the feature of this key. */
  Link next(ItemsRequest items, String last) {
    String cursor = Cursor.write(items.layer().name(), last);
    String type = request.html() ? MediaTypes.HTML : MediaTypes.GEOJSON;
    return Link.of(request.here(Map.of("cursor", cursor)), "next", type);
  }

  private List<Link> pageLinks(ItemsRequest items) {
    List<Link> links = new ArrayList<>(request.selfAndAlternate(MediaTypes.GEOJSON));
    links.add(collectionLink(items.layer().name()));
    return links;
  }

  private Link collectionLink(String name) {
    return Link.of(request.collection(name), "collection", MediaTypes.JSON);
  }

  void writeFeature(Feature feature, Crs crs, OutputStream out) {
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      new FeatureJson(table.type(), !table.keyIsText(), crs, Optional.empty(), json)
          .writeMembers(feature);
      List<Link> links = new ArrayList<>(request.selfAndAlternate(MediaTypes.GEOJSON));
      links.add(collectionLink(table.type().name()));
      writeLinks(json, links);
      json.writeEndObject();
    }
  }

  private static void writeLinks(JsonGenerator json, List<Link> links) {
    json.writeArrayPropertyStart("links");
    for (Link link : links) {
      json.writeStartObject();
      link.json().forEach((name, value) -> json.writeStringProperty(name, value.toString()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
