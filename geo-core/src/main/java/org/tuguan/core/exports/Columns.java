package org.tuguan.core.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;

/**
 * The columns of a file: the feature's id, then its attributes. The id is called {@code id}, or
 * {@code id_}, {@code id__} … if an attribute is called so already, in whatever case.
 */
final class Columns {
  private final List<Attribute> all = new ArrayList<>();

  /**
   * @param taken names that the file uses itself, in lower case
   */
  Columns(FeatureType type, Set<String> taken) {
    Set<String> names =
        type.attributes().stream()
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    String id = "id";
    while (names.contains(id) || taken.contains(id)) {
      id += "_";
    }
    all.add(new Attribute(id, AttributeType.TEXT));
    for (Attribute attribute : type.attributes()) {
      String name = attribute.name();
      while (taken.contains(name.toLowerCase(Locale.ROOT))) {
        name += "_";
      }
      all.add(new Attribute(name, attribute.type()));
    }
  }

  List<Attribute> list() {
    return all;
  }

  /** Null if there is none. */
  static Object value(Feature feature, int column) {
    return column == 0 ? feature.id() : feature.value(column - 1);
  }
}
