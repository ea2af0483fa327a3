package org.tuguan.api.features;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.cql2.Conditions;
import org.tuguan.core.feature.cql2.Cql2;

/** Reads the parameters of a page of items. */
final class ItemsParser {
  static final int USUAL_LIMIT = 100;

  /** A page to look at; more rows help nobody. */
  static final int LARGEST_TABLE = 200;

  /** Names that no attribute can take. */
  static final Set<String> PARAMETERS =
      Set.of(
          "limit",
          "bbox",
          "bbox-crs",
          "datetime",
          "crs",
          "properties",
          "filter",
          "filter-lang",
          "filter-crs",
          "cursor",
          "f",
          "lang");

  private final Layer layer;
  private final FeatureType type;
  private final int largestLimit;
  private final OgcRequest request;
  private final List<Crs> systems;
  private final Conditions conditions;

  /**
   * @param largestLimit a larger limit is taken as this one
   */
  ItemsParser(HttpServletRequest http, Layer layer, FeatureType type, int largestLimit) {
    this.layer = layer;
    this.type = type;
    this.largestLimit = largestLimit;
    this.request = OgcRequest.of(http, allowed(type));
    this.systems = CollectionSystems.list(layer, type);
    this.conditions = new Conditions(type);
  }

  private static Set<String> allowed(FeatureType type) {
    Set<String> allowed = new LinkedHashSet<>(PARAMETERS);
    type.attributes().forEach(attribute -> allowed.add(attribute.name()));
    return allowed;
  }

  /** The attribute that {@code datetime} is about: the first date or time. */
  static Optional<Attribute> time(FeatureType type) {
    return type.attributes().stream()
        .filter(each -> each.type() == AttributeType.DATE || each.type() == AttributeType.TIMESTAMP)
        .findFirst();
  }

  OgcRequest request() {
    return request;
  }

  ItemsRequest parse() {
    return new ItemsRequest(
        layer,
        filter(),
        limit(),
        request.parameter("cursor").map(cursor -> Cursor.read(layer.name(), cursor)),
        system("crs"),
        request.parameter("properties").map(this::properties));
  }

  private Filter filter() {
    List<Filter> all = new ArrayList<>();
    request.parameter("bbox").ifPresent(box -> all.add(box(box)));
    request
        .parameter("datetime")
        .map(Datetime::parse)
        .ifPresent(
            when ->
                time(type)
                    .ifPresent(
                        time -> all.add(conditions.during(time.name(), when.start(), when.end()))));
    for (Map.Entry<String, String> each : request.parameters().entrySet()) {
      if (!PARAMETERS.contains(each.getKey())) {
        Attribute attribute = type.findAttribute(each.getKey()).orElseThrow();
        all.add(conditions.has(attribute, each.getValue()));
      }
    }
    all.add(expression());
    return Conditions.all(all);
  }

  private Filter expression() {
    Crs crs = system("filter-crs");
    String language = request.parameter("filter-lang").orElse("cql2-text");
    if (!Set.of("cql2-text", "cql2-json").contains(language)) {
      throw RequestException.invalid(
          "filter-lang", language, "allowed are cql2-text and cql2-json");
    }
    return request
        .parameter("filter")
        .map(
            filter ->
                language.equals("cql2-text")
                    ? Cql2.text(filter, type, crs)
                    : Cql2.json(filter, type, crs))
        .orElse(Filter.INCLUDE);
  }

  private Crs system(String parameter) {
    return request
        .parameter(parameter)
        .map(uri -> CollectionSystems.get(systems, parameter, uri))
        .orElse(Crs.CRS84);
  }

  private Filter box(String text) {
    Crs crs = system("bbox-crs");
    List<Double> numbers = numbers(text);
    int half = numbers.size() / 2;
    List<Double> corners =
        List.of(numbers.get(0), numbers.get(1), numbers.get(half), numbers.get(half + 1));
    int east = crs.northFirst() ? 1 : 0;
    boolean upsideDown = corners.get(1 - east) > corners.get(3 - east);
    boolean backwards = corners.get(east) > corners.get(2 + east) && !crs.geographic();
    if (upsideDown || backwards) {
      throw RequestException.invalid("bbox", text, "the lower left corner comes first");
    }
    return conditions.meets(corners, crs);
  }

  private static List<Double> numbers(String text) {
    String allowed = "expected 4 numbers, or 6 with heights, separated by commas";
    String[] parts = text.split(",", -1);
    if (parts.length != 4 && parts.length != 6) {
      throw RequestException.invalid("bbox", text, allowed);
    }
    List<Double> numbers = new ArrayList<>();
    for (String part : parts) {
      double number = number(part.strip());
      if (!Double.isFinite(number)) {
        throw RequestException.invalid("bbox", text, allowed);
      }
      numbers.add(number);
    }
    return numbers;
  }

  private static double number(String text) {
    try {
      return text.matches("[-+.\\deE]+") ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private int limit() {
    int largest = request.html() ? Math.min(LARGEST_TABLE, largestLimit) : largestLimit;
    return request
        .parameter("limit")
        .map(text -> Math.min(limit(text), largest))
        .orElse(Math.min(USUAL_LIMIT, largest));
  }

  private int limit(String text) {
    if (!text.matches("\\d+") || text.matches("0+")) {
      throw RequestException.invalid(
          "limit", text, "expected a whole number from 1 to " + largestLimit);
    }
    return text.length() > 9 ? largestLimit : Integer.parseInt(text);
  }

  private List<String> properties(String text) {
    List<String> names = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    for (String name : names) {
      if (type.position(name) < 0) {
        throw RequestException.invalid(
            "properties",
            name,
            "allowed are "
                + String.join(", ", type.attributes().stream().map(Attribute::name).toList()));
      }
    }
    return names;
  }
}
