package org.tuguan.core.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tuguan.core.feature.AttributeType;

/** Reads values that are written as text. All methods give null for text that is something else. */
final class ValueParser {
  /** Where a time without a zone was written. */
  static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

  private static final Pattern INTEGER = Pattern.compile("[+-]?(?:0|[1-9]\\d{0,17})");

  /** At most 15 digits survive in a double. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:0|[1-9]\\d{0,14})?(?:\\.\\d*)?(?:[eE][+-]?\\d{1,3})?");

  private static final Pattern DATE = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "(\\d{4}[-/]\\d{1,2}[-/]\\d{1,2})[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,9})?)?"
              + "\\s?(Z|[+-]\\d{2}(?::?\\d{2})?)?");

  private ValueParser() {}

  /** Whole numbers of up to 18 digits; a leading zero makes it a code, not a number. */
  static Long integer(String text) {
    return text.length() <= 19 && INTEGER.matcher(text).matches() ? Long.valueOf(text) : null;
  }

  static Double number(String text) {
    if (text.isEmpty() || text.length() > 40 || !NUMBER.matcher(text).matches()) {
      return null;
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? (Double) value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static Boolean truth(String text) {
    if (text.equalsIgnoreCase("true")) {
      return Boolean.TRUE;
    }
    return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
  }

  static LocalDate date(String text) {
    Matcher matcher = DATE.matcher(text);
    try {
      return matcher.matches()
          ? LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3))
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  static OffsetDateTime timestamp(String text) {
    if (text.length() < 14 || text.length() > 40) {
      return null;
    }
    Matcher matcher = TIMESTAMP.matcher(text);
    LocalDate day = matcher.matches() ? date(matcher.group(1)) : null;
    if (day == null) {
      return null;
    }
    try {
      int second = matcher.group(4) == null ? 0 : number(matcher, 4);
      int nano =
          matcher.group(5) == null
              ? 0
              : new BigDecimal(matcher.group(5)).movePointRight(9).intValueExact();
      LocalTime time = LocalTime.of(number(matcher, 2), number(matcher, 3), second, nano);
      LocalDateTime local = LocalDateTime.of(day, time);
      return matcher.group(6) == null
          ? local.atZone(ZONE).toOffsetDateTime()
          : local.atOffset(ZoneOffset.of(offset(matcher.group(6))));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String offset(String text) {
    return text.length() == 5 ? text.substring(0, 3) + ":" + text.substring(3) : text;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** The value as its column's type has it; empty text is no value unless the column is text. */
  static Object convert(Object value, AttributeType type) {
    if (value == null) {
      return null;
    }
    if (type == AttributeType.TEXT) {
      return text(value);
    }
    if (value instanceof String text) {
      return text.isBlank() ? null : parse(text.strip(), type);
    }
    return type == AttributeType.NUMBER && value instanceof Long whole
        ? (Object) whole.doubleValue()
        : value;
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      String plain = BigDecimal.valueOf(number).toPlainString();
      return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }
    String text = value.toString();
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  private static Object parse(String text, AttributeType type) {
    return switch (type) {
      case INTEGER -> integer(text);
      case NUMBER -> number(text);
      case BOOLEAN -> truth(text);
      case DATE -> date(text);
      case TIMESTAMP -> timestamp(text);
      case TEXT -> text;
    };
  }
}
