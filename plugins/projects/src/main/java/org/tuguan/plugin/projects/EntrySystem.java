package org.tuguan.plugin.projects;

import java.time.LocalDate;
import java.time.YearMonth;
import org.tuguan.core.LocalText;

/**
 * Where the progress of a month is entered. The two are apart: each has its own day and its own
 * rate.
 */
enum EntrySystem {
  /** The city's own: by the 5th. */
  CITY("本府標案管考系統", "the city's system", 5),
  /** The national commission's, for budgets from NT$ 1,000,000: by the 7th. */
  NATIONAL("公共工程標案管理系統", "the national system", 7);

  private final LocalText title;
  private final int day;

  EntrySystem(String zh, String en, int day) {
    this.title = new LocalText(zh, en);
    this.day = day;
  }

  LocalText title() {
    return title;
  }

  /** Last day for the progress of a month: in the month after it (our reading of 每月 5 日前). */
  LocalDate due(YearMonth month) {
    return month.plusMonths(1).atDay(day);
  }
}
