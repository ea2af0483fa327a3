package org.tuguan.api.features;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeoJsonWriter;
import tools.jackson.core.JsonGenerator;

/**
 * Writes pages and single features as they come, keeping one feature at a time. The links stand
 * behind the features, since only the end of a page tells whether another follows.
 */
final class ItemsDocument {
  private final OgcRequest request;
  private final FeatureType type;

  ItemsDocument(OgcRequest request, FeatureType type) {
    this.request = request;
    this.type = type;
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
      OutputStream out)
      throws IOException {
    GeoJsonWriter.writeDocument(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("type", "FeatureCollection");
          json.writeStringProperty("timeStamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
          matched.ifPresent(number -> json.writeNumberProperty("numberMatched", number));
          writeFeatures(items, features.iterator(), json);
          json.writeEndObject();
        });
  }

  private void writeFeatures(ItemsRequest items, Iterator<Feature> rows, JsonGenerator json) {
    GeoJsonWriter writer = new GeoJsonWriter(json, type, items.crs(), written(items));
    json.writeArrayPropertyStart("features");
    String last = "";
    int returned = 0;
    for (; returned < items.limit() && rows.hasNext(); returned++) {
      Feature feature = rows.next();
      writer.writeFeature(feature);
      last = feature.id();
    }
    json.writeEndArray();
    UsageNotes.counted(type.name(), returned);
    json.writeNumberProperty("numberReturned", returned);
    List<Link> links = links();
    if (rows.hasNext()) {
      links.add(next(items, last));
    }
    writeLinks(json, links);
  }

  private List<String> written(ItemsRequest items) {
    return items
        .properties()
        .orElseGet(() -> type.attributes().stream().map(Attribute::name).toList());
  }

  /** To the page behind the feature of this key. */
  Link next(ItemsRequest items, String last) {
    String cursor = Cursor.write(items.layer().name(), last);
    String form = request.html() ? MediaTypes.HTML : MediaTypes.GEOJSON;
    return Link.of(request.here(Map.of("cursor", cursor)), "next", form);
  }

  void writeFeature(Feature feature, Crs crs, OutputStream out) throws IOException {
    GeoJsonWriter.writeDocument(
        out,
        json ->
            new GeoJsonWriter(json, type, crs)
                .writeFeature(feature, () -> writeLinks(json, links())));
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>(request.selfAndAlternate(MediaTypes.GEOJSON));
    links.add(Link.of(request.collection(type.name()), "collection", MediaTypes.JSON));
    return links;
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
