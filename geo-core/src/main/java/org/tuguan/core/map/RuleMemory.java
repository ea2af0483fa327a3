package org.tuguan.core.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.geotools.api.filter.Filter;
import org.tuguan.core.map.LayerStyle.Pass;
import org.tuguan.core.snapshot.RenderSnapshot;

/**
 * Remembers which rules draw which rows of a snapshot, as long as the snapshot lives, so that
 * filters are not evaluated for each feature of each picture. Safe for any thread.
 */
final class RuleMemory {
  /** Passes of one snapshot; each may take four bytes for each row. */
  private static final int MOST = 8;

  private final Map<RenderSnapshot, Map<Key, int[]>> known = new WeakHashMap<>();

  private record Key(List<Filter> filters, List<Boolean> otherwise, boolean firstMatchOnly) {}

  /** What is known about a pass so far: made by the first who asks, filled by all. */
  synchronized int[] of(RenderSnapshot snapshot, Pass pass, int size) {
    Map<Key, int[]> passes = known.computeIfAbsent(snapshot, unused -> new HashMap<>());
    Key key =
        new Key(
            pass.rules().stream()
                .map(rule -> rule.filter() == null ? Filter.INCLUDE : rule.filter())
                .toList(),
            pass.rules().stream().map(LayerStyle.ActiveRule::otherwise).toList(),
            pass.firstMatchOnly());
    int[] found = passes.get(key);
    if (found == null) {
      if (passes.size() >= MOST) {
        passes.clear();
      }
      found = new int[size];
      passes.put(key, found);
    }
    return found;
  }
}
