package org.tuguan.plugin.projects;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What was entered of a month.
 *
 * @param planned per cent of the whole that was to be done by the end of the month
 * @param actual per cent that was
 * @param reason why it is off; may be empty
 * @param entered first
 */
record Progress(
    long project,
    EntrySystem system,
    YearMonth month,
    BigDecimal planned,
    BigDecimal actual,
    String reason,
    Instant entered,
    String enteredBy) {

  /** Percentage points; below 0 is late. */
  BigDecimal deviation() {
    return actual.subtract(planned);
  }

  boolean inTime(Clock clock) {
    LocalDate day = LocalDate.ofInstant(entered, clock.getZone());
    return !day.isAfter(system.due(month));
  }
}
