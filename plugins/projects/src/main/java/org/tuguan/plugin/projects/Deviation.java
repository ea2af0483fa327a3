package org.tuguan.plugin.projects;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * The rule of three months: ahead or late by ten percentage points or more for three months running
 * calls for reward or discipline, of the officer and the manager together.
 */
enum Deviation {
  AHEAD("連續 3 個月超前 10% 以上", "ahead by 10 points or more for three months running"),
  LATE("連續 3 個月落後 10% 以上", "late by 10 points or more for three months running");

  static final int MONTHS = 3;
  static final BigDecimal POINTS = BigDecimal.TEN;

  private final LocalText title;

  Deviation(String zh, String en) {
    this.title = new LocalText(zh, en);
  }

  LocalText title() {
    return title;
  }

  /**
   * Whether the three months that end with {@code last} are all on one side. A month that was not
   * entered breaks the row.
   *
   * @param entered of one project and system, in any order
   */
  static Optional<Deviation> of(List<Progress> entered, YearMonth last) {
    if (allOf(entered, last, 1)) {
      return Optional.of(AHEAD);
    }
    return allOf(entered, last, -1) ? Optional.of(LATE) : Optional.empty();
  }

  private static boolean allOf(List<Progress> entered, YearMonth last, int sign) {
    for (int back = 0; back < MONTHS; back++) {
      YearMonth month = last.minusMonths(back);
      boolean off =
          entered.stream()
              .filter(each -> each.month().equals(month))
              .map(Progress::deviation)
              .anyMatch(points -> points.signum() == sign && points.abs().compareTo(POINTS) >= 0);
      if (!off) {
        return false;
      }
    }
    return true;
  }
}
