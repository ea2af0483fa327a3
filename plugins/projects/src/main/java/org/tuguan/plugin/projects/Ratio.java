package org.tuguan.plugin.projects;

import java.math.BigDecimal;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.IndicatorValue;

/**
 * A rate on a day, with both of its numbers.
 *
 * @param id in the API: small letters, underscores
 * @param target a fraction of 1 that the day is measured by; empty where there is none
 * @param reading how we read the plan where it gives a name and no formula
 */
record Ratio(
    String id,
    LocalText title,
    IndicatorValue value,
    Optional<BigDecimal> target,
    Optional<LocalText> reading) {

  /** Empty without a value or a target. */
  Optional<Boolean> met() {
    return value.value().flatMap(v -> target.map(goal -> v.compareTo(goal) >= 0));
  }
}
