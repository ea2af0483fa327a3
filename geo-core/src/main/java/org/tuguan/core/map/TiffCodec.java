package org.tuguan.core.map;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks strips and tiles of TIFF files (TIFF 6.0, sections 9 and 13; technical note 2). */
final class TiffCodec {
  private static final int NONE = 1;
  private static final int LZW = 5;
  private static final int DEFLATE = 8;
  private static final int OLD_DEFLATE = 32946;
  private static final int PACK_BITS = 32773;
  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int LARGEST_TABLE = 4096;

  private TiffCodec() {}

  /**
   * @param size bytes that are expected; what the piece does not hold stays zero
   */
  static byte[] unpack(byte[] packed, int compression, int size) throws IOException {
    byte[] target = new byte[size];
    switch (compression) {
      case NONE -> System.arraycopy(packed, 0, target, 0, Math.min(size, packed.length));
      case LZW -> lzw(packed, target);
      case DEFLATE, OLD_DEFLATE -> inflate(packed, target);
      case PACK_BITS -> packBits(packed, target);
      default ->
          throw new IOException(
              "compression %d is not read; write it with Deflate or LZW".formatted(compression));
    }
    return target;
  }

  private static void inflate(byte[] packed, byte[] target) throws IOException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      int done = 0;
      while (done < target.length && !inflater.finished()) {
        int count = inflater.inflate(target, done, target.length - done);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new IOException("a compressed part is cut off");
        }
        done += count;
      }
    } catch (DataFormatException e) {
      throw new IOException("a compressed part is broken", e);
    } finally {
      inflater.end();
    }
  }

  private static void packBits(byte[] packed, byte[] target) {
    int from = 0;
    int to = 0;
    while (from < packed.length && to < target.length) {
      int code = packed[from++];
      if (code >= 0) {
        int count = Math.min(Math.min(code + 1, packed.length - from), target.length - to);
        System.arraycopy(packed, from, target, to, count);
        from += count;
        to += count;
      } else if (code != -128 && from < packed.length) {
        int count = Math.min(1 - code, target.length - to);
        Arrays.fill(target, to, to + count, packed[from++]);
        to += count;
      }
    }
  }

  /** Each entry of the table is a piece of what was already written: where, and how long. */
  private static void lzw(byte[] packed, byte[] target) throws IOException {
    int[] starts = new int[LARGEST_TABLE];
    int[] lengths = new int[LARGEST_TABLE];
    int next = END + 1;
    int bits = 9;
    int to = 0;
    int lastStart = -1;
    int lastLength = 0;
    long at = 0;
    while (to < target.length && at + bits <= 8L * packed.length) {
      int code = bits(packed, at, bits);
      at += bits;
      if (code == END) {
        return;
      }
      if (code == CLEAR) {
        next = END + 1;
        bits = 9;
        lastStart = -1;
        continue;
      }
      int start = to;
      if (code < CLEAR) {
        target[to++] = (byte) code;
      } else if (code < next) {
        to = repeat(target, starts[code], lengths[code], to);
      } else if (code == next && lastStart >= 0) {
        to = repeat(target, lastStart, lastLength + 1, to);
      } else {
        throw new IOException("a compressed part is broken");
      }
      if (lastStart >= 0 && next < LARGEST_TABLE) {
        starts[next] = lastStart;
        lengths[next++] = lastLength + 1;
      }
      lastStart = start;
      lastLength = to - start;
      bits = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
    }
  }

  /** Byte by byte, since source and target may overlap. */
  private static int repeat(byte[] target, int from, int length, int to) {
    int end = Math.min(target.length, to + length);
    for (int i = to; i < end; i++) {
      target[i] = target[from + i - to];
    }
    return end;
  }

  private static int bits(byte[] packed, long at, int count) {
    int value = 0;
    int first = (int) (at >> 3);
    for (int i = 0; i < 3; i++) {
      value = value << 8 | (first + i < packed.length ? packed[first + i] & 0xff : 0);
    }
    return value >>> (24 - count - (int) (at & 7)) & (1 << count) - 1;
  }
}
