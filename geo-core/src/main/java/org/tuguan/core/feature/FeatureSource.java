package org.tuguan.core.feature;

import java.util.Optional;
import java.util.stream.Stream;
import org.tuguan.core.crs.Bounds;

/** One published data set, wherever it is stored. Safe for any thread. */
public interface FeatureSource {
  /** Attributes in order, and the system in which geometries are stored. */
  FeatureType type();

  /**
   * Number of features that match, without reading them; {@code limit} and {@code after} do not
   * matter.
   */
  long count(Query query);

  /** Streams the matches; close it, since it may hold a database cursor until then. */
  Stream<Feature> features(Query query);

  /** The feature with this key, if there is one. */
  Optional<Feature> find(String id);

  /** Around everything, in the data set's system; empty if there are no geometries. */
  Optional<Bounds> bounds();
}
