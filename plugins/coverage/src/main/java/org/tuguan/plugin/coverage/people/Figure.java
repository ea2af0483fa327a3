package org.tuguan.plugin.coverage.people;

import java.util.OptionalDouble;

/**
 * People reached among all people, both numbers always together.
 *
 * @param covered people on reached ground; empty if there is nothing that could reach anybody
 * @param total all people of the area
 */
public record Figure(OptionalDouble covered, double total) {
  public Figure {
    if (!(total >= 0) || covered.isPresent() && !(covered.getAsDouble() >= 0)) {
      throw new IllegalArgumentException(covered + " of " + total);
    }
  }

  /** covered / total as a fraction of 1; empty where nobody lives or nothing is known. */
  public OptionalDouble rate() {
    return covered.isEmpty() || total == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(covered.getAsDouble() / total);
  }
}
