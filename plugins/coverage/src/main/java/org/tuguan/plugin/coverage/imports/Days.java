package org.tuguan.plugin.coverage.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as Taiwanese tables write them: 2021-03-31, 2021/3/31, 20210331, and by the Minguo calendar,
 * whose year 1 is 1912, 110/03/31 and 1100331.
 */
final class Days {
  private static final int MINGUO = 1911;
  private static final Pattern PARTS =
      Pattern.compile("(\\d{2,4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ].*)?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{3,4})(\\d{2})(\\d{2})");

  private Days() {}

  static Optional<LocalDate> parse(String text) {
    Matcher parts = PARTS.matcher(text);
    Matcher digits = DIGITS.matcher(text);
    return parts.matches() ? day(parts) : digits.matches() ? day(digits) : Optional.empty();
  }

  private static Optional<LocalDate> day(Matcher parts) {
    String year = parts.group(1);
    int since = year.length() < 4 ? MINGUO : 0;
    try {
      return Optional.of(
          LocalDate.of(
              since + Integer.parseInt(year),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
