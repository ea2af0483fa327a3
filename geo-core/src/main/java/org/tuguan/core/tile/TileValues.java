package org.tuguan.core.tile;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct values of a layer, numbered as they come. Whole numbers below 0 are written as
 * zigzag, others as unsigned; dates and times as ISO 8601 text. For one thread.
 */
final class TileValues {
  /** No value. */
  static final int NONE = -1;

  private static final int STRING = 1;
  private static final int DOUBLE = 3;
  private static final int UNSIGNED = 5;
  private static final int SIGNED = 6;
  private static final int BOOLEAN = 7;

  private final Map<Object, Integer> numbers = new HashMap<>();
  private final List<byte[]> messages = new ArrayList<>();

  int size() {
    return messages.size();
  }

  /** The encoded value with this number. */
  byte[] message(int number) {
    return messages.get(number);
  }

  /**
   * @param value as {@link org.tuguan.core.feature.AttributeType} says
   * @return {@link #NONE} for null and for what is no number
   */
  int number(Object value) {
    if (value == null || value instanceof Double real && !Double.isFinite(real)) {
      return NONE;
    }
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    messages.add(encode(value));
    numbers.put(value, messages.size() - 1);
    return messages.size() - 1;
  }

  private static byte[] encode(Object value) {
    ProtoBuffer buffer = new ProtoBuffer();
    if (value instanceof Long whole) {
      if (whole < 0) {
        buffer.signed(SIGNED, whole);
      } else {
        buffer.number(UNSIGNED, whole);
      }
    } else if (value instanceof Double real) {
      buffer.real(DOUBLE, real);
    } else if (value instanceof Boolean truth) {
      buffer.number(BOOLEAN, truth ? 1 : 0);
    } else if (value instanceof String || value instanceof Temporal) {
      buffer.text(STRING, value.toString());
    } else {
      throw new IllegalArgumentException("no value of an attribute: " + value.getClass());
    }
    return buffer.toBytes();
  }
}
