package org.tuguan.core.snapshot;

import java.util.Arrays;

/**
 * A static R-tree over boxes that are already in a good order (Hilbert): nodes of four neighbours,
 * in one array, from the leaves up. Nodes are numbered as they lie there: items first. Immutable.
 */
final class BoxTree {
  private static final int FAN_BITS = 2;
  private static final int FAN = 1 << FAN_BITS;

  private final int size;
  private final int[] boxes;
  private final int[] levelEnds;

  /**
   * @param leaves minX, minY, maxX, maxY of each item; a box with minX above maxX is empty and
   *     never found
   */
  BoxTree(int[] leaves) {
    size = leaves.length / 4;
    levelEnds = levels(size);
    boxes = Arrays.copyOf(leaves, 4 * levelEnds[levelEnds.length - 1]);
    int start = 0;
    for (int level = 1; level < levelEnds.length; level++) {
      fill(start, levelEnds[level - 1]);
      start = levelEnds[level - 1];
    }
  }

  private static int[] levels(int size) {
    int[] ends = new int[2 + Integer.SIZE / FAN_BITS];
    int level = 0;
    int count = size;
    int total = size;
    ends[level++] = total;
    while (count > 1) {
      count = (count + FAN - 1) / FAN;
      total += count;
      ends[level++] = total;
    }
    return Arrays.copyOf(ends, level);
  }

  /** Makes the level above the nodes from {@code start} to {@code end}. */
  private void fill(int start, int end) {
    for (int i = start; i < end; i++) {
      int parent = 4 * (end + (i - start) / FAN);
      boolean first = (i - start) % FAN == 0;
      for (int side = 0; side < 4; side++) {
        int value = boxes[4 * i + side];
        int old = boxes[parent + side];
        boxes[parent + side] =
            first ? value : side < 2 ? Math.min(old, value) : Math.max(old, value);
      }
    }
  }

  /** Receives what is found; false ends the search. */
  interface Visitor {
    boolean visit(int item);
  }

  /** Asked before the items of a node are looked at one by one. */
  interface Runs {
    /**
     * True if the node is taken as it is, and none of its items is visited.
     *
     * @param first the first of its items, which are neighbours
     * @param end the one after the last
     */
    boolean whole(int node, int first, int end);
  }

  /**
   * Items whose box meets this one, in their order, but for those of nodes that are taken whole.
   */
  void search(int[] wanted, Runs runs, Visitor visitor) {
    if (size > 0) {
      search(levelEnds.length - 1, 0, new Search(wanted, runs, visitor));
    }
  }

  private record Search(int[] wanted, Runs runs, Visitor visitor) {}

  private boolean search(int level, int index, Search search) {
    int node = start(level) + index;
    if (!meets(node, search.wanted())) {
      return true;
    }
    if (level == 0) {
      return search.visitor().visit(index);
    }
    int shift = level * FAN_BITS;
    int last = (int) Math.min(size, (index + 1L) << shift);
    if (search.runs().whole(node, index << shift, last)) {
      return true;
    }
    int end = Math.min(levelEnds[level - 1] - start(level - 1), (index + 1) * FAN);
    for (int child = index * FAN; child < end; child++) {
      if (!search(level - 1, child, search)) {
        return false;
      }
    }
    return true;
  }

  private int start(int level) {
    return level == 0 ? 0 : levelEnds[level - 1];
  }

  private boolean meets(int node, int[] wanted) {
    int at = 4 * node;
    return boxes[at] <= wanted[2]
        && boxes[at + 1] <= wanted[3]
        && boxes[at + 2] >= wanted[0]
        && boxes[at + 3] >= wanted[1];
  }

  /** Writes the box of an item, as it was given. */
  void copyBox(int item, int[] target, int at) {
    System.arraycopy(boxes, 4 * item, target, at, 4);
  }

  /** The number of the box around all; the tree must not be empty. */
  int root() {
    return nodes() - 1;
  }

  /** Items and runs of items. */
  int nodes() {
    return levelEnds[levelEnds.length - 1];
  }

  /** The first item of a node, which may be an item itself. */
  int first(int node) {
    int level = level(node);
    return (node - start(level)) << level * FAN_BITS;
  }

  /** The item after the last of a node. */
  int end(int node) {
    int level = level(node);
    return (int) Math.min(size, (node - start(level) + 1L) << level * FAN_BITS);
  }

  private int level(int node) {
    int level = 0;
    while (node >= levelEnds[level]) {
      level++;
    }
    return level;
  }

  int minX(int item) {
    return boxes[4 * item];
  }

  int minY(int item) {
    return boxes[4 * item + 1];
  }

  int maxX(int item) {
    return boxes[4 * item + 2];
  }

  int maxY(int item) {
    return boxes[4 * item + 3];
  }

  long bytes() {
    return 4L * boxes.length;
  }
}
