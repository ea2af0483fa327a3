package org.tuguan.core.map;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers what parts of the picture labels cover. Belongs to one thread. */
final class CollisionGrid {
  private static final int CELL = 64;

  private final Map<Long, List<Rectangle2D>> cells = new HashMap<>();

  /** True if none of the boxes, grown by {@code margin} pixels, meets a box that was added. */
  boolean free(List<Rectangle2D> boxes, double margin) {
    for (Rectangle2D box : boxes) {
      Rectangle2D grown =
          new Rectangle2D.Double(
              box.getX() - margin,
              box.getY() - margin,
              box.getWidth() + 2 * margin,
              box.getHeight() + 2 * margin);
      for (long cell : cells(grown)) {
        for (Rectangle2D taken : cells.getOrDefault(cell, List.of())) {
          if (taken.intersects(grown)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  void add(List<Rectangle2D> boxes) {
    for (Rectangle2D box : boxes) {
      for (long cell : cells(box)) {
        cells.computeIfAbsent(cell, unused -> new ArrayList<>()).add(box);
      }
    }
  }

  private static List<Long> cells(Rectangle2D box) {
    List<Long> cells = new ArrayList<>();
    for (int x = cell(box.getMinX()); x <= cell(box.getMaxX()); x++) {
      for (int y = cell(box.getMinY()); y <= cell(box.getMaxY()); y++) {
        cells.add((long) x << 32 | y & 0xffffffffL);
      }
    }
    return cells;
  }

  private static int cell(double at) {
    return (int) Math.floor(at / CELL);
  }
}
