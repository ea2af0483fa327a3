package org.tuguan.core.map;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what lies near a box of a picture, by cells of 64 pixels. Belongs to one thread. */
final class BoxIndex<T> {
  private static final int CELL = 64;

  private final Map<Long, List<T>> cells = new HashMap<>();

  void add(Rectangle2D box, T what) {
    for (long cell : cells(box)) {
      cells.computeIfAbsent(cell, unused -> new ArrayList<>()).add(what);
    }
  }

  /** All in the cells that the box meets; what lies in several of them comes as often. */
  List<T> near(Rectangle2D box) {
    List<T> near = new ArrayList<>();
    for (long cell : cells(box)) {
      near.addAll(cells.getOrDefault(cell, List.of()));
    }
    return near;
  }

  static Rectangle2D grown(Rectangle2D box, double margin) {
    return new Rectangle2D.Double(
        box.getX() - margin,
        box.getY() - margin,
        box.getWidth() + 2 * margin,
        box.getHeight() + 2 * margin);
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
