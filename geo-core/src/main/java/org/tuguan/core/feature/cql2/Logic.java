package org.tuguan.core.feature.cql2;

import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;

/** AND, OR and NOT that keep constants out of what they make. */
final class Logic {
  private final FilterFactory filters;

  Logic(FilterFactory filters) {
    this.filters = filters;
  }

  Filter and(List<Filter> parts) {
    if (parts.contains(Filter.EXCLUDE)) {
      return Filter.EXCLUDE;
    }
    List<Filter> kept = parts.stream().filter(part -> part != Filter.INCLUDE).distinct().toList();
    return kept.isEmpty() ? Filter.INCLUDE : kept.size() == 1 ? kept.get(0) : filters.and(kept);
  }

  Filter or(List<Filter> parts) {
    if (parts.contains(Filter.INCLUDE)) {
      return Filter.INCLUDE;
    }
    List<Filter> kept = parts.stream().filter(part -> part != Filter.EXCLUDE).distinct().toList();
    return kept.isEmpty() ? Filter.EXCLUDE : kept.size() == 1 ? kept.get(0) : filters.or(kept);
  }

  Filter not(Filter part) {
    if (part == Filter.INCLUDE) {
      return Filter.EXCLUDE;
    }
    return part == Filter.EXCLUDE ? Filter.INCLUDE : filters.not(part);
  }

  static Filter constant(boolean value) {
    return value ? Filter.INCLUDE : Filter.EXCLUDE;
  }

  /** The filter, or its answer where no attribute is involved. */
  Filter decided(boolean constant, Filter filter) {
    return constant ? constant(filter.evaluate(null)) : filter;
  }
}
