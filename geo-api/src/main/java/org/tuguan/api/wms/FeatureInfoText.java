package org.tuguan.api.wms;

import java.util.List;
import java.util.Objects;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;

/** Features at a point as plain text, for a terminal or a plain dialog. */
final class FeatureInfoText {
  private FeatureInfoText() {}

  static String write(List<FoundFeatures> found) {
    StringBuilder out = new StringBuilder();
    for (FoundFeatures each : found) {
      out.append(each.layer().title().both())
          .append("  [")
          .append(each.layer().name())
          .append("]\n");
      if (each.features().isEmpty()) {
        out.append("  此處沒有圖徵 nothing here\n");
      }
      each.features().forEach(feature -> write(each.id(feature), feature, out));
    }
    return out.toString();
  }

  private static void write(String id, Feature feature, StringBuilder out) {
    out.append("  ").append(id).append('\n');
    List<Attribute> attributes = feature.type().attributes();
    for (int i = 0; i < attributes.size(); i++) {
      String value = Objects.toString(feature.value(i), "");
      out.append("    ")
          .append(attributes.get(i).name())
          .append(" = ")
          .append(value.replaceAll("\\R", " "))
          .append('\n');
    }
  }
}
