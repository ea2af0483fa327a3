package org.tuguan.api.features;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Query;

/**
 * Which features of a collection are wanted, and in which form.
 *
 * @param filter all conditions together, geometries in the layer's system
 * @param limit features on the page, at least 1
 * @param after key of the last feature of the page before; empty for the first page
 * @param crs system of the coordinates that are written
 * @param properties attributes to be written; empty for all
 */
record ItemsRequest(
    Layer layer,
    Filter filter,
    int limit,
    Optional<String> after,
    Crs crs,
    Optional<List<String>> properties) {
  ItemsRequest {
    Objects.requireNonNull(layer);
    Objects.requireNonNull(filter);
    Objects.requireNonNull(after);
    Objects.requireNonNull(crs);
    properties = properties.map(List::copyOf);
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit);
    }
  }

  /** The page and one feature more, which tells whether another page follows. */
  Query page() {
    return new Query(Optional.empty(), filter, properties, limit + 1, after, 0);
  }

  /** Everything that matches, on whatever page. */
  Query matches() {
    return Query.ALL.withFilter(filter);
  }
}
