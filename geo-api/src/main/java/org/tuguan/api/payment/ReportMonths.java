package org.tuguan.api.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.RequestException;

/** What a report was asked for: whole months, both ends in it, and what its rows stand for. */
record ReportMonths(YearMonth first, YearMonth last) {
  private static final int MOST = 120;

  /**
   * @param from first month; this year's first if empty
   * @param to last month; this year's last if empty
   */
  static ReportMonths read(String from, String to, Clock clock) {
    int year = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE).getYear();
    YearMonth first = from.isEmpty() ? YearMonth.of(year, 1) : Fields.month("from", from);
    YearMonth last = to.isEmpty() ? YearMonth.of(year, 12) : Fields.month("to", to);
    if (last.isBefore(first) || first.plusMonths(MOST).isBefore(last)) {
      throw RequestException.invalid(
          "to", last.toString(), "expected from " + first + " to ten years later");
    }
    return new ReportMonths(first, last);
  }

  LocalDate from() {
    return first.atDay(1);
  }

  LocalDate to() {
    return last.atEndOfMonth();
  }

  /** What the rows stand for. */
  static JdbcReport.By by(String name) {
    return Arrays.stream(JdbcReport.By.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () -> RequestException.invalid("by", name, "allowed are layer, agency, article"));
  }
}
