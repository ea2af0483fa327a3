package org.tuguan.core.exports;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * The R-tree of a feature table, packed at once in the order of a Hilbert curve and written into
 * the tables behind SQLite's R-tree module (its file format is documented and stable): row by row
 * through the module it takes several times as long as the features themselves. Keeps 28 bytes a
 * feature. For one thread.
 */
final class GeoPackageIndex {
  /** Of a node of two dimensions, as the module has it where pages are of 4096 bytes. */
  private static final int MOST_CELLS = 51;

  private static final int CELL = 8 + 4 * Float.BYTES;
  private static final int NODE = 4 + MOST_CELLS * CELL;
  private static final int ROOT = 1;
  private static final int HILBERT_LEVEL = 16;

  private long[] ids = new long[1 << 10];
  private float[] boxes = new float[4 << 10];
  private int count;

  /** Boxes are rounded outward to single precision, as the module does. */
  void add(long id, Envelope box) {
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, 2 * count);
      boxes = Arrays.copyOf(boxes, 8 * count);
    }
    ids[count] = id;
    boxes[4 * count] = down(box.getMinX());
    boxes[4 * count + 1] = up(box.getMaxX());
    boxes[4 * count + 2] = down(box.getMinY());
    boxes[4 * count + 3] = up(box.getMaxY());
    count++;
  }

  private static float down(double value) {
    float rounded = (float) value;
    return rounded > value ? Math.nextDown(rounded) : rounded;
  }

  private static float up(double value) {
    float rounded = (float) value;
    return rounded < value ? Math.nextUp(rounded) : rounded;
  }

  /**
   * @param table the virtual table's name; empty until now
   */
  void write(Connection connection, String table, Envelope extent) throws SQLException {
    Level leaves = new Level(inHilbertOrder(extent), boxes);
    try (Statement statement = connection.createStatement();
        Writer writer = new Writer(connection, table)) {
      statement.execute("DELETE FROM " + quoted(table + "_node"));
      writer.write(leaves, Arrays.copyOf(ids, count));
    }
  }

  /** Positions of the features. */
  private long[] inHilbertOrder(Envelope extent) {
    double scale =
        ((1 << HILBERT_LEVEL) - 1)
            / Math.max(Math.max(extent.getWidth(), extent.getHeight()), Double.MIN_NORMAL);
    long[] order = new long[count];
    for (int i = 0; i < count; i++) {
      double x = (boxes[4 * i] + (double) boxes[4 * i + 1]) / 2 - extent.getMinX();
      double y = (boxes[4 * i + 2] + (double) boxes[4 * i + 3]) / 2 - extent.getMinY();
      long code =
          Integer.toUnsignedLong(
              HilbertCode.encode(HILBERT_LEVEL, clamp(x * scale), clamp(y * scale)));
      order[i] = code << 31 | i;
    }
    Arrays.sort(order);
    for (int i = 0; i < count; i++) {
      order[i] &= Integer.MAX_VALUE;
    }
    return order;
  }

  private static int clamp(double value) {
    return (int) Math.max(0, Math.min((1 << HILBERT_LEVEL) - 1, value));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * What the nodes of one level hold.
   *
   * @param items in order: positions of features, or numbers of nodes
   * @param boxes west, east, south, north of each position, or of each node in order
   */
  private record Level(long[] items, float[] boxes) {}

  /** Numbers nodes from 2 on; 1 is the root. */
  private static final class Writer implements AutoCloseable {
    private final PreparedStatement node;
    private final PreparedStatement parent;
    private final PreparedStatement row;
    private int next = ROOT + 1;

    Writer(Connection connection, String table) throws SQLException {
      node = insert(connection, table + "_node");
      parent = insert(connection, table + "_parent");
      row = insert(connection, table + "_rowid");
    }

    private static PreparedStatement insert(Connection connection, String table)
        throws SQLException {
      return connection.prepareStatement("INSERT INTO " + quoted(table) + " VALUES (?, ?)");
    }

    void write(Level leaves, long[] ids) throws SQLException {
      int[] nodeOf = new int[ids.length];
      Level level = leaves;
      int depth = 0;
      while (level.items().length > MOST_CELLS) {
        level = parents(level, depth, ids, nodeOf);
        depth++;
      }
      writeNode(ROOT, depth, level, 0, level.items().length, depth == 0 ? ids : null);
      for (int i = 0; i < level.items().length; i++) {
        place(level.items()[i], ROOT, depth, nodeOf);
      }
      for (int i = 0; i < leaves.items().length; i++) {
        put(row, ids[i], nodeOf[i]);
      }
    }

    /** Groups of even size, each a node of the level above. */
    private Level parents(Level level, int depth, long[] ids, int[] nodeOf) throws SQLException {
      int size = level.items().length;
      int nodes = (size + MOST_CELLS - 1) / MOST_CELLS;
      long[] numbers = new long[nodes];
      float[] boxes = new float[4 * nodes];
      for (int i = 0; i < nodes; i++) {
        int from = (int) ((long) size * i / nodes);
        int to = (int) ((long) size * (i + 1) / nodes);
        numbers[i] = next++;
        writeNode((int) numbers[i], 0, level, from, to, depth == 0 ? ids : null);
        Arrays.fill(boxes, 4 * i, 4 * i + 4, Float.NaN);
        for (int j = from; j < to; j++) {
          place(level.items()[j], (int) numbers[i], depth, nodeOf);
          expand(boxes, i, level.boxes(), box(level, j, depth));
        }
      }
      return new Level(numbers, boxes);
    }

    private static int box(Level level, int item, int depth) {
      return depth == 0 ? (int) level.items()[item] : item;
    }

    private void place(long item, int node, int depth, int[] nodeOf) throws SQLException {
      if (depth == 0) {
        nodeOf[(int) item] = node;
      } else {
        put(parent, item, node);
      }
    }

    private static void expand(float[] boxes, int at, float[] others, int other) {
      for (int side = 0; side < 4; side++) {
        float mine = boxes[4 * at + side];
        float theirs = others[4 * other + side];
        boolean wider = side % 2 == 0 ? theirs < mine : theirs > mine;
        if (Float.isNaN(mine) || wider) {
          boxes[4 * at + side] = theirs;
        }
      }
    }

    /**
     * @param ids of the features if the cells are features, else null
     */
    @SuppressWarnings("TooManyParameters")
    private void writeNode(int number, int depth, Level level, int from, int to, long[] ids)
        throws SQLException {
      ByteBuffer data = ByteBuffer.allocate(NODE);
      data.putShort((short) depth).putShort((short) (to - from));
      for (int i = from; i < to; i++) {
        int box = ids == null ? i : (int) level.items()[i];
        data.putLong(ids == null ? level.items()[i] : ids[box]);
        for (int side = 0; side < 4; side++) {
          data.putFloat(level.boxes()[4 * box + side]);
        }
      }
      node.setLong(1, number);
      node.setBytes(2, data.array());
      node.executeUpdate();
    }

    private static void put(PreparedStatement statement, long key, long value) throws SQLException {
      statement.setLong(1, key);
      statement.setLong(2, value);
      statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
      try (node;
          parent;
          row) {
        node.clearParameters();
      }
    }
  }
}
