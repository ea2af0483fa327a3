package org.tuguan.core.feature;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import org.tuguan.core.RequestException;

/**
 * Values written in a filter, brought to the Java class of the attribute they are compared with.
 *
 * <p>Texts are read as numbers, dates and times where such are wanted (filters in XML know nothing
 * but text); a time compared with a date counts as its day in Taiwan, a date compared with a time
 * as the day's beginning there.
 */
final class FilterLiteral {
  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  private FilterLiteral() {}

  /** A value of the attribute type's class, or a fault. */
  static Object as(AttributeType type, Object value) {
    try {
      return switch (type) {
        case TEXT -> text(value);
        case INTEGER, NUMBER -> number(value);
        case BOOLEAN -> truth(value);
        case DATE -> date(value);
        case TIMESTAMP -> time(value);
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      throw RequestException.invalid(
          "filter",
          String.valueOf(value),
          "is compared with " + type.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Which type a value is of by itself. */
  static AttributeType typeOf(Object value) {
    if (value instanceof Number) {
      return isWhole(value) ? AttributeType.INTEGER : AttributeType.NUMBER;
    }
    if (value instanceof Boolean) {
      return AttributeType.BOOLEAN;
    }
    if (value instanceof LocalDate || value instanceof java.sql.Date) {
      return AttributeType.DATE;
    }
    return value instanceof CharSequence || value instanceof Character
        ? AttributeType.TEXT
        : AttributeType.TIMESTAMP;
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte;
  }

  private static String text(Object value) {
    boolean plain =
        value instanceof CharSequence
            || value instanceof Character
            || value instanceof Boolean
            || isWhole(value);
    String text = String.valueOf(value);
    if (!plain || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static Number number(Object value) {
    if (isWhole(value)) {
      return ((Number) value).longValue();
    }
    if (!(value instanceof Number || value instanceof CharSequence)) {
      throw new IllegalArgumentException();
    }
    String text = value.toString().strip();
    if (text.matches("[+-]?\\d{1,18}")) {
      return Long.valueOf(text);
    }
    double number = text.length() < 100 ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(number) || !text.matches("[-+.eE\\d]+")) {
      throw new IllegalArgumentException();
    }
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? (Number) new BigDecimal(number).longValueExact()
        : (Number) number;
  }

  private static Boolean truth(Object value) {
    return switch (String.valueOf(value).toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static LocalDate date(Object value) {
    if (value instanceof LocalDate date) {
      return date;
    }
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (value instanceof CharSequence text && text.length() == 10) {
      return LocalDate.parse(text);
    }
    return time(value).toLocalDate();
  }

  private static OffsetDateTime time(Object value) {
    if (value instanceof LocalDate || value instanceof java.sql.Date) {
      return taipei(date(value).atStartOfDay());
    }
    if (value instanceof CharSequence text) {
      return parse(text.toString().strip());
    }
    if (value instanceof LocalDateTime local) {
      return taipei(local);
    }
    return instant(value).atZone(TAIPEI).toOffsetDateTime();
  }

  private static OffsetDateTime parse(String text) {
    if (text.length() == 10) {
      return taipei(LocalDate.parse(text).atStartOfDay());
    }
    String iso = text.replace(' ', 'T');
    return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
        ? OffsetDateTime.parse(iso).atZoneSameInstant(TAIPEI).toOffsetDateTime()
        : taipei(LocalDateTime.parse(iso));
  }

  private static OffsetDateTime taipei(LocalDateTime local) {
    return local.atZone(TAIPEI).toOffsetDateTime();
  }

  private static Instant instant(Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant();
    }
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof Date date) {
      return date.toInstant();
    }
    if (value instanceof Calendar calendar) {
      return calendar.toInstant();
    }
    if (value instanceof org.geotools.api.temporal.Instant instant) {
      return instant.getPosition().getDate().toInstant();
    }
    throw new IllegalArgumentException();
  }
}
