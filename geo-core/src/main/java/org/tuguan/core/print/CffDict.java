package org.tuguan.core.print;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A DICT of a Compact Font Format font (Adobe Technical Note 5176, chapter 4): operators with the
 * bytes of their operands, in their order. Escaped operators count from 1200.
 */
final class CffDict {
  static final int CHARSET = 15;
  static final int CHAR_STRINGS = 17;
  static final int PRIVATE = 18;
  static final int SUBRS = 19;
  static final int ROS = 1230;
  static final int FD_ARRAY = 1236;
  static final int FD_SELECT = 1237;
  private static final int ESCAPE = 12;
  private static final int ESCAPED = 1200;
  private static final int LONG = 29;

  private final Map<Integer, byte[]> entries = new LinkedHashMap<>();

  private CffDict() {}

  static CffDict read(ByteBuffer from) {
    CffDict dict = new CffDict();
    ByteBuffer in = from.duplicate();
    int begin = in.position();
    while (in.hasRemaining()) {
      int at = in.position();
      int first = in.get() & 0xff;
      if (first <= 21) {
        int operator = first == ESCAPE ? ESCAPED + (in.get() & 0xff) : first;
        byte[] operands = new byte[at - begin];
        in.get(begin, operands);
        dict.entries.put(operator, operands);
        begin = in.position();
      } else {
        skip(first, in);
      }
    }
    return dict;
  }

  private static void skip(int first, ByteBuffer in) {
    if (first == 30) {
      int pair = 0;
      while ((pair & 0xf) != 0xf && pair >> 4 != 0xf) {
        pair = in.get() & 0xff;
      }
    } else {
      in.position(in.position() + (first == 28 ? 2 : first == LONG ? 4 : first >= 247 ? 1 : 0));
    }
  }

  CffDict copy() {
    CffDict copy = new CffDict();
    copy.entries.putAll(entries);
    return copy;
  }

  boolean has(int operator) {
    return entries.containsKey(operator);
  }

  /** The operands as whole numbers. */
  int[] numbers(int operator) {
    ByteBuffer in = ByteBuffer.wrap(entries.get(operator));
    int[] found = new int[in.remaining()];
    int count = 0;
    while (in.hasRemaining()) {
      int first = in.get() & 0xff;
      if (first == 28) {
        found[count++] = in.getShort();
      } else if (first == LONG) {
        found[count++] = in.getInt();
      } else if (first <= 246) {
        found[count++] = first - 139;
      } else if (first <= 250) {
        found[count++] = (first - 247) * 256 + (in.get() & 0xff) + 108;
      } else {
        found[count++] = -(first - 251) * 256 - (in.get() & 0xff) - 108;
      }
    }
    return Arrays.copyOf(found, count);
  }

  void remove(int operator) {
    entries.remove(operator);
  }

  /** Always five bytes each, so that the length does not depend on the values. */
  void put(int operator, int... values) {
    ByteBuffer operands = ByteBuffer.allocate(5 * values.length);
    for (int value : values) {
      operands.put((byte) LONG).putInt(value);
    }
    entries.put(operator, operands.array());
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    entries.forEach(
        (operator, operands) -> {
          out.writeBytes(operands);
          if (operator >= ESCAPED) {
            out.write(ESCAPE);
          }
          out.write(operator >= ESCAPED ? operator - ESCAPED : operator);
        });
    return out.toByteArray();
  }
}
