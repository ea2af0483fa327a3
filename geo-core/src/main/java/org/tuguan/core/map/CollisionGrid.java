package org.tuguan.core.map;

import java.awt.geom.Rectangle2D;
import java.util.List;

/** Remembers what parts of the picture labels cover. Belongs to one thread. */
final class CollisionGrid {
  private final BoxIndex<Rectangle2D> taken = new BoxIndex<>();

  /** True if none of the boxes, grown by {@code margin} pixels, meets a box that was added. */
  boolean free(List<Rectangle2D> boxes, double margin) {
    for (Rectangle2D box : boxes) {
      Rectangle2D grown = BoxIndex.grown(box, margin);
      if (taken.near(grown).stream().anyMatch(grown::intersects)) {
        return false;
      }
    }
    return true;
  }

  void add(List<Rectangle2D> boxes) {
    boxes.forEach(box -> taken.add(box, box));
  }
}
