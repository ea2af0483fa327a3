package org.tuguan.api.wms;

import java.util.List;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.feature.Feature;

/** What one layer has at a point; may be nothing. */
record FoundFeatures(Layer layer, List<Feature> features) {
  FoundFeatures {
    features = List.copyOf(features);
  }

  /** Of one of the features, unique in the catalog. */
  String id(Feature feature) {
    return layer.name() + "." + feature.id();
  }
}
