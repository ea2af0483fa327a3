package org.tuguan.core.feature.cql2;

import org.geotools.api.filter.Filter;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.FeatureType;

/**
 * Reads CQL2. What cannot be understood or does not fit the data set is a {@link RequestException}
 * about the parameter {@code filter} that names the place.
 */
public final class Cql2 {
  private static final int LONGEST = 100_000;

  private Cql2() {}

  /**
   * Reads CQL2 text.
   *
   * @param crs system of the geometries in the filter, which are written in its authority's axis
   *     order
   * @return a filter whose geometries are in the system of {@code type}, x east
   */
  public static Filter text(String filter, FeatureType type, Crs crs) {
    return compile(new TextParser(limited(filter)).parse(), type, crs);
  }

  /** As {@link #text}, for CQL2 JSON. */
  public static Filter json(String filter, FeatureType type, Crs crs) {
    return compile(JsonNodes.parse(limited(filter)), type, crs);
  }

  private static Filter compile(Node node, FeatureType type, Crs crs) {
    return new FilterCompiler(type, crs).compile(node);
  }

  private static String limited(String filter) {
    if (filter.length() > LONGEST) {
      throw new RequestException(
          Fault.TOO_LARGE, "filter", "filter: at most %d characters".formatted(LONGEST));
    }
    return filter;
  }
}
