package org.tuguan.core.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The geometries of numbered features as the database gave them (WKB), one behind the other: eight
 * bytes a feature more than the geometries themselves. For what must be exact, as features that are
 * given away.
 *
 * <p>Filled by one thread; then it does not change and may be read by all.
 */
final class StoredGeometries {
  private static final int CHUNK_BITS = 20;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final List<byte[]> chunks = new ArrayList<>();
  private long[] ends;
  private int features;
  private long end;

  /**
   * @param features that are expected
   */
  StoredGeometries(int features) {
    ends = new long[features];
  }

  /**
   * @param wkb null for none
   */
  void add(byte[] wkb) {
    int length = wkb == null ? 0 : wkb.length;
    for (int written = 0; written < length; ) {
      int at = (int) (end & (CHUNK - 1));
      int part = Math.min(CHUNK - at, length - written);
      System.arraycopy(wkb, written, chunk(at, at + part), at, part);
      written += part;
      end += part;
    }
    if (features == ends.length) {
      ends = Arrays.copyOf(ends, features + (features >> 1) + 16);
    }
    ends[features++] = end;
  }

  /** The last chunk, with room for {@code size} bytes, of which {@code used} are in use. */
  private byte[] chunk(int used, int size) {
    if (used == 0) {
      chunks.add(new byte[0]);
    }
    int last = chunks.size() - 1;
    byte[] chunk = chunks.get(last);
    if (chunk.length < size) {
      chunk = Arrays.copyOf(chunk, Math.min(CHUNK, Math.max(size, 2 * chunk.length)));
      chunks.set(last, chunk);
    }
    return chunk;
  }

  /** Null if there is none. */
  byte[] get(int feature) {
    long start = feature == 0 ? 0 : ends[feature - 1];
    int length = (int) (ends[feature] - start);
    if (length == 0) {
      return null;
    }
    byte[] wkb = new byte[length];
    for (int read = 0; read < length; ) {
      int at = (int) ((start + read) & (CHUNK - 1));
      int part = Math.min(CHUNK - at, length - read);
      System.arraycopy(chunks.get((int) ((start + read) >> CHUNK_BITS)), at, wkb, read, part);
      read += part;
    }
    return wkb;
  }

  /** A copy with the features in another order. */
  StoredGeometries ordered(int[] order) {
    StoredGeometries copy = new StoredGeometries(order.length);
    for (int feature : order) {
      copy.add(get(feature));
    }
    return copy;
  }

  long bytes() {
    return end + 8L * ends.length;
  }
}
