package org.tuguan.api.usage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.sharing.UseClass;

/**
 * What somebody wants to know of use.
 *
 * @param from first day, in Asia/Taipei
 * @param to last day
 * @param useClass what is summed up; empty for everything
 */
record UsageQuery(
    LocalDate from,
    LocalDate to,
    UsageGrouping by,
    Optional<String> layer,
    Optional<String> agency,
    Optional<Long> key,
    Optional<UseClass> useClass) {
  private static final int USUAL_MONTHS = 12;

  UsageQuery {
    Objects.requireNonNull(by);
    Objects.requireNonNull(layer);
    Objects.requireNonNull(agency);
    Objects.requireNonNull(key);
    Objects.requireNonNull(useClass);
    if (to.isBefore(from)) {
      throw RequestException.invalid("to", to.toString(), "not before from, which is " + from);
    }
  }

  /**
   * @param given parameters of the request
   */
  static UsageQuery parse(Map<String, String> given, LocalDate today) {
    LocalDate to = day(given, "to").orElse(today);
    LocalDate usual = YearMonth.from(to).minusMonths(USUAL_MONTHS - 1).atDay(1);
    UsageGrouping by = UsageGrouping.parse(text(given, "by").orElse("layer"));
    return new UsageQuery(
        day(given, "from").orElse(usual),
        to,
        by,
        text(given, "layer"),
        text(given, "agency"),
        text(given, "key").map(UsageQuery::number),
        by == UsageGrouping.CLASS ? Optional.empty() : Optional.of(useClass(given)));
  }

  private static Optional<String> text(Map<String, String> given, String name) {
    return Optional.ofNullable(given.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Optional<LocalDate> day(Map<String, String> given, String name) {
    return text(given, name)
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeParseException e) {
                throw new RequestException(
                    Fault.INVALID_PARAMETER,
                    name,
                    "%s=%s: a day is expected, as 2026-01-31"
                        .formatted(name, RequestException.quote(text)),
                    e);
              }
            });
  }

  private static long number(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw RequestException.invalid("key", text, "the number of a key is expected");
    }
    return Long.parseLong(text);
  }

  private static UseClass useClass(Map<String, String> given) {
    String text = text(given, "class").orElse(UseClass.USE.code());
    return Arrays.stream(UseClass.values())
        .filter(each -> each.code().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "class", text, "allowed are use, description, probe, failure, own-test"));
  }

  /** The whole months that it lies in. */
  UsageQuery inWholeMonths() {
    return new UsageQuery(
        from.withDayOfMonth(1),
        YearMonth.from(to).atEndOfMonth(),
        by,
        layer,
        agency,
        key,
        useClass);
  }
}
