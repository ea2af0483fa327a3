package org.tuguan.core.snapshot;

import java.util.List;
import java.util.stream.Stream;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.FeatureType;

/** Layers in memory for tests. */
public final class LiveLayers {
  private LiveLayers() {}

  public static LiveLayer of(
      FeatureSource source, FeatureType type, List<String> attributes, Stream<Feature> features) {
    LiveLayer layer = new LiveLayer(source);
    layer.load(
        new SnapshotBuilder(type, attributes).build(features, Long.MAX_VALUE).orElseThrow(), 1);
    return layer;
  }

  /** As if these rows had changed, or were gone if they are not among {@code rows}. */
  public static void replace(
      LiveLayer layer, List<String> ids, List<Feature> rows, List<String> attributes) {
    layer.replace(
        ids,
        new SnapshotBuilder(layer.type(), attributes)
            .build(rows.stream(), Long.MAX_VALUE)
            .orElseThrow(),
        2);
  }
}
