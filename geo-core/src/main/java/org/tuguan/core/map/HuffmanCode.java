package org.tuguan.core.map;

import java.util.Arrays;

/**
 * Code words of few bits for what is frequent: lengths for counted symbols, and the words that
 * deflate gives to lengths (RFC 1951, 3.2.2), their bits reversed as deflate writes them.
 */
final class HuffmanCode {
  private final int[] lengths;
  private final int[] words;

  /**
   * @param counts how often each symbol is needed; 0 for never
   * @param longest bits that a word may have
   */
  HuffmanCode(int[] counts, int longest) {
    this.lengths = new int[counts.length];
    this.words = new int[counts.length];
    long[] sorted = sorted(counts);
    if (sorted.length == 1) {
      lengths[(int) sorted[0] & 0xffff] = 1;
    } else if (sorted.length > 1) {
      assign(sorted, limited(depths(sorted), longest));
    }
    number();
  }

  /** Count and symbol in one, the rarest first. */
  private static long[] sorted(int[] counts) {
    long[] used = new long[counts.length];
    int size = 0;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > 0) {
        used[size++] = (long) counts[symbol] << 16 | symbol;
      }
    }
    long[] sorted = Arrays.copyOf(used, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /** How many words of each length a tree has that is made by joining the two rarest. */
  private static int[] depths(long[] sorted) {
    int leaves = sorted.length;
    long[] weights = new long[2 * leaves - 1];
    int[] parents = new int[2 * leaves - 1];
    int nextLeaf = 0;
    int nextNode = leaves;
    for (int i = 0; i < leaves; i++) {
      weights[i] = sorted[i] >> 16;
    }
    for (int made = leaves; made < weights.length; made++) {
      for (int child = 0; child < 2; child++) {
        boolean leaf =
            nextLeaf < leaves && (nextNode >= made || weights[nextLeaf] <= weights[nextNode]);
        int taken = leaf ? nextLeaf++ : nextNode++;
        weights[made] += weights[taken];
        parents[taken] = made;
      }
    }
    int[] depth = new int[weights.length];
    int[] counts = new int[64];
    for (int node = weights.length - 2; node >= 0; node--) {
      depth[node] = depth[parents[node]] + 1;
      if (node < leaves) {
        counts[Math.min(counts.length - 1, depth[node])]++;
      }
    }
    return counts;
  }

  /** Shortens what is too long and lengthens others until all words fit again. */
  private static int[] limited(int[] counts, int longest) {
    for (int length = longest + 1; length < counts.length; length++) {
      counts[longest] += counts[length];
      counts[length] = 0;
    }
    long sum = 0;
    for (int length = 1; length <= longest; length++) {
      sum += (long) counts[length] << (longest - length);
    }
    while (sum > 1L << longest) {
      int length = longest - 1;
      while (counts[length] == 0) {
        length--;
      }
      counts[length]--;
      counts[length + 1] += 2;
      counts[longest]--;
      sum--;
    }
    return counts;
  }

  private void assign(long[] sorted, int[] counts) {
    int at = 0;
    for (int length = counts.length - 1; length > 0; length--) {
      for (int i = 0; i < counts[length]; i++) {
        lengths[(int) sorted[at++] & 0xffff] = length;
      }
    }
  }

  private void number() {
    int[] counts = new int[17];
    for (int length : lengths) {
      counts[length]++;
    }
    counts[0] = 0;
    int[] next = new int[17];
    for (int length = 1; length < next.length; length++) {
      next[length] = next[length - 1] + counts[length - 1] << 1;
    }
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] > 0) {
        words[symbol] = Integer.reverse(next[lengths[symbol]]++) >>> 32 - lengths[symbol];
      }
    }
  }

  /** Bits of a symbol's word; 0 if it has none. */
  int length(int symbol) {
    return lengths[symbol];
  }

  /** To be written from its lowest bit on. */
  int word(int symbol) {
    return words[symbol];
  }

  /** Number after the last symbol that has a word, but at least so many. */
  int size(int least) {
    int size = lengths.length;
    while (size > least && lengths[size - 1] == 0) {
      size--;
    }
    return size;
  }
}
