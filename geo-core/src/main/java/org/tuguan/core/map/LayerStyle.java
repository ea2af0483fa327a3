package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;

/**
 * A style made ready for one picture: only the rules that are active at its scale, with their
 * painters.
 *
 * @param passes one for each {@code FeatureTypeStyle} that has an active rule, bottom first
 */
record LayerStyle(List<Pass> passes) {
  private static final double TOLERANCE = 1e-6;

  /** In the masks of a pass that adds up what it draws. */
  private static final long MOST_PIXELS = 16L << 20;

  /** What one {@code FeatureTypeStyle} draws: all of it below the next one. */
  record Pass(List<ActiveRule> rules, boolean firstMatchOnly) {
    /**
     * True if all features of a rule, or of all rules, may be added up on a canvas of this size: it
     * does not matter which is drawn first, and there is room for a mask for each fill and each
     * stroke.
     */
    boolean gathers(long pixels, boolean ruleByRule) {
      IntStream painters = rules.stream().mapToInt(rule -> rule.painters().size());
      long masks = 2L * (ruleByRule ? painters.max().orElse(0) : painters.sum());
      return opaque() && masks * pixels <= MOST_PIXELS;
    }

    /** True if runs of features smaller than a pixel may be drawn as one. */
    boolean takesDots() {
      return rules.stream().allMatch(ActiveRule::takesDots);
    }

    private boolean opaque() {
      return rules.stream()
          .allMatch(rule -> rule.painters().stream().allMatch(SymbolPainter::opaque));
    }
  }

  /**
   * @param filter null if all features match
   * @param otherwise true if the rule is for features that no other rule of the pass took
   * @param reads true if painters look at the feature's attributes
   */
  record ActiveRule(Filter filter, boolean otherwise, List<SymbolPainter> painters, boolean reads) {
    /** True if {@link Dots} are enough for all that it draws of what is smaller than a pixel. */
    boolean takesDots() {
      return !reads && painters.stream().allMatch(SymbolPainter::takesDots);
    }

    boolean matches(Object feature) {
      return filter == null || filter.evaluate(feature);
    }
  }

  /**
   * @param scale denominator, as the OGC counts it
   * @param painters makes the painter of a symbolizer, or null for one that draws nothing here
   */
  static LayerStyle of(
      Style style, double scale, StyleScope scope, Function<Symbolizer, SymbolPainter> painters) {
    List<Pass> passes = new ArrayList<>();
    for (FeatureTypeStyle featureTypeStyle : style.featureTypeStyles()) {
      List<ActiveRule> rules = new ArrayList<>();
      for (Rule rule : featureTypeStyle.rules()) {
        if (active(rule, scale)) {
          rules.add(ready(rule, scope, painters));
        }
      }
      if (!rules.isEmpty()) {
        String evaluation = featureTypeStyle.getOptions().get("ruleEvaluation");
        passes.add(new Pass(List.copyOf(rules), "first".equals(evaluation)));
      }
    }
    return new LayerStyle(List.copyOf(passes));
  }

  /** From the minimum, which is included, to the maximum, which is not (SE 1.1, 10.2). */
  static boolean active(Rule rule, double scale) {
    return scale >= rule.getMinScaleDenominator() * (1 - TOLERANCE)
        && scale < rule.getMaxScaleDenominator() * (1 - TOLERANCE);
  }

  private static ActiveRule ready(
      Rule rule, StyleScope scope, Function<Symbolizer, SymbolPainter> painters) {
    boolean all = rule.getFilter() == null || rule.getFilter() == Filter.INCLUDE;
    Filter filter = all ? null : scope.filter(rule.getFilter());
    int varying = scope.varying();
    List<SymbolPainter> ready = new ArrayList<>();
    for (Symbolizer symbolizer : rule.symbolizers()) {
      SymbolPainter painter = painters.apply(symbolizer);
      if (painter != null) {
        ready.add(painter);
      }
    }
    boolean reads = scope.varying() > varying;
    return new ActiveRule(filter, rule.isElseFilter(), List.copyOf(ready), reads);
  }

  /** True if there is nothing to draw at this scale. */
  boolean empty() {
    return passes.isEmpty();
  }
}
