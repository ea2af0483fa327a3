package org.tuguan.core.analysis;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Days in a row, both ends included, in Asia/Taipei.
 *
 * @param until not before {@code from}
 */
public record Period(LocalDate from, LocalDate until) {
  public Period {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("a period from %s until %s".formatted(from, until));
    }
  }

  /**
   * @param year of the common era
   */
  public static Period year(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  public static Period month(YearMonth month) {
    return new Period(month.atDay(1), month.atEndOfMonth());
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
