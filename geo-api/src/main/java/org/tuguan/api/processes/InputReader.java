package org.tuguan.api.processes;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Right;
import org.tuguan.core.analysis.ProcessInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Checks the inputs of a run against the description of the process. */
@Component
class InputReader {
  private final CatalogStore catalogs;

  InputReader(CatalogStore catalogs) {
    this.catalogs = catalogs;
  }

  /** The values by name, each of the type that was described. */
  Map<String, Object> read(List<ProcessInput> inputs, JsonNode given, Caller caller) {
    List<String> known = inputs.stream().map(ProcessInput::name).toList();
    given
        .propertyNames()
        .forEach(
            name -> {
              if (!known.contains(name)) {
                throw RequestException.invalid(
                    name,
                    name,
                    new LocalText(
                        "可用的輸入為 " + String.join("、", known),
                        "the inputs are " + String.join(", ", known)));
              }
            });
    Map<String, Object> values = new LinkedHashMap<>();
    for (ProcessInput input : inputs) {
      value(input, given.path(input.name())).ifPresent(value -> put(values, input, value, caller));
    }
    return values;
  }

  private static Optional<JsonNode> value(ProcessInput input, JsonNode given) {
    if (!given.isMissingNode() && !given.isNull()) {
      return Optional.of(given.isObject() && given.has("value") ? given.get("value") : given);
    }
    if (input.fallback().isPresent()) {
      return input.fallback().map(JsonNodeFactory.instance::stringNode);
    }
    if (input.required()) {
      throw RequestException.missing(input.name());
    }
    return Optional.empty();
  }

  private void put(Map<String, Object> values, ProcessInput input, JsonNode json, Caller caller) {
    String text = json.isValueNode() ? json.asString("") : json.toString();
    if (!input.allowed().isEmpty() && !input.allowed().contains(text)) {
      throw RequestException.invalid(
          input.name(),
          text,
          new LocalText(
              "可用 " + String.join("、", input.allowed()),
              "allowed are " + String.join(", ", input.allowed())));
    }
    values.put(
        input.name(),
        switch (input.type()) {
          case TEXT -> text;
          case NUMBER -> number(input, text);
          case INTEGER -> whole(input, text);
          case FLAG -> flag(input, text);
          case DATE -> date(input, text);
          case GEOMETRY -> GeoJsonInput.read(input.name(), json);
          case LAYER -> catalogs.seenBy(caller).getLayer(input.name(), text, Right.QUERY).name();
        });
  }

  private static BigDecimal whole(ProcessInput input, String text) {
    BigDecimal number = number(input, text);
    if (number.stripTrailingZeros().scale() > 0) {
      throw RequestException.invalid(input.name(), text, new LocalText("須為整數", "a whole number"));
    }
    return number;
  }

  private static BigDecimal number(ProcessInput input, String text) {
    try {
      BigDecimal number = text.length() > 40 ? null : new BigDecimal(text);
      boolean fits =
          number != null
              && input.least().map(least -> number.compareTo(least) >= 0).orElse(true)
              && input.most().map(most -> number.compareTo(most) <= 0).orElse(true);
      if (fits) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, together with the limits
    }
    throw RequestException.invalid(
        input.name(),
        text,
        new LocalText(
            "須為數字"
                + input.least().map(least -> "，最小 " + least).orElse("")
                + input.most().map(most -> "，最大 " + most).orElse(""),
            "a number"
                + input.least().map(least -> " from " + least).orElse("")
                + input.most().map(most -> " to " + most).orElse("")));
  }

  private static Boolean flag(ProcessInput input, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw RequestException.invalid(
          input.name(), text, new LocalText("true 或 false", "true or false"));
    }
    return Boolean.valueOf(text);
  }

  private static LocalDate date(ProcessInput input, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw RequestException.invalid(
          input.name(), text, new LocalText("日期，例如 2011-12-31", "a day such as 2011-12-31"));
    }
  }
}
