package org.tuguan.api.sharing.circulation;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What the rate is to come to in a year.
 *
 * @param target a fraction of 1
 * @param source plan or decision that sets it
 */
record CirculationTarget(int year, BigDecimal target, String source) {
  CirculationTarget {
    Objects.requireNonNull(target);
    Objects.requireNonNull(source);
  }
}
