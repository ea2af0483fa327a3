package org.tuguan.core.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * The packed R-tree of a FlatGeobuf file: boxes of 16 neighbours in the order of a Hilbert curve
 * together make a node, 16 nodes one of the level above, up to the root, which is written first.
 * Keeps 44 bytes a feature. For one thread.
 */
final class FlatGeobufIndex {
  static final int NODE_SIZE = 16;

  /** Four numbers of double precision, then where the first child is. */
  private static final int NODE_BYTES = 5 * 8;

  private static final int HILBERT_LEVEL = 16;

  private final Envelope extent = new Envelope();
  private double[] boxes = new double[4 << 10];
  private long[] places = new long[(1 << 10) + 1];
  private long[] order = {};
  private int count;

  /** The box of the feature that is added next. */
  void box(double west, double south, double east, double north) {
    int at = 4 * count;
    if (at >= boxes.length) {
      boxes = Arrays.copyOf(boxes, Math.max(2 * boxes.length, at + 4));
    }
    boxes[at] = west;
    boxes[at + 1] = south;
    boxes[at + 2] = east;
    boxes[at + 3] = north;
    extent.expandToInclude(west, south);
    extent.expandToInclude(east, north);
  }

  /**
   * @param size of the feature in bytes
   */
  void add(int size) {
    if (count + 1 == places.length) {
      places = Arrays.copyOf(places, 2 * count + 1);
    }
    places[count + 1] = places[count] + size;
    count++;
  }

  int count() {
    return count;
  }

  Envelope extent() {
    return extent;
  }

  /** Every feature has a box. */
  void sort() {
    double scale =
        ((1 << HILBERT_LEVEL) - 1)
            / Math.max(Math.max(extent.getWidth(), extent.getHeight()), Double.MIN_NORMAL);
    order = new long[count];
    for (int i = 0; i < count; i++) {
      int x = (int) (scale * ((boxes[4 * i] + boxes[4 * i + 2]) / 2 - extent.getMinX()));
      int y = (int) (scale * ((boxes[4 * i + 1] + boxes[4 * i + 3]) / 2 - extent.getMinY()));
      order[i] = Integer.toUnsignedLong(HilbertCode.encode(HILBERT_LEVEL, x, y)) << 31 | i;
    }
    Arrays.sort(order);
  }

  /**
   * @param position in the order of the index
   * @return where the feature lies among those that were added
   */
  long place(int position) {
    return places[added(position)];
  }

  /** Of the feature at this position of the index, in bytes. */
  int size(int position) {
    int added = added(position);
    return (int) (places[added + 1] - places[added]);
  }

  private int added(int position) {
    return (int) (order[position] & Integer.MAX_VALUE);
  }

  void write(OutputStream out) throws IOException {
    writeAbove(sortedBoxes(), count, out);
    writeLeaves(out);
  }

  private double[] sortedBoxes() {
    double[] sorted = new double[4 * count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(boxes, 4 * added(i), sorted, 4 * i, 4);
    }
    boxes = sorted;
    return sorted;
  }

  /**
   * Writes the levels above one, the root first.
   *
   * @return the number of the first node of the level below, which those written come before
   */
  private static int writeAbove(double[] below, int size, OutputStream out) throws IOException {
    int nodes = (size + NODE_SIZE - 1) / NODE_SIZE;
    double[] level = new double[4 * nodes];
    for (int i = 0; i < nodes; i++) {
      cover(below, i * NODE_SIZE, Math.min(size, (i + 1) * NODE_SIZE), level, 4 * i);
    }
    int first = nodes > 1 ? writeAbove(level, nodes, out) : 0;
    ByteBuffer node = ByteBuffer.allocate(NODE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < nodes; i++) {
      out.write(node(node, level, i, first + nodes + (long) i * NODE_SIZE));
    }
    return first + nodes;
  }

  private static void cover(double[] boxes, int from, int to, double[] target, int at) {
    System.arraycopy(boxes, 4 * from, target, at, 4);
    for (int i = from + 1; i < to; i++) {
      target[at] = Math.min(target[at], boxes[4 * i]);
      target[at + 1] = Math.min(target[at + 1], boxes[4 * i + 1]);
      target[at + 2] = Math.max(target[at + 2], boxes[4 * i + 2]);
      target[at + 3] = Math.max(target[at + 3], boxes[4 * i + 3]);
    }
  }

  private void writeLeaves(OutputStream out) throws IOException {
    ByteBuffer node = ByteBuffer.allocate(NODE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    long offset = 0;
    for (int i = 0; i < count; i++) {
      out.write(node(node, boxes, i, offset));
      offset += size(i);
    }
  }

  private static byte[] node(ByteBuffer node, double[] boxes, int i, long offset) {
    node.clear();
    for (int side = 0; side < 4; side++) {
      node.putDouble(boxes[4 * i + side]);
    }
    return node.putLong(offset).array();
  }
}
