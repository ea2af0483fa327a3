package org.tuguan.plugin.coverage.imports;

import java.util.List;
import java.util.Map;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
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
      throw RequestException.invalid(
          parameter,
          name,
          new LocalText(
              "可用 " + String.join("、", known), "allowed are " + String.join(", ", known)));
    }
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }
}
