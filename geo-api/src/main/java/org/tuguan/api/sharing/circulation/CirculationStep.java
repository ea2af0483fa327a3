package org.tuguan.api.sharing.circulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tuguan.core.RequestException;

/** How far apart the days of a series are. */
enum CirculationStep {
  DAY,
  /** On the last day of each month. */
  MONTH,
  /** On the last day of each year. */
  YEAR;

  private static final int MOST = 400;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CirculationStep parse(String text) {
    return Arrays.stream(values())
        .filter(each -> each.code().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "step",
                    text,
                    "allowed are "
                        + Arrays.stream(values())
                            .map(CirculationStep::code)
                            .collect(Collectors.joining(", "))));
  }

  /** The last days of all steps that have begun; the present one's is today, or {@code to}. */
  List<LocalDate> days(LocalDate from, LocalDate to, LocalDate today) {
    if (to.isBefore(from)) {
      throw RequestException.invalid("to", to.toString(), "not before from, which is " + from);
    }
    LocalDate last = to.isAfter(today) ? today : to;
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = end(from);
        days.isEmpty() || days.get(days.size() - 1).isBefore(last);
        day = end(day.plusDays(1))) {
      days.add(day.isBefore(last) ? day : last);
      if (days.size() > MOST) {
        throw RequestException.invalid(
            "step", code(), "that makes more than %d figures; take a longer step".formatted(MOST));
      }
    }
    return days;
  }

  private LocalDate end(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case MONTH -> YearMonth.from(day).atEndOfMonth();
      case YEAR -> LocalDate.of(day.getYear(), 12, 31);
    };
  }
}
