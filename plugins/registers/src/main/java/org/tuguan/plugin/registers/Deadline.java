package org.tuguan.plugin.registers;

import java.time.LocalDate;
import org.tuguan.core.issuing.law.Holidays;

/**
 * How long there is for a case. The day on which it begins is not counted (民法 Article 120); a last
 * day on which offices do not work moves to the next on which they do (行政程序法 Article 48).
 *
 * @param length at least 1
 */
record Deadline(int length, Unit unit) {
  /** In what it is counted. */
  enum Unit {
    CALENDAR_DAYS,
    /** Days on which offices work, make-up Saturdays among them. */
    WORKING_DAYS,
    MONTHS
  }

  Deadline {
    if (length < 1) {
      throw new IllegalArgumentException("a deadline of " + length);
    }
  }

  LocalDate last(LocalDate from, Holidays holidays) {
    return switch (unit) {
      case CALENDAR_DAYS -> holidays.workingDayFrom(from.plusDays(length));
      case MONTHS -> holidays.workingDayFrom(from.plusMonths(length));
      case WORKING_DAYS -> {
        LocalDate day = from;
        for (int i = 0; i < length; i++) {
          day = holidays.workingDayFrom(day.plusDays(1));
        }
        yield day;
      }
    };
  }
}
