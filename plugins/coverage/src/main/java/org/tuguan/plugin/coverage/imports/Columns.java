package org.tuguan.plugin.coverage.imports;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tuguan.core.RequestException;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;

/**
 * Which attribute of a layer stands for what, and values that are the same for all.
 *
 * @param attributes by our name
 * @param fixed by our name; taken where the attribute says nothing
 */
record Columns(Map<String, String> attributes, Map<String, String> fixed) {
  Columns {
    attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    fixed = fixed == null ? Map.of() : Map.copyOf(fixed);
  }

  /** Every name must be one of ours, every attribute one of the layer's. */
  void check(List<String> known, FeatureType type) {
    for (String name : attributes.keySet()) {
      knownName("columns", name, known);
      type.getAttribute("columns." + name, attributes.get(name));
    }
    fixed.keySet().forEach(name -> knownName("fixed", name, known));
  }

  private static void knownName(String parameter, String name, List<String> known) {
    if (!known.contains(name)) {
      throw RequestException.invalid(parameter, name, "allowed are " + String.join(", ", known));
    }
  }

  Optional<String> text(Feature feature, String name) {
    Object value = attributes.containsKey(name) ? feature.value(attributes.get(name)) : null;
    String text = value == null ? "" : value.toString().strip();
    return text.isEmpty() ? Optional.ofNullable(fixed.get(name)) : Optional.of(text);
  }

  OptionalDouble number(Feature feature, String name) {
    Optional<String> text = text(feature, name);
    return text.isPresent()
        ? OptionalDouble.of(Double.parseDouble(text.get().replace(",", "")))
        : OptionalDouble.empty();
  }

  /** A day, or the day of a moment as it was written. */
  Optional<LocalDate> date(Feature feature, String name) {
    Object value = attributes.containsKey(name) ? feature.value(attributes.get(name)) : null;
    if (value instanceof LocalDate day) {
      return Optional.of(day);
    }
    if (value instanceof OffsetDateTime moment) {
      return Optional.of(moment.toLocalDate());
    }
    return text(feature, name).map(text -> LocalDate.parse(text.replace('/', '-')));
  }

  boolean flag(Feature feature, String name, boolean otherwise) {
    return text(feature, name)
        .map(
            text ->
                List.of("true", "t", "1", "yes", "是", "built")
                    .contains(text.toLowerCase(Locale.ROOT)))
        .orElse(otherwise);
  }
}
