package org.tuguan.core.tile;

/**
 * Geometry of one kind as drawing commands (Mapbox Vector Tile 2.1, section 4.3): numbers are
 * relative to the point before. For one thread.
 */
final class TileCommands {
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private final ProtoBuffer buffer = new ProtoBuffer();
  private long lastX;
  private long lastY;

  void clear() {
    buffer.clear();
    lastX = 0;
    lastY = 0;
  }

  boolean empty() {
    return buffer.size() == 0;
  }

  byte[] toBytes() {
    return buffer.toBytes();
  }

  /**
   * @param xy whole numbers as x,y pairs; no two of them equal
   */
  void points(double[] xy, int count) {
    command(MOVE_TO, count);
    for (int i = 0; i < count; i++) {
      move(xy[2 * i], xy[2 * i + 1]);
    }
  }

  /**
   * @param xy whole numbers as x,y pairs; neighbours differ
   */
  void line(double[] xy, int count) {
    command(MOVE_TO, 1);
    move(xy[0], xy[1]);
    command(LINE_TO, count - 1);
    for (int i = 1; i < count; i++) {
      move(xy[2 * i], xy[2 * i + 1]);
    }
  }

  /**
   * @param xy whole numbers as x,y pairs; the first is not repeated at the end
   * @param backwards the ring begins at the same point and runs the other way
   */
  void ring(double[] xy, int count, boolean backwards) {
    for (int i = 0; i < count; i++) {
      int at = 2 * (backwards && i > 0 ? count - i : i);
      if (i < 2) {
        command(i == 0 ? MOVE_TO : LINE_TO, i == 0 ? 1 : count - 1);
      }
      move(xy[at], xy[at + 1]);
    }
    command(CLOSE_PATH, 1);
  }

  private void command(int id, int count) {
    buffer.varint((long) count << 3 | id);
  }

  private void move(double x, double y) {
    buffer.zigzag((long) x - lastX);
    buffer.zigzag((long) y - lastY);
    lastX = (long) x;
    lastY = (long) y;
  }
}
