package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * At most 256 colours that stand for all of a picture's: the very colours if there are no more,
 * otherwise the middles of boxes into which the colours are cut so that each box spans little
 * (median cut, with transparency as a fourth axis). Belongs to one thread.
 */
final class Palette {
  static final int LARGEST = 256;
  private static final int[] SHIFTS = {24, 16, 8, 0};

  /** Colours of the picture, each once, with how often it occurs: an open hash table. */
  private int[] keys = new int[1024];

  private int[] counts = new int[1024];
  private int size;
  private final int[] colours;
  private final int[] indexes;

  Palette(int[] argb) {
    for (int colour : argb) {
      count(clean(colour));
    }
    int[] all = listColours();
    this.colours = size <= LARGEST ? all : cut(all);
    this.indexes = new int[keys.length];
    for (int slot = 0; slot < keys.length; slot++) {
      indexes[slot] = counts[slot] == 0 ? 0 : nearest(keys[slot]);
    }
  }

  /** As ARGB; those that are not opaque come first. */
  int[] colours() {
    return colours.clone();
  }

  /** Position in {@link #colours} for a colour of the picture. */
  int index(int argb) {
    return indexes[slot(clean(argb))];
  }

  /** What cannot be seen has no colour. */
  private static int clean(int argb) {
    return argb >>> 24 == 0 ? 0 : argb;
  }

  private int slot(int key) {
    int hash = key * 0x9E3779B9;
    int slot = (hash ^ hash >>> 15) & keys.length - 1;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private void count(int key) {
    int slot = slot(key);
    keys[slot] = key;
    if (counts[slot]++ == 0 && ++size * 2 > keys.length) {
      grow();
    }
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new int[2 * oldKeys.length];
    counts = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] > 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** Sorted, the transparent ones first. */
  private int[] listColours() {
    int[] all = new int[size];
    int at = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (counts[slot] > 0) {
        all[at++] = keys[slot] ^ 0x80000000;
      }
    }
    Arrays.sort(all);
    for (int i = 0; i < size; i++) {
      all[i] ^= 0x80000000;
    }
    return all;
  }

  private int[] cut(int[] all) {
    List<Box> boxes = new ArrayList<>();
    boxes.add(new Box(all, 0, all.length));
    while (boxes.size() < LARGEST) {
      Box widest = boxes.stream().max(Comparator.comparingDouble(box -> box.weight)).orElseThrow();
      if (widest.end - widest.start < 2) {
        break;
      }
      boxes.remove(widest);
      int middle = widest.split();
      boxes.add(new Box(all, widest.start, middle));
      boxes.add(new Box(all, middle, widest.end));
    }
    return boxes.stream()
        .mapToInt(box -> box.mean() ^ 0x80000000)
        .sorted()
        .map(colour -> colour ^ 0x80000000)
        .distinct()
        .toArray();
  }

  private int nearest(int colour) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colours.length && least > 0; i++) {
      int distance = 0;
      for (int shift : SHIFTS) {
        int step = (colours[i] >>> shift & 0xff) - (colour >>> shift & 0xff);
        distance += step * step;
      }
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /** A part of the sorted colours. */
  private final class Box {
    private final int[] all;
    private final int start;
    private final int end;
    private int axis;
    private long pixels;
    private double weight;

    Box(int[] all, int start, int end) {
      this.all = all;
      this.start = start;
      this.end = end;
      int widest = -1;
      for (int shift : SHIFTS) {
        int min = 255;
        int max = 0;
        for (int i = start; i < end; i++) {
          min = Math.min(min, all[i] >>> shift & 0xff);
          max = Math.max(max, all[i] >>> shift & 0xff);
        }
        if (max - min > widest) {
          widest = max - min;
          axis = shift;
        }
      }
      for (int i = start; i < end; i++) {
        pixels += counts[slot(all[i])];
      }
      weight = end - start < 2 ? 0 : widest * Math.sqrt(pixels);
    }

    /** Sorts along the longest axis; the place where half of the pixels lie on each side. */
    int split() {
      Integer[] sorted = new Integer[end - start];
      for (int i = 0; i < sorted.length; i++) {
        sorted[i] = all[start + i];
      }
      Arrays.sort(sorted, Comparator.comparingInt(colour -> colour >>> axis & 0xff));
      long half = 0;
      int middle = start + 1;
      for (int i = 0; i < sorted.length; i++) {
        all[start + i] = sorted[i];
        half += counts[slot(sorted[i])];
        if (half * 2 <= pixels) {
          middle = start + i + 1;
        }
      }
      return Math.min(Math.max(middle, start + 1), end - 1);
    }

    int mean() {
      int mean = 0;
      for (int shift : SHIFTS) {
        long sum = 0;
        for (int i = start; i < end; i++) {
          sum += (long) (all[i] >>> shift & 0xff) * counts[slot(all[i])];
        }
        mean |= (int) ((sum + pixels / 2) / pixels) << shift;
      }
      return mean;
    }
  }
}
