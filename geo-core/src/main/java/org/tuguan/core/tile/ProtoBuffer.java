package org.tuguan.core.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in the wire format of Protocol Buffers, growing as they are written. For one thread. */
final class ProtoBuffer {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;

  private byte[] bytes = new byte[256];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** An unsigned number of up to 64 bits. */
  void varint(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** How long {@link #varint} is. */
  static int varintBytes(long value) {
    return 1 + (63 - Long.numberOfLeadingZeros(value | 1)) / 7;
  }

  /** A number near 0 of either sign. */
  void zigzag(long value) {
    varint(value << 1 ^ value >> 63);
  }

  void number(int field, long value) {
    varint(key(field, VARINT));
    varint(value);
  }

  void signed(int field, long value) {
    varint(key(field, VARINT));
    zigzag(value);
  }

  void real(int field, double value) {
    varint(key(field, FIXED64));
    reserve(8);
    long bits = Double.doubleToLongBits(value);
    for (int shift = 0; shift < 64; shift += 8) {
      bytes[size++] = (byte) (bits >>> shift);
    }
  }

  void text(int field, String value) {
    message(field, value.getBytes(StandardCharsets.UTF_8));
  }

  void message(int field, byte[] content) {
    length(field, content.length);
    append(content, content.length);
  }

  void message(int field, ProtoBuffer content) {
    length(field, content.size);
    append(content.bytes, content.size);
  }

  void append(ProtoBuffer other) {
    append(other.bytes, other.size);
  }

  private void length(int field, int length) {
    varint(key(field, LENGTH));
    varint(length);
  }

  private void append(byte[] source, int length) {
    reserve(length);
    System.arraycopy(source, 0, bytes, size, length);
    size += length;
  }

  private static int key(int field, int wireType) {
    return field << 3 | wireType;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
