package org.tuguan.api.snapshots;

import java.sql.Connection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.Query;
import org.tuguan.core.snapshot.LayerView;
import org.tuguan.core.snapshot.RenderSnapshot;
import org.tuguan.core.snapshot.SnapshotBuilder;

/** Reads changed rows of a layer, as of the moment that the connection is in. */
final class RowReader {
  private final Connection moment;
  private final FollowedLayer layer;

  RowReader(Connection moment, FollowedLayer layer) {
    this.moment = moment;
    this.layer = layer;
  }

  /**
   * What turns an older view into that of the moment.
   *
   * @param ids of rows to take out
   * @param rows to put in
   */
  record Delta(Set<String> ids, RenderSnapshot rows) {}

  /** Empty if so much has changed that the layer is better read anew. */
  Optional<Delta> read(Changes changes, LayerView view) {
    if (changes.many()) {
      return Optional.empty();
    }
    Optional<Set<String>> wide = changes.listWide(view);
    if (wide.isEmpty()) {
      return Optional.empty();
    }
    Set<String> ids = new LinkedHashSet<>(wide.get());
    ids.addAll(changes.keys());
    List<String> attributes = List.copyOf(view.parts().get(0).snapshot().attributes());
    Set<String> found = new LinkedHashSet<>();
    Stream<Feature> rows = Stream.empty();
    for (Bounds box : changes.wide()) {
      rows = Stream.concat(rows, inBox(box, attributes));
    }
    rows = Stream.concat(rows, byKey(changes.keys(), attributes));
    try (Stream<Feature> each = rows.filter(feature -> found.add(feature.id()))) {
      int most = view.size() / 2 + ids.size() + 10_000;
      Optional<RenderSnapshot> snapshot =
          new SnapshotBuilder(layer.table().type(), attributes)
              .withStoredGeometries(layer.table().keyIsText())
              .build(each.limit(most), Long.MAX_VALUE);
      ids.addAll(found);
      return snapshot.filter(read -> read.size() < most).map(read -> new Delta(ids, read));
    }
  }

  private Stream<Feature> inBox(Bounds box, List<String> attributes) {
    return layer.source().features(moment, Query.ALL.withAttributes(attributes).withBounds(box));
  }

  private Stream<Feature> byKey(Set<String> keys, List<String> attributes) {
    return keys.isEmpty() ? Stream.empty() : layer.source().features(moment, keys, attributes);
  }
}
