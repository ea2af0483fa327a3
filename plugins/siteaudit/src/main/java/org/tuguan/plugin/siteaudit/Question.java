package org.tuguan.plugin.siteaudit;

import java.time.LocalDate;
import java.util.Optional;
import org.tuguan.core.issuing.law.Holidays;

/** A question that was sent to a site's mailbox to see whether it is answered. */
record Question(long id, long site, LocalDate asked, Optional<LocalDate> answered, String subject) {
  private static final Holidays HOLIDAYS = Holidays.shipped();

  /**
   * Last day for the answer; the day after the question is the first that counts.
   *
   * @param days working days of government offices
   */
  LocalDate due(int days) {
    LocalDate day = asked;
    for (int i = 0; i < days; i++) {
      day = HOLIDAYS.workingDayFrom(day.plusDays(1));
    }
    return day;
  }

  /** Answered in time; one whose time is not over counts as soon as it is answered. */
  boolean inTime(int days) {
    return answered.filter(day -> !day.isAfter(due(days))).isPresent();
  }

  /** Whether it can be judged on a day. */
  boolean countsOn(LocalDate day, int days) {
    return !asked.isAfter(day) && (due(days).isBefore(day) || inTime(days));
  }
}
