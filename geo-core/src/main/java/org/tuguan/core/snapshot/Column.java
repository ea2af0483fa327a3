package org.tuguan.core.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tuguan.core.feature.AttributeType;

/**
 * The values of one attribute. Each distinct value is kept once and rows hold its number, so that
 * what depends on a value (a rule, a colour) is worked out once a value and not once a row. Numbers
 * and times that are nearly all different cost a little more than a plain array would.
 *
 * <p>Filled by one thread; after {@link #ordered} it does not change.
 */
final class Column {
  private static final ZoneId ZONE = ZoneId.of("Asia/Taipei");
  private static final int OVERHEAD = 56;

  private final AttributeType type;
  private final List<Object> values = new ArrayList<>();
  private final Map<Object, Integer> numbers = new HashMap<>();
  private int[] codes;
  private int rows;
  private long textBytes;

  Column(AttributeType type) {
    this(type, new int[256]);
    values.add(null);
  }

  private Column(AttributeType type, int[] codes) {
    this.type = type;
    this.codes = codes;
  }

  void add(Object value) {
    if (rows == codes.length) {
      codes = Arrays.copyOf(codes, rows + (rows >> 1) + 16);
    }
    codes[rows++] = value == null ? 0 : number(packed(value));
  }

  private int number(Object value) {
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    numbers.put(value, values.size());
    values.add(value);
    textBytes += value instanceof String text ? 2L * text.length() : 0;
    return values.size() - 1;
  }

  private Object packed(Object value) {
    return switch (type) {
      case DATE -> ((LocalDate) value).toEpochDay();
      case TIMESTAMP -> ((OffsetDateTime) value).toInstant();
      default -> value;
    };
  }

  /** As {@link AttributeType} says. */
  Object value(int row) {
    return unpacked(codes[row]);
  }

  /** Number of a row's value; equal values have equal numbers, 0 is null. */
  int code(int row) {
    return codes[row];
  }

  /** How many numbers there are. */
  int distinct() {
    return values.size();
  }

  /** The value with this number. */
  Object unpacked(int code) {
    Object value = values.get(code);
    if (value == null) {
      return null;
    }
    return switch (type) {
      case DATE -> LocalDate.ofEpochDay((Long) value);
      case TIMESTAMP -> ((Instant) value).atZone(ZONE).toOffsetDateTime();
      default -> value;
    };
  }

  long bytes() {
    return 4L * codes.length + (long) OVERHEAD * values.size() + textBytes;
  }

  /** A column of the same kind without rows and values. */
  Column empty() {
    return new Column(type);
  }

  /** The number that this column gives to a value of another; a value that is new is taken in. */
  int numberOf(Column other, int code) {
    return code == 0 ? 0 : number(other.values.get(code));
  }

  /** A copy with these rows, which does not change. */
  Column withRows(int[] numbered) {
    Column copy = new Column(type, numbered);
    copy.values.addAll(values);
    copy.rows = numbered.length;
    copy.textBytes = textBytes;
    return copy;
  }

  Column ordered(int[] order) {
    int[] sorted = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      sorted[i] = codes[order[i]];
    }
    return withRows(sorted);
  }
}
