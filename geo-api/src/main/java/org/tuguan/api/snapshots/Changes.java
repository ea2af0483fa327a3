package org.tuguan.api.snapshots;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.snapshot.LayerView;

/**
 * Entries of the change log taken together.
 *
 * @param keys of rows changed by statements that name them
 * @param wide boxes in which any row may have changed
 * @param boxes around all changes; empty if they may be anywhere
 * @param many true if the layer should rather be read anew
 * @param last when the latest was made
 */
record Changes(
    Set<String> keys, List<Bounds> wide, Optional<List<Bounds>> boxes, boolean many, Instant last) {
  /** Entries that are read at once; more make it {@link #many}. */
  static final int MOST_ENTRIES = 20_000;

  private static final int MOST_KEYS = 20_000;
  private static final int MOST_WIDE = 8;
  private static final int MOST_BOXES = 64;
  private static final int FEW_ROWS = 2_000;

  /**
   * @param entries at least one
   */
  static Changes of(List<PostGisChanges.Entry> entries) {
    Set<String> keys = new LinkedHashSet<>();
    Set<Bounds> wide = new LinkedHashSet<>();
    Set<Bounds> boxes = new LinkedHashSet<>();
    boolean anywhere = entries.size() > MOST_ENTRIES;
    Instant last = Instant.EPOCH;
    for (PostGisChanges.Entry entry : entries) {
      last = entry.at().isAfter(last) ? entry.at() : last;
      entry.keys().ifPresent(keys::addAll);
      if (entry.boxes().isEmpty()) {
        anywhere = true;
      } else {
        boxes.addAll(entry.boxes().get());
        if (entry.keys().isEmpty()) {
          wide.addAll(entry.boxes().get());
        }
      }
    }
    return new Changes(
        keys,
        List.copyOf(wide),
        anywhere ? Optional.empty() : Optional.of(few(List.copyOf(boxes))),
        anywhere || keys.size() > MOST_KEYS || wide.size() > MOST_WIDE,
        last);
  }

  /** Caches and pages are told of a bounded number of boxes, whatever happens. */
  private static List<Bounds> few(List<Bounds> boxes) {
    if (boxes.size() <= MOST_BOXES) {
      return boxes;
    }
    Bounds all = boxes.stream().reduce(Bounds::union).orElseThrow();
    return List.copyOf(
        boxes.stream()
            .collect(Collectors.toMap(box -> cell(box, all), box -> box, Bounds::union))
            .values());
  }

  /** Neighbours share a cell of a grid of eight by eight. */
  private static int cell(Bounds box, Bounds all) {
    int side = 8;
    double x = (box.minX() + box.maxX()) / 2 - all.minX();
    double y = (box.minY() + box.maxY()) / 2 - all.minY();
    int column = (int) Math.min(side - 1, side * x / Math.max(all.width(), 1e-9));
    int row = (int) Math.min(side - 1, side * y / Math.max(all.height(), 1e-9));
    return row * side + column;
  }

  /** Rows in memory that lie in the wide boxes; empty if so many that the layer is read anew. */
  Optional<Set<String>> listWide(LayerView view) {
    int most = Math.max(FEW_ROWS, view.size() / 5);
    Set<String> ids = new LinkedHashSet<>();
    for (LayerView.Part part : view.parts()) {
      for (Bounds box : wide) {
        part.snapshot()
            .search(
                box,
                row -> {
                  if (!part.hidden().get(row)) {
                    ids.add(part.snapshot().id(row));
                  }
                  return ids.size() <= most;
                });
      }
    }
    return ids.size() > most ? Optional.empty() : Optional.of(ids);
  }
}
