package org.tuguan.core.tile;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.geotools.api.filter.Filter;
import org.tuguan.core.feature.FeatureSource;

/**
 * One layer of a vector tile.
 *
 * @param name in the tile
 * @param source of the features; a {@link org.tuguan.core.snapshot.LiveLayer} that is in memory is
 *     read without the database
 * @param filter {@link Filter#INCLUDE} for all; geometries in it are in the source's system
 * @param attributes names of the source's type whose values go into the tile
 */
public record VectorTileLayer(
    String name, FeatureSource source, Filter filter, List<String> attributes) {
  /** Throws {@link IllegalArgumentException} for an attribute that is named twice or not there. */
  public VectorTileLayer {
    Objects.requireNonNull(name);
    Objects.requireNonNull(filter);
    attributes = List.copyOf(attributes);
    if (new HashSet<>(attributes).size() < attributes.size()) {
      throw new IllegalArgumentException("an attribute is named twice: " + attributes);
    }
    for (String attribute : attributes) {
      if (source.type().position(attribute) < 0) {
        throw new IllegalArgumentException(source.type().name() + " has no " + attribute);
      }
    }
  }
}
