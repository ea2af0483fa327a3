package org.tuguan.core.snapshot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ids of numbered features, found both ways: whole numbers in eight bytes each if all are such,
 * else text, and their places in key order. Immutable.
 *
 * <p>Key order is that of PostGIS: whole numbers as numbers, text byte by byte in UTF-8.
 */
final class FeatureIds {
  private static final int TEXT_BYTES = 56;

  private final long[] numbers;
  private final String[] texts;
  private final boolean text;
  private final int[] byKey;
  private final int[] places;

  private FeatureIds(long[] numbers, String[] texts, boolean text) {
    this.text = text;
    this.numbers = numbers;
    this.texts = texts;
    this.byKey = numbers != null ? byNumber() : byText();
    this.places = new int[byKey.length];
    for (int place = 0; place < byKey.length; place++) {
      places[byKey[place]] = place;
    }
  }

  /**
   * @param text true if these are texts, even if all of them look like numbers
   */
  static FeatureIds of(List<String> ids, boolean text) {
    long[] numbers = new long[ids.size()];
    for (int i = 0; i < numbers.length; i++) {
      String id = ids.get(i);
      if (!plainNumber(id) || text && !alike(id, ids.get(0))) {
        return new FeatureIds(null, ids.toArray(String[]::new), text);
      }
      numbers[i] = Long.parseLong(id);
    }
    return new FeatureIds(numbers, null, text);
  }

  /** True for numbers of one length, which are in the same order as numbers and as text. */
  private static boolean alike(String id, String other) {
    return id.length() == other.length() && !id.startsWith("-");
  }

  /** True if the number, written again, gives this very text. */
  static boolean plainNumber(String id) {
    int first = id.startsWith("-") ? 1 : 0;
    int length = id.length();
    if (length == first || length > 18) {
      return false;
    }
    for (int i = first; i < length; i++) {
      char c = id.charAt(i);
      boolean digit = c >= '0' && c <= '9' && (c != '0' || i > first || length == 1);
      if (!digit) {
        return false;
      }
    }
    return true;
  }

  /** Sorts numbers and places together where they fit into one long, as they nearly always do. */
  private int[] byNumber() {
    int count = numbers.length;
    long least = Arrays.stream(numbers).min().orElse(0);
    long most = Arrays.stream(numbers).max().orElse(0);
    int bits = 32 - Integer.numberOfLeadingZeros(count);
    if (most - least >= 1L << (62 - bits)) {
      return sorted(Comparator.comparingLong(i -> numbers[i]));
    }
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (numbers[i] - least) << bits | i;
    }
    Arrays.sort(keys);
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = (int) (keys[i] & ((1L << bits) - 1));
    }
    return order;
  }

  private int[] byText() {
    return sorted((a, b) -> compare(texts[a], texts[b]));
  }

  private int[] sorted(Comparator<Integer> order) {
    return IntStream.range(0, size()).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }

  /** As bytes of UTF-8 compare: by code points, which UTF-16 does not keep in order. */
  static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        boolean pairs = Character.isSurrogate(a) != Character.isSurrogate(b);
        return pairs ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  int size() {
    return numbers != null ? numbers.length : texts.length;
  }

  String get(int feature) {
    return numbers != null ? Long.toString(numbers[feature]) : texts[feature];
  }

  /** True if the ids are text, whatever they look like. */
  boolean text() {
    return text;
  }

  /** True if all ids are whole numbers. */
  boolean numeric() {
    return numbers != null;
  }

  /** The id of a feature if all are whole numbers. */
  long number(int feature) {
    return numbers[feature];
  }

  /** The feature at a place in key order. */
  int inOrder(int place) {
    return byKey[place];
  }

  /** The place of a feature in key order. */
  int placeOf(int feature) {
    return places[feature];
  }

  /** The first place in key order whose id does not come before this one. */
  int place(String id) {
    boolean asNumber = numbers != null && !text && plainNumber(id);
    long number = asNumber ? Long.parseLong(id) : 0;
    int low = 0;
    int high = byKey.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int feature = byKey[middle];
      boolean before = asNumber ? numbers[feature] < number : compare(get(feature), id) < 0;
      if (before) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The number of the feature with this id, or -1. */
  int find(String id) {
    if (numbers != null && !plainNumber(id)) {
      return -1;
    }
    int place = place(id);
    return place < byKey.length && get(byKey[place]).equals(id) ? byKey[place] : -1;
  }

  long bytes() {
    long total = 8L * byKey.length;
    if (numbers != null) {
      return total + 8L * numbers.length;
    }
    for (String text : texts) {
      total += TEXT_BYTES + text.length();
    }
    return total;
  }
}
