package org.tuguan.plugin.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The indicators of a year.
 *
 * @param month of the year that it goes up to, 1 to 12
 * @param on day of the newest records that count
 * @param weight sum of the weights of all indicators; the rest of the year's plan is not in it
 * @param score sum of the scores there are
 */
record Scoreboard(
    int year,
    int month,
    LocalDate on,
    List<Scored> indicators,
    BigDecimal weight,
    BigDecimal score) {
  static Scoreboard of(int year, int month, LocalDate on, List<Scored> indicators) {
    return new Scoreboard(
        year,
        month,
        on,
        List.copyOf(indicators),
        indicators.stream().map(Scored::weight).reduce(BigDecimal.ZERO, BigDecimal::add),
        indicators.stream()
            .map(Scored::score)
            .flatMap(Optional::stream)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
