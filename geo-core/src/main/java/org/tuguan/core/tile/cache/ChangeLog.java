package org.tuguan.core.tile.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/**
 * What has changed where, in the order in which it was told. Boxes are kept in the systems of all
 * grids; when a layer has too many, older neighbours in time become one box around both, so that
 * some tiles go stale that need not, and none stays that must go. Safe for any thread.
 */
final class ChangeLog {
  /** Boxes of a layer. */
  static final int MOST = 256;

  /** A change of all layers; no layer is called so. */
  static final String ALL = "*";

  /** A box bends when it goes to another system, between the points that are followed. */
  private static final double BEND = 1e-3;

  private final List<Crs> systems;
  private final Map<String, List<Change>> layers = new ConcurrentHashMap<>();
  private volatile long sequence;

  ChangeLog(List<Crs> systems) {
    this.systems = List.copyOf(systems);
  }

  /**
   * @param boxes one for each system, null where the system cannot show it; null for everywhere
   */
  record Change(long sequence, String layer, List<Bounds> boxes) {
    private Change with(Change later) {
      if (boxes == null || later.boxes == null) {
        return new Change(later.sequence, layer, null);
      }
      List<Bounds> around = new ArrayList<>();
      for (int i = 0; i < boxes.size(); i++) {
        Bounds one = boxes.get(i);
        Bounds other = later.boxes.get(i);
        around.add(one == null ? other : other == null ? one : one.union(other));
      }
      return new Change(later.sequence, layer, around);
    }

    private boolean meets(int system, Bounds area) {
      if (boxes == null || system < 0) {
        return true;
      }
      Bounds box = boxes.get(system);
      return box != null && box.intersects(area);
    }
  }

  List<Crs> systems() {
    return systems;
  }

  /** Of the last change; what is made from now on shows it. */
  long sequence() {
    return sequence;
  }

  /** From now on changes come after this. */
  synchronized void startAfter(long least) {
    sequence = Math.max(sequence, least);
  }

  /**
   * @param box in any system; null for everywhere
   */
  synchronized Change add(String layer, Bounds box) {
    Change change = new Change(sequence + 1, layer, box == null ? null : boxes(box));
    restore(change);
    return change;
  }

  /** As it was told before. */
  synchronized void restore(Change change) {
    List<Change> changes = new ArrayList<>(layers.getOrDefault(change.layer, List.of()));
    if (change.boxes == null) {
      changes.clear();
    }
    changes.add(change);
    layers.put(change.layer, changes.size() > MOST ? joined(changes) : List.copyOf(changes));
    sequence = Math.max(sequence, change.sequence);
  }

  private static List<Change> joined(List<Change> changes) {
    List<Change> fewer = new ArrayList<>();
    int old = changes.size() / 4 * 2;
    for (int i = 0; i < old; i += 2) {
      fewer.add(changes.get(i).with(changes.get(i + 1)));
    }
    fewer.addAll(changes.subList(old, changes.size()));
    return List.copyOf(fewer);
  }

  private List<Bounds> boxes(Bounds box) {
    List<Bounds> boxes = new ArrayList<>();
    for (Crs system : systems) {
      boxes.add(
          CoordinateTransform.between(box.crs(), system)
              .find(box)
              .map(found -> found.expand(BEND * Math.max(found.width(), found.height())))
              .orElse(null));
    }
    return boxes;
  }

  /**
   * True if one of the layers has changed in the area.
   *
   * @param after sequence of the last change that does not count
   */
  boolean touched(TileInputs inputs, long after) {
    if (after >= sequence) {
      return false;
    }
    int system = systems.indexOf(inputs.area().crs());
    for (String layer : inputs.layers()) {
      if (touched(layer, system, inputs.area(), after)) {
        return true;
      }
    }
    return touched(ALL, system, inputs.area(), after);
  }

  private boolean touched(String layer, int system, Bounds area, long after) {
    List<Change> changes = layers.getOrDefault(layer, List.of());
    for (int i = changes.size() - 1; i >= 0 && changes.get(i).sequence > after; i--) {
      if (changes.get(i).meets(system, area)) {
        return true;
      }
    }
    return false;
  }

  /** All that is known, so that restoring it in this order makes an equal log. */
  synchronized void forEach(Consumer<Change> reader) {
    layers.values().forEach(changes -> changes.forEach(reader));
  }
}
