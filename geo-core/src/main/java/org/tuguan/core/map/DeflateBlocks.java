package org.tuguan.core.map;

import java.util.Arrays;

/**
 * Writes bytes and repetitions as a deflate stream in zlib's wrapping (RFC 1950, RFC 1951), each
 * block with a Huffman code of its own. What is a repetition, the caller decides. Belongs to one
 * thread.
 */
final class DeflateBlocks {
  /** The longest repetition. */
  static final int LONGEST = 258;

  /** The furthest that a repetition may look back. */
  static final int FURTHEST = 32_768;

  private static final int TOKENS = 1 << 16;
  private static final int MATCH = 1 << 31;
  private static final int END_OF_BLOCK = 256;
  private static final int DYNAMIC = 2;
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private final int[] tokens = new int[TOKENS];
  private final int[] literalCounts = new int[286];
  private final int[] distanceCounts = new int[30];
  private int size;
  private byte[] out;
  private int written;
  private long bits;
  private int bitCount;

  /**
   * @param expected bytes of the result, nearly
   */
  DeflateBlocks(int expected) {
    out = new byte[Math.max(64, expected)];
    out[written++] = 0x78;
    out[written++] = 0x01;
  }

  void literal(int value) {
    if (size == TOKENS) {
      block(false);
    }
    tokens[size++] = value;
    literalCounts[value]++;
  }

  /**
   * @param length 3 to {@link #LONGEST}
   * @param distance 1 to {@link #FURTHEST}
   */
  void repeat(int length, int distance) {
    if (size == TOKENS) {
      block(false);
    }
    tokens[size++] = MATCH | length << 16 | distance - 1;
    literalCounts[lengthSymbol(length)]++;
    distanceCounts[distanceSymbol(distance)]++;
  }

  /** The whole stream; nothing can be added afterwards. */
  byte[] finish(int adler) {
    block(true);
    while (bitCount > 0) {
      flushByte();
    }
    room(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      out[written++] = (byte) (adler >>> shift);
    }
    return Arrays.copyOf(out, written);
  }

  /** Symbols of lengths: four to a power of two (RFC 1951, 3.2.5). */
  private static int lengthSymbol(int length) {
    if (length == LONGEST) {
      return 285;
    }
    int over = length - 3;
    return over < 8 ? 257 + over : 257 + 4 * lengthExtra(length) + (over >> lengthExtra(length));
  }

  private static int lengthExtra(int length) {
    int over = length - 3;
    return length == LONGEST || over < 8 ? 0 : 29 - Integer.numberOfLeadingZeros(over);
  }

  private static int distanceSymbol(int distance) {
    int over = distance - 1;
    return over < 4 ? over : 2 * distanceExtra(distance) + (over >> distanceExtra(distance));
  }

  private static int distanceExtra(int distance) {
    int over = distance - 1;
    return over < 4 ? 0 : 30 - Integer.numberOfLeadingZeros(over);
  }

  private void block(boolean last) {
    literalCounts[END_OF_BLOCK] = 1;
    HuffmanCode literals = new HuffmanCode(literalCounts, 15);
    HuffmanCode distances = new HuffmanCode(distanceCounts, 15);
    put(last ? 1 : 0, 1);
    put(DYNAMIC, 2);
    header(literals, distances);
    for (int i = 0; i < size; i++) {
      int token = tokens[i];
      if (token >= 0) {
        put(literals.word(token), literals.length(token));
      } else {
        repetition(token, literals, distances);
      }
    }
    put(literals.word(END_OF_BLOCK), literals.length(END_OF_BLOCK));
    size = 0;
    Arrays.fill(literalCounts, 0);
    Arrays.fill(distanceCounts, 0);
  }

  private void repetition(int token, HuffmanCode literals, HuffmanCode distances) {
    int length = token >> 16 & 0x1ff;
    int distance = (token & 0xffff) + 1;
    int symbol = lengthSymbol(length);
    put(literals.word(symbol), literals.length(symbol));
    int extra = lengthExtra(length);
    put(length - 3 & (1 << extra) - 1, extra);
    symbol = distanceSymbol(distance);
    put(distances.word(symbol), distances.length(symbol));
    extra = distanceExtra(distance);
    put(distance - 1 & (1 << extra) - 1, extra);
  }

  /** The lengths of both codes, with runs of zeros shortened, in a code of their own. */
  private void header(HuffmanCode literals, HuffmanCode distances) {
    int literalSize = literals.size(257);
    int distanceSize = distances.size(1);
    int[] lengths = new int[literalSize + distanceSize];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = i < literalSize ? literals.length(i) : distances.length(i - literalSize);
    }
    int[] symbols = new int[lengths.length];
    int[] extras = new int[lengths.length];
    int count = 0;
    int[] counts = new int[19];
    for (int i = 0; i < lengths.length; ) {
      int run = zeros(lengths, i);
      symbols[count] = run > 10 ? 18 : run > 2 ? 17 : lengths[i];
      extras[count] = run > 10 ? run - 11 : Math.max(0, run - 3);
      i += run > 2 ? run : 1;
      counts[symbols[count++]]++;
    }
    HuffmanCode code = new HuffmanCode(counts, 7);
    int used = ORDER.length;
    while (used > 4 && code.length(ORDER[used - 1]) == 0) {
      used--;
    }
    put(literalSize - 257, 5);
    put(distanceSize - 1, 5);
    put(used - 4, 4);
    for (int i = 0; i < used; i++) {
      put(code.length(ORDER[i]), 3);
    }
    for (int i = 0; i < count; i++) {
      put(code.word(symbols[i]), code.length(symbols[i]));
      put(extras[i], symbols[i] == 18 ? 7 : symbols[i] == 17 ? 3 : 0);
    }
  }

  private static int zeros(int[] lengths, int start) {
    int end = start;
    while (end < lengths.length && end - start < 138 && lengths[end] == 0) {
      end++;
    }
    return end - start;
  }

  private void put(int value, int count) {
    bits |= (long) value << bitCount;
    bitCount += count;
    if (bitCount > 32) {
      room(4);
      for (int i = 0; i < 4; i++) {
        out[written++] = (byte) (bits >>> 8 * i);
      }
      bits >>>= 32;
      bitCount -= 32;
    }
  }

  private void flushByte() {
    room(1);
    out[written++] = (byte) bits;
    bits >>>= 8;
    bitCount = Math.max(0, bitCount - 8);
  }

  private void room(int more) {
    if (written + more > out.length) {
      out = Arrays.copyOf(out, 2 * out.length);
    }
  }
}
