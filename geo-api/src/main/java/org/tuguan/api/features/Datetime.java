package org.tuguan.api.features;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Optional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.RequestException;
import org.tuguan.core.feature.cql2.Conditions;

/**
 * The parameter {@code datetime}: an instant, or a period whose ends may be open or, one of them, a
 * duration (RFC 3339; ISO 8601, 4.4.4).
 *
 * @param start a {@link LocalDate} or an {@link OffsetDateTime}; empty if open
 * @param end as {@code start}
 */
record Datetime(Optional<Object> start, Optional<Object> end) {
  private static final String ALLOWED =
      "expected 2026-01-31, 2026-01-31T08:00:00Z, start/end, ../end, start/.. or start/P2D";

  static Datetime parse(String text) {
    String[] parts = text.strip().split("/", -1);
    try {
      return switch (parts.length) {
        case 1 -> instant(parts[0]);
        case 2 -> period(parts[0], parts[1]);
        default -> throw new DateTimeException("more than one slash");
      };
    } catch (DateTimeException | ArithmeticException e) {
      throw RequestException.invalid("datetime", text, ALLOWED);
    }
  }

  private static Datetime instant(String text) {
    Optional<Object> instant = Optional.of(end(text).orElseThrow(() -> new DateTimeException("")));
    return new Datetime(instant, instant);
  }

  private static Datetime period(String start, String end) {
    boolean fromStart = end.startsWith("P");
    boolean fromEnd = start.startsWith("P");
    if (fromStart && fromEnd) {
      throw new DateTimeException("two durations");
    }
    Optional<Object> first = fromEnd ? Optional.empty() : end(start);
    Optional<Object> last = fromStart ? Optional.empty() : end(end);
    if (fromStart) {
      last = Optional.of(shifted(first.orElseThrow(() -> new DateTimeException("")), end, 1));
    }
    if (fromEnd) {
      first = Optional.of(shifted(last.orElseThrow(() -> new DateTimeException("")), start, -1));
    }
    return ordered(new Datetime(first, last));
  }

  private static Datetime ordered(Datetime period) {
    boolean comparable = period.start.isPresent() && period.end.isPresent();
    if (comparable && day(period.start.get()).isAfter(day(period.end.get()))) {
      throw new DateTimeException("ends before it starts");
    }
    boolean moments =
        comparable
            && period.start.get() instanceof OffsetDateTime
            && period.end.get() instanceof OffsetDateTime;
    if (moments
        && ((OffsetDateTime) period.start.get()).isAfter((OffsetDateTime) period.end.get())) {
      throw new DateTimeException("ends before it starts");
    }
    return period;
  }

  private static LocalDate day(Object instant) {
    return instant instanceof LocalDate date
        ? date
        : ((OffsetDateTime) instant).atZoneSameInstant(TuguanApplication.ZONE).toLocalDate();
  }

  /** Empty for an open end. */
  private static Optional<Object> end(String text) {
    if (text.isEmpty() || text.equals("..")) {
      return Optional.empty();
    }
    return Optional.of(
        Conditions.findInstant(text).orElseThrow(() -> new DateTimeException("not a time")));
  }

  /** A day plus a duration of days is a day, anything with hours is a moment. */
  private static Object shifted(Object from, String duration, int sign) {
    int time = duration.indexOf('T');
    String days = time < 0 ? duration : duration.substring(0, time);
    Period period = days.equals("P") ? Period.ZERO : Period.parse(days);
    Duration clock = time < 0 ? Duration.ZERO : Duration.parse("P" + duration.substring(time));
    Period signed = sign < 0 ? period.negated() : period;
    if (from instanceof LocalDate date && clock.isZero()) {
      return within(date.plus(signed));
    }
    OffsetDateTime moment =
        from instanceof LocalDate date
            ? date.atStartOfDay(TuguanApplication.ZONE).toOffsetDateTime()
            : (OffsetDateTime) from;
    OffsetDateTime end = moment.plus(signed).plus(sign < 0 ? clock.negated() : clock);
    within(end.toLocalDate());
    return end;
  }

  private static LocalDate within(LocalDate date) {
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new DateTimeException("out of range");
    }
    return date;
  }
}
