package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.tuguan.core.feature.Feature;

/** Which rules of a style draw a feature at one scale; else-rules included. Immutable. */
final class VisibleRules {
  private final List<Part> parts = new ArrayList<>();

  /** The active rules of one {@code FeatureTypeStyle}. */
  private record Part(List<Rule> rules, boolean firstMatchOnly) {}

  VisibleRules(Style style, double scaleDenominator) {
    for (FeatureTypeStyle part : style.featureTypeStyles()) {
      List<Rule> rules =
          part.rules().stream().filter(rule -> LayerStyle.active(rule, scaleDenominator)).toList();
      if (!rules.isEmpty()) {
        boolean first = "first".equals(part.getOptions().get("ruleEvaluation"));
        parts.add(new Part(rules, first));
      }
    }
  }

  /** True if nothing at all is drawn at this scale. */
  boolean none() {
    return parts.isEmpty();
  }

  /** The rules that draw it; a rule whose filter fails on the feature does not. */
  List<Rule> of(Feature feature) {
    List<Rule> found = new ArrayList<>();
    for (Part part : parts) {
      int before = found.size();
      part.rules.stream()
          .filter(rule -> !rule.isElseFilter() && accepts(rule.getFilter(), feature))
          .limit(part.firstMatchOnly ? 1 : Long.MAX_VALUE)
          .forEach(found::add);
      if (found.size() == before) {
        part.rules.stream().filter(Rule::isElseFilter).forEach(found::add);
      }
    }
    return found;
  }

  private static boolean accepts(Filter filter, Feature feature) {
    try {
      return filter == null || filter.evaluate(feature);
    } catch (RuntimeException e) {
      return false;
    }
  }
}
