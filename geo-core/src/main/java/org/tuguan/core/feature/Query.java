package org.tuguan.core.feature;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.tuguan.core.crs.Bounds;

/**
 * What is wanted of a data set.
 *
 * @param bounds features whose box meets this one; in any system; empty for everywhere
 * @param filter {@link Filter#INCLUDE} for all; geometries in it are in the data set's system;
 *     attribute names must exist
 * @param attributes which attributes are read, the others come as null; empty for all
 * @param limit at most so many; -1 for all
 * @param after only rows whose key comes after this one, in key order; empty for the start. A query
 *     with a limit or an {@code after} answers in key order, others in any order
 * @param resolution if above 0: the size of a pixel in units of the data set; vertices closer than
 *     that may be dropped
 */
public record Query(
    Optional<Bounds> bounds,
    Filter filter,
    Optional<List<String>> attributes,
    int limit,
    Optional<String> after,
    double resolution) {
  /** Everything. */
  public static final Query ALL =
      new Query(Optional.empty(), Filter.INCLUDE, Optional.empty(), -1, Optional.empty(), 0);

  public Query {
    Objects.requireNonNull(bounds);
    Objects.requireNonNull(filter);
    Objects.requireNonNull(after);
    attributes = attributes.map(List::copyOf);
  }

  public Query withBounds(Bounds wanted) {
    return new Query(Optional.of(wanted), filter, attributes, limit, after, resolution);
  }

  public Query withFilter(Filter wanted) {
    return new Query(bounds, wanted, attributes, limit, after, resolution);
  }

  public Query withAttributes(List<String> wanted) {
    return new Query(bounds, filter, Optional.of(wanted), limit, after, resolution);
  }

  public Query withLimit(int wanted) {
    return new Query(bounds, filter, attributes, wanted, after, resolution);
  }

  public Query withAfter(String key) {
    return new Query(bounds, filter, attributes, limit, Optional.of(key), resolution);
  }

  public Query withResolution(double wanted) {
    return new Query(bounds, filter, attributes, limit, after, wanted);
  }
}
