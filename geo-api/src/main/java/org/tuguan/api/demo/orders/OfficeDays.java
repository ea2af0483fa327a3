package org.tuguan.api.demo.orders;

import java.time.LocalDate;
import org.tuguan.core.issuing.law.Holidays;

/** Days on which offices work, counted back from today. */
record OfficeDays(Holidays holidays, LocalDate today) {
  private static final int FEWEST = 60;

  /**
   * @param back 1 for the last one before today
   */
  LocalDate before(int back) {
    LocalDate day = today;
    for (int left = back; left > 0; left--) {
      day = day.minusDays(1);
      while (!holidays.working(day)) {
        day = day.minusDays(1);
      }
    }
    return day;
  }

  /** How many there were in this year so far, sixty at least. */
  int ofThisYear() {
    LocalDate first = today.withDayOfYear(1);
    long count = first.datesUntil(today).filter(holidays::working).count();
    return Math.max(FEWEST, Math.toIntExact(count));
  }
}
