package org.tuguan.core.feature.cql2;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.RequestException;

/** Values, and the calls that only write values: DATE, TIMESTAMP, INTERVAL, BBOX. */
final class Literals {
  /** Of times that state no offset. */
  static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

  private Literals() {}

  static Object number(String text, String place) {
    BigDecimal value;
    try {
      value = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw Problem.expected(place, "a number", RequestException.quote(text));
    }
    double approximate = value.doubleValue();
    if (!Double.isFinite(approximate)) {
      throw Problem.at(place, "a number out of range");
    }
    boolean whole = text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
    if (whole && value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
      return value.longValueExact();
    }
    return approximate;
  }

  static Object negate(Number number) {
    return number instanceof Long whole ? (Object) (-whole) : (Object) (-number.doubleValue());
  }

  /** Refuses what no database text can hold: NUL and halves of surrogate pairs. */
  static String text(String text, String place) {
    boolean bad =
        text.codePoints()
            .anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (bad) {
      throw Problem.at(place, "a text with a character that no data can hold");
    }
    return text;
  }

  static LocalDate date(String text, String place) {
    return findDate(text)
        .orElseThrow(
            () -> Problem.expected(place, "a date as '2026-01-31'", RequestException.quote(text)));
  }

  static OffsetDateTime timestamp(String text, String place) {
    return findTimestamp(text)
        .orElseThrow(
            () ->
                Problem.expected(
                    place, "a time as '2026-01-31T08:00:00Z'", RequestException.quote(text)));
  }

  private static Optional<LocalDate> findDate(String text) {
    try {
      return text.matches("\\d{4}-\\d{2}-\\d{2}") && !text.startsWith("0000")
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<OffsetDateTime> findTimestamp(String text) {
    if (!text.matches(
        "(?!0000)\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?([Zz]|[+-]\\d{2}:\\d{2})?")) {
      return Optional.empty();
    }
    try {
      String upper = text.replace('t', 'T').replace('z', 'Z');
      boolean zoned = upper.matches(".*(Z|[+-]\\d{2}:\\d{2})");
      OffsetDateTime time =
          zoned
              ? OffsetDateTime.parse(upper)
              : LocalDateTime.parse(upper).atZone(ZONE).toOffsetDateTime();
      return Optional.of(time.withOffsetSameInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A date or a time; empty if it is neither. */
  static Optional<Object> findInstant(String text) {
    return findDate(text).<Object>map(date -> date).or(() -> findTimestamp(text));
  }

  /** The value that the call writes, or the call itself. */
  static Node call(String op, List<Node> args, String place) {
    switch (op) {
      case "date":
        return new Node.Literal(date(onlyText(op, args, place), place), place);
      case "timestamp":
        return new Node.Literal(timestamp(onlyText(op, args, place), place), place);
      case "interval":
        if (args.size() != 2) {
          throw Problem.at(place, "INTERVAL takes a start and an end");
        }
        return new Node.Interval(end(args.get(0)), end(args.get(1)), place);
      case "bbox":
        return box(args.stream().map(Literals::coordinate).toList(), place);
      default:
        return new Node.Call(op, args, place);
    }
  }

  private static String onlyText(String op, List<Node> args, String place) {
    if (args.size() == 1
        && args.get(0) instanceof Node.Literal literal
        && literal.value() instanceof String text) {
      return text;
    }
    throw Problem.at(place, op + " takes one text in quotes");
  }

  /** An end of an interval: attributes and times as they are, text read, {@code '..'} as null. */
  static Node end(Node node) {
    if (node instanceof Node.Literal literal && literal.value() instanceof String text) {
      return text.equals("..") || text.isEmpty()
          ? null
          : new Node.Literal(
              findInstant(text)
                  .orElseThrow(
                      () ->
                          Problem.expected(
                              node.place(),
                              "a date, a time or '..'",
                              RequestException.quote(text))),
              node.place());
    }
    return node;
  }

  private static double coordinate(Node node) {
    if (node instanceof Node.Literal literal && literal.value() instanceof Number number) {
      return number.doubleValue();
    }
    throw Problem.at(node.place(), "expected a number");
  }

  /**
   * @param numbers 4, or 6 with heights, which are not looked at
   */
  static Node box(List<Double> numbers, String place) {
    if (numbers.size() != 4 && numbers.size() != 6) {
      throw Problem.at(place, "a box has 4 numbers, or 6 with heights");
    }
    int half = numbers.size() / 2;
    return new Node.Box(
        numbers.get(0), numbers.get(1), numbers.get(half), numbers.get(half + 1), place);
  }
}
