package org.tuguan.plugin.coverage.inventory;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which stations a figure counts.
 *
 * @param on the day, Asia/Taipei
 * @param technologies at least one
 * @param operator only of this operator; all if empty
 * @param planned whether those that are only planned count too
 */
public record Selection(
    LocalDate on, Set<Technology> technologies, Optional<String> operator, boolean planned) {
  public Selection {
    Objects.requireNonNull(on);
    Objects.requireNonNull(operator);
    if (technologies.isEmpty()) {
      throw new IllegalArgumentException("a figure counts at least one technology");
    }
    technologies = Set.copyOf(technologies);
  }

  public boolean counts(AccessPoint point) {
    return point.lifetime().on(on)
        && (planned || point.lifetime().built())
        && technologies.contains(point.radio().technology())
        && operator.map(point.operator()::equals).orElse(true);
  }

  /** Codes in the order of {@link Technology}, with commas. */
  public String technologyCodes() {
    return EnumSet.copyOf(technologies).stream()
        .map(Technology::code)
        .collect(Collectors.joining(","));
  }
}
