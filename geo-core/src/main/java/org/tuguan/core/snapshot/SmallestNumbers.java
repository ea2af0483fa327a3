package org.tuguan.core.snapshot;

import java.util.Arrays;

/** Keeps the smallest of many numbers, sorting now and then. For one thread. */
final class SmallestNumbers {
  private final int most;
  private long[] kept = new long[256];
  private int size;
  private long ceiling = Long.MAX_VALUE;

  /**
   * @param most how many are wanted
   */
  SmallestNumbers(int most) {
    this.most = most;
  }

  void add(long number) {
    if (number >= ceiling) {
      return;
    }
    if (size == kept.length) {
      makeRoom();
    }
    kept[size++] = number;
  }

  private void makeRoom() {
    if (size < 2L * most) {
      kept = Arrays.copyOf(kept, 2 * size);
      return;
    }
    Arrays.sort(kept, 0, size);
    size = most;
    ceiling = most == 0 ? Long.MIN_VALUE : kept[most - 1];
  }

  /** In ascending order. */
  long[] sorted() {
    Arrays.sort(kept, 0, size);
    return Arrays.copyOf(kept, Math.min(size, most));
  }
}
