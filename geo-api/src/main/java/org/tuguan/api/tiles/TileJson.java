package org.tuguan.api.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;
import org.tuguan.core.LocalText;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.Provenance;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.tile.TileMatrixSet;

/** TileJSON 3.0.0: what a web map needs to know of a set of tiles. */
final class TileJson {
  private final List<TileLayer> layers;
  private final Locale locale;

  TileJson(List<TileLayer> layers, Locale locale) {
    this.layers = List.copyOf(layers);
    this.locale = locale;
  }

  /**
   * @param tiles address of the tiles, with {@code {z}}, {@code {x}} and {@code {y}}
   * @param attributes those in vector tiles; empty for all
   */
  Map<String, Object> document(String tiles, TileFormat format, Optional<List<String>> attributes) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tilejson", "3.0.0");
    json.put("tiles", List.of(tiles));
    json.put("name", say(Layer::title, "、", ", "));
    json.put("description", say(Layer::summary, "\n", "\n"));
    json.put("attribution", attribution());
    json.put("scheme", "xyz");
    json.put("minzoom", 0);
    json.put("maxzoom", TileMatrixSet.WEB_MERCATOR_QUAD.maxLevel());
    extent().ifPresent(box -> place(json, box));
    if (format == TileFormat.MVT) {
      json.put(
          "vector_layers",
          layers.stream()
              .map(TileLayer::layer)
              .distinct()
              .map(layer -> fields(layer, VectorTiles.attributes(layer, attributes)))
              .toList());
    }
    return json;
  }

  private Map<String, Object> fields(Layer layer, List<String> attributes) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Attribute attribute : VectorTiles.table(layer).type().attributes()) {
      if (attributes.contains(attribute.name())) {
        fields.put(attribute.name(), kind(attribute.type()));
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", layer.name());
    json.put("description", layer.title().in(locale));
    json.put("minzoom", 0);
    json.put("maxzoom", TileMatrixSet.WEB_MERCATOR_QUAD.maxLevel());
    json.put("fields", fields);
    return json;
  }

  private static String kind(AttributeType type) {
    return switch (type) {
      case INTEGER, NUMBER -> "Number";
      case BOOLEAN -> "Boolean";
      case TEXT, DATE, TIMESTAMP -> "String";
    };
  }

  private interface Said {
    LocalText of(Layer layer);
  }

  private String say(Said said, String zh, String en) {
    List<String> texts = new ArrayList<>();
    layers.forEach(each -> texts.add(said.of(each.layer()).in(locale)));
    texts.removeIf(String::isBlank);
    return String.join(locale.getLanguage().equals("zh") ? zh : en, texts);
  }

  /** Escaped, since clients put it into pages as it is. */
  private String attribution() {
    return String.join(
        " | ",
        layers.stream()
            .map(each -> attribution(each.layer().provenance()))
            .filter(text -> !text.isBlank())
            .distinct()
            .map(text -> HtmlUtils.htmlEscape(text, "UTF-8"))
            .toList());
  }

  private String attribution(Provenance provenance) {
    String text = provenance.attribution().in(locale);
    return provenance.synthetic()
        ? (text + " " + new LocalText("（模擬資料）", "(synthetic data)").in(locale)).strip()
        : text;
  }

  private Optional<Bounds> extent() {
    return layers.stream().flatMap(each -> each.layer().extent().stream()).reduce(Bounds::union);
  }

  private static void place(Map<String, Object> json, Bounds box) {
    json.put("bounds", List.of(box.minX(), box.minY(), box.maxX(), box.maxY()));
    json.put(
        "center",
        List.of((box.minX() + box.maxX()) / 2, (box.minY() + box.maxY()) / 2, level(box)));
  }

  /** The deepest level at which two tiles side by side hold the box. */
  private static int level(Bounds box) {
    double span = Math.max(Math.max(box.width(), box.height()), 1e-3);
    int level = (int) Math.floor(Math.log(720 / span) / Math.log(2));
    return Math.max(0, Math.min(level, TileMatrixSet.WEB_MERCATOR_QUAD.maxLevel()));
  }
}
