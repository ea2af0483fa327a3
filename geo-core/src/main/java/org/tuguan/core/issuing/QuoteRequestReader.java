package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/** Reads a request; fields that are not known are kept as facts. */
final class QuoteRequestReader {
  private static final int MOST_ITEMS = 1000;
  private static final int LONGEST_TEXT = 1000;
  private static final Set<String> AREAS =
      Set.of("area", "areas", "district", "districts", "location", "town");
  private static final Set<String> OWN =
      Set.of("schedule", "application_date", "applicant", "purpose", "items", "extras");

  private QuoteRequestReader() {}

  static QuoteRequest read(JsonNode root) {
    Map<String, String> extras = new LinkedHashMap<>();
    JsonNode applicant = root.get("applicant");
    applicant
        .members()
        .forEach(
            (name, value) -> {
              if (!name.equals("class") && !name.equals("name")) {
                flatten(name, value, extras);
              }
            });
    root.members()
        .forEach(
            (name, value) -> {
              if (!OWN.contains(name)) {
                flatten(name, value, extras);
              }
            });
    root.find("extras")
        .ifPresent(all -> all.members().forEach((name, value) -> flatten(name, value, extras)));
    return new QuoteRequest(
        root.get("schedule").text(),
        root.find("application_date").map(JsonNode::date),
        new QuoteRequest.Applicant(
            applicant.get("class").text(), applicant.find("name").map(JsonNode::text).orElse("")),
        root.find("purpose").map(each -> brief(each, words(each))).orElse(""),
        items(root.get("items")),
        extras);
  }

  /** Longer texts belong into a document; here every word is looked at. */
  private static String brief(JsonNode node, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw node.fault(
          "不可超過 %d 字".formatted(LONGEST_TEXT),
          "expected %d characters at most".formatted(LONGEST_TEXT));
    }
    return text;
  }

  private static String words(JsonNode node) {
    return node.value() instanceof List
        ? String.join("; ", node.items().stream().map(JsonNode::text).toList())
        : node.value() instanceof String text ? text : node.text();
  }

  private static List<QuoteItem> items(JsonNode node) {
    if (node.items().isEmpty() || node.items().size() > MOST_ITEMS) {
      throw node.fault(
          "應有 1 至 %d 項".formatted(MOST_ITEMS), "expected 1 to %d items".formatted(MOST_ITEMS));
    }
    return node.items().stream().map(QuoteRequestReader::item).toList();
  }

  private static QuoteItem item(JsonNode node) {
    Map<String, String> facts = new LinkedHashMap<>();
    List<String> areas = new ArrayList<>();
    Optional<Geometry> shape = Optional.empty();
    for (Map.Entry<String, JsonNode> member : node.members().entrySet()) {
      JsonNode value = member.getValue();
      if (AREAS.contains(member.getKey())) {
        if (value.value() instanceof Map && value.find("type").isPresent()) {
          shape = Optional.of(AreaReader.geometry(value));
        } else if (value.value() instanceof BigDecimal size) {
          facts.put(node.find("quantity").isPresent() ? "area_ha" : "quantity", Charge.plain(size));
        } else {
          names(value, areas);
        }
      } else if (!member.getKey().equals("product")) {
        flatten(member.getKey(), value, facts);
      }
    }
    beforeAmong(node, facts);
    return new QuoteItem(node.get("product").text(), facts, areas, shape);
  }

  private static void names(JsonNode node, List<String> areas) {
    if (node.value() instanceof List) {
      node.items().forEach(each -> names(each, areas));
    } else if (node.value() instanceof Map) {
      node.members().values().forEach(each -> names(each, areas));
    } else if (node.value() != null) {
      areas.addAll(split(node.text()));
    }
  }

  /** Of the sheets asked for, those had before; both given as lists of numbers. */
  private static void beforeAmong(JsonNode node, Map<String, String> facts) {
    Optional<JsonNode> asked = node.find("sheets").filter(each -> each.value() instanceof List);
    Optional<JsonNode> before =
        node.find("previously_delivered").filter(each -> each.value() instanceof List);
    if (asked.isPresent() && before.isPresent()) {
      List<String> had = before.get().items().stream().map(JsonNode::text).toList();
      long both = asked.get().items().stream().map(JsonNode::text).filter(had::contains).count();
      facts.put("previously_delivered", String.valueOf(both));
    }
    if (asked.isPresent()) {
      long different = asked.get().items().stream().map(JsonNode::text).distinct().count();
      facts.putIfAbsent("quantity", String.valueOf(different));
    }
  }

  private static List<String> split(String names) {
    return Stream.of(names.split("[、,，;；]|\\band\\b|與|及"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** A list counts its entries; a list of lists counts groups, and what is in them. */
  private static void list(String name, List<JsonNode> items, Map<String, String> facts) {
    boolean grouped = !items.isEmpty() && items.stream().allMatch(n -> n.value() instanceof List);
    int count = grouped ? items.stream().mapToInt(n -> n.items().size()).sum() : items.size();
    facts.put(name, String.valueOf(count));
    if (grouped) {
      facts.put(name + "_groups", String.valueOf(items.size()));
    }
  }

  private static void flatten(String name, JsonNode node, Map<String, String> facts) {
    if (node.value() instanceof Map) {
      facts.put(name, "true");
      node.members().forEach((inner, value) -> flatten(name + "_" + inner, value, facts));
    } else if (node.value() instanceof List) {
      list(name, node.items(), facts);
    } else if (node.value() instanceof BigDecimal number) {
      facts.put(name, number.toPlainString());
    } else if (node.value() instanceof LocalDate || node.value() instanceof Boolean) {
      facts.put(name, node.value().toString());
    } else if (node.value() instanceof String text) {
      facts.put(name, brief(node, text));
    }
  }
}
