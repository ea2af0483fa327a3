package org.tuguan.core.tile.cache;

import java.util.function.LongPredicate;

/** A map from long to long of 27 bytes an entry; keys are never 0. For one thread at a time. */
final class LongTable {
  private static final int LEAST = 1 << 10;
  private static final double FULL = 0.6;

  private long[] keys = new long[LEAST];
  private long[] values = new long[LEAST];
  private int size;

  int size() {
    return size;
  }

  /** The value, or {@code missing}. */
  long get(long key, long missing) {
    int at = place(key);
    return keys[at] == key ? values[at] : missing;
  }

  void put(long key, long value) {
    if (size >= keys.length * FULL) {
      rebuild(keys.length * 2, any -> true);
    }
    int at = place(key);
    if (keys[at] == 0) {
      keys[at] = key;
      size++;
    }
    values[at] = value;
  }

  /** Forgets the others; takes time for all. */
  void keep(LongPredicate wanted) {
    rebuild(keys.length, wanted);
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int at = (int) key & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void rebuild(int length, LongPredicate wanted) {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[length];
    values = new long[length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0 && wanted.test(oldValues[i])) {
        int at = place(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
        size++;
      }
    }
  }
}
