package org.tuguan.core.map;

import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;

/**
 * At which scales something is drawn (SE 1.1, 10.2).
 *
 * @param least scale denominator from which on, inclusive
 * @param most scale denominator up to which, exclusive; infinite if there is no limit
 */
public record ScaleRange(double least, double most) {
  /** Always. */
  public static final ScaleRange ALL = new ScaleRange(0, Double.POSITIVE_INFINITY);

  /** From the first to the last scale at which any rule of the style draws. */
  public static ScaleRange of(Style style) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (FeatureTypeStyle part : style.featureTypeStyles()) {
      for (Rule rule : part.rules()) {
        ScaleRange range = of(rule);
        least = Math.min(least, range.least);
        most = Math.max(most, range.most);
      }
    }
    return least < most ? new ScaleRange(least, most) : ALL;
  }

  static ScaleRange of(Rule rule) {
    return new ScaleRange(rule.getMinScaleDenominator(), rule.getMaxScaleDenominator());
  }

  /** From the smaller start to the larger end. */
  public ScaleRange union(ScaleRange other) {
    return new ScaleRange(Math.min(least, other.least), Math.max(most, other.most));
  }
}
