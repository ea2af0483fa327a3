package org.tuguan.plugin.siteaudit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the day on which a page says that it, or something on it, was changed or published; of the
 * Republic of China or of the common era. What the server says of its files is not used: pages made
 * by programs are always new.
 */
final class PageDates {
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\d.])(?:中華)?(?:民國)?\\s?(\\d{2,4})\\s?[年./-]\\s?(\\d{1,2})\\s?[月./-]\\s?(\\d{1,2})(?!\\d)");
  private static final int ROC = 1911;

  private PageDates() {}

  /**
   * @param today dates after it are announcements of what is to come, and do not count
   */
  static Optional<LocalDate> newest(String text, LocalDate today) {
    Optional<LocalDate> newest = Optional.empty();
    Matcher found = DATE.matcher(text);
    while (found.find()) {
      Optional<LocalDate> date =
          date(found.group(1), found.group(2), found.group(3)).filter(each -> !each.isAfter(today));
      if (date.isPresent() && (newest.isEmpty() || date.get().isAfter(newest.get()))) {
        newest = date;
      }
    }
    return newest;
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    int y = Integer.parseInt(year);
    if (year.length() == 3 || year.length() == 2 && y >= 80) {
      y += ROC;
    }
    if (y < 1990 || y > 2200) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
