package org.tuguan.core.snapshot;

import java.util.Arrays;
import java.util.List;

/**
 * The ids of numbered features, found both ways: whole numbers in eight bytes each if all are such,
 * else text, and a permutation in order of the hash. Immutable.
 */
final class FeatureIds {
  private static final int TEXT_BYTES = 56;

  private final long[] numbers;
  private final String[] texts;
  private final int[] byHash;

  private FeatureIds(long[] numbers, String[] texts) {
    this.numbers = numbers;
    this.texts = texts;
    this.byHash = order();
  }

  static FeatureIds of(List<String> ids) {
    long[] numbers = new long[ids.size()];
    for (int i = 0; i < numbers.length; i++) {
      String id = ids.get(i);
      if (!plainNumber(id)) {
        return new FeatureIds(null, ids.toArray(String[]::new));
      }
      numbers[i] = Long.parseLong(id);
    }
    return new FeatureIds(numbers, null);
  }

  /** True if the number, written again, gives this very text. */
  private static boolean plainNumber(String id) {
    int length = id.length();
    if (length == 0 || length > 18) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = id.charAt(i);
      boolean digit = c >= '0' && c <= '9' && (c != '0' || i > 0 || length == 1);
      if (!digit) {
        return false;
      }
    }
    return true;
  }

  private int[] order() {
    long[] keys = new long[size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) hash(i) << 32) | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  private int hash(int feature) {
    return numbers != null ? Long.hashCode(numbers[feature]) : texts[feature].hashCode();
  }

  int size() {
    return numbers != null ? numbers.length : texts.length;
  }

  String get(int feature) {
    return numbers != null ? Long.toString(numbers[feature]) : texts[feature];
  }

  /** The number of the feature with this id, or -1. */
  int find(String id) {
    if (numbers != null && !plainNumber(id)) {
      return -1;
    }
    int hash = numbers != null ? Long.hashCode(Long.parseLong(id)) : id.hashCode();
    int low = 0;
    int high = byHash.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hash(byHash[middle]) < hash) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < byHash.length && hash(byHash[i]) == hash; i++) {
      if (get(byHash[i]).equals(id)) {
        return byHash[i];
      }
    }
    return -1;
  }

  long bytes() {
    long total = 4L * byHash.length;
    if (numbers != null) {
      return total + 8L * numbers.length;
    }
    for (String text : texts) {
      total += TEXT_BYTES + text.length();
    }
    return total;
  }
}
