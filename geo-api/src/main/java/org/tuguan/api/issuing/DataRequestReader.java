package org.tuguan.api.issuing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.issuing.AreaReader;
import tools.jackson.databind.JsonNode;

/**
 * Reads a request for data from JSON; what it does not know is refused, so that nothing is lost.
 */
final class DataRequestReader {
  private static final int MOST_LAYERS = 50;
  private static final int MOST_NAMES = 2_000;
  private static final int LONGEST = 2_000;
  private static final Set<String> USES = Set.of("value_added", "non_value_added");
  private static final Set<String> KNOWN =
      Set.of(
          "layer",
          "layers",
          "area",
          "sheets",
          "series",
          "villages",
          "format",
          "formats",
          "crs",
          "schedule",
          "application_date",
          "applicant",
          "purpose",
          "use",
          "contract",
          "reciprocity");

  private DataRequestReader() {}

  static DataRequest read(JsonNode root) {
    for (String name : root.propertyNames()) {
      if (!KNOWN.contains(name)) {
        throw RequestException.invalid(
            name, root.get(name).toString(), "no such field; allowed are " + sorted(KNOWN));
      }
    }
    List<String> layers = texts(root, "layer", "layers");
    if (layers.isEmpty()) {
      throw RequestException.missing("layers");
    }
    if (layers.size() > MOST_LAYERS || layers.stream().distinct().count() < layers.size()) {
      throw RequestException.invalid(
          "layers", String.join(",", layers), MOST_LAYERS + " at most, each once");
    }
    List<String> formats = texts(root, "format", "formats");
    return new DataRequest(
        layers,
        where(root),
        formats.isEmpty() ? List.of("gpkg") : formats,
        Crs.parse("crs", text(root, "crs").orElse("EPSG:3826")).code(),
        text(root, "schedule"),
        text(root, "application_date").map(value -> date("application_date", value)),
        Optional.ofNullable(root.get("applicant")).flatMap(each -> text(each, "class")),
        text(root, "purpose").orElse(""),
        text(root, "use").map(DataRequestReader::use),
        Optional.ofNullable(root.get("contract"))
            .filter(JsonNode::isObject)
            .map(DataRequestReader::contract),
        yes(root.get("reciprocity")));
  }

  private static boolean yes(JsonNode node) {
    return node != null && !node.isNull() && (!node.isBoolean() || node.asBoolean());
  }

  static DataRequest.Where where(JsonNode root) {
    Optional<Geometry> area = area("area", root);
    List<String> sheets = texts(root, "", "sheets");
    List<String> villages = texts(root, "", "villages");
    long said =
        Stream.of(area.isPresent(), !sheets.isEmpty(), !villages.isEmpty())
            .filter(each -> each)
            .count();
    if (said > 1) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "area",
          new LocalText(
              "area、sheets、villages 只能擇一；皆不給即為整個圖層",
              "give one of area, sheets and villages; none of them for whole layers"));
    }
    return new DataRequest.Where(area, text(root, "series"), sheets, villages);
  }

  private static Optional<Geometry> area(String path, JsonNode node) {
    return Optional.ofNullable(node.get("area"))
        .filter(each -> !each.isNull())
        .map(each -> AreaReader.read(path, each.toString()));
  }

  private static DataRequest.Contract contract(JsonNode node) {
    LocalDate from = date("contract.from", required(node, "from"));
    LocalDate until = date("contract.until", required(node, "until"));
    if (until.isBefore(from)) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "contract.until",
          new LocalText(
              "契約迄日 %s 早於起日 %s".formatted(until, from),
              "the contract ends on %s, before it begins on %s".formatted(until, from)));
    }
    return new DataRequest.Contract(
        required(node, "number"),
        required(node, "agency"),
        from,
        until,
        area("contract.area", node));
  }

  private static String required(JsonNode node, String name) {
    return text(node, name).orElseThrow(() -> RequestException.missing("contract." + name));
  }

  private static String use(String value) {
    if (!USES.contains(value)) {
      throw RequestException.invalid("use", value, "allowed are " + sorted(USES));
    }
    return value;
  }

  static LocalDate date(String name, String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw RequestException.invalid(name, value, "expected a day like 2026-01-31");
    }
  }

  private static Optional<String> text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString() || value.asString().length() > LONGEST) {
      throw RequestException.invalid(name, value.toString(), "expected a text");
    }
    return Optional.of(value.asString().strip()).filter(text -> !text.isEmpty());
  }

  /** One text, or a list of them. */
  static List<String> texts(JsonNode root, String one, String many) {
    List<String> all = new ArrayList<>();
    text(root, one).ifPresent(all::add);
    JsonNode list = root.get(many);
    if (list != null && !list.isNull()) {
      if (!list.isArray() || list.size() > MOST_NAMES) {
        throw RequestException.invalid(
            many, list.toString(), "expected a list of " + MOST_NAMES + " texts at most");
      }
      for (JsonNode each : list) {
        if (!each.isString()) {
          throw RequestException.invalid(many, each.toString(), "expected a text");
        }
        all.add(each.asString().strip());
      }
    }
    return all;
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }
}
