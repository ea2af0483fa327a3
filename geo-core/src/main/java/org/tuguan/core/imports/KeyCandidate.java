package org.tuguan.core.imports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whether values can be the keys of a table: there for every row, and no two alike. Keeps eight
 * bytes a row: whole numbers themselves, of text a hash, for which two unlike texts are taken as
 * alike once in billions of files.
 */
final class KeyCandidate {
  private long[] seen = new long[1024];
  private int count;
  private boolean missing;
  private boolean text;

  void observe(Object value) {
    if (missing) {
      return;
    }
    if (value instanceof Long whole && !text) {
      add(whole);
    } else if (value instanceof Long || value instanceof String string && !string.isBlank()) {
      if (!text) {
        rehash();
      }
      add(hash(value.toString()));
    } else {
      missing = true;
      seen = new long[0];
    }
  }

  /** From the first text on, the numbers before it count as text too. */
  private void rehash() {
    text = true;
    for (int i = 0; i < count; i++) {
      seen[i] = hash(Long.toString(seen[i]));
    }
  }

  private void add(long value) {
    if (count == seen.length) {
      seen = Arrays.copyOf(seen, count * 2);
    }
    seen[count++] = value;
  }

  /** FNV-1a with a last mix, 64 bits. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xFF)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    return hash ^ (hash >>> 33);
  }

  /** So many rows have been read: a row without the column is a row without a value. */
  void expect(long rows) {
    missing |= count < rows;
  }

  boolean isText() {
    return text;
  }

  boolean unique() {
    if (missing || count == 0) {
      return false;
    }
    Arrays.sort(seen, 0, count);
    for (int i = 1; i < count; i++) {
      if (seen[i] == seen[i - 1]) {
        return false;
      }
    }
    return true;
  }
}
