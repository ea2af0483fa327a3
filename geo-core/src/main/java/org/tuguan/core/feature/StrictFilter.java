package org.tuguan.core.feature;

import static org.tuguan.core.feature.TypedFilter.FILTERS;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.filter.FilterAttributeExtractor;

/**
 * Filters for evaluation in memory that select what the database would select.
 *
 * <p>A comparison with a missing value is neither true nor false (OGC CQL2, and SQL), so that NOT
 * of it does not select either; GeoTools by itself takes it as false. Two differences remain: texts
 * that look like numbers are put in order as numbers by GeoTools, and a division by zero is
 * infinite in memory and missing in the database.
 */
public final class StrictFilter {
  private StrictFilter() {}

  /**
   * Checked as by {@link TypedFilter}, ready for {@link Filter#evaluate} on features of the type.
   */
  public static Filter of(FeatureType type, Filter filter) {
    return strict(TypedFilter.of(type, filter), false);
  }

  private static Filter strict(Filter filter, boolean negated) {
    if (filter instanceof Not not) {
      return strict(not.getFilter(), !negated);
    }
    if (filter instanceof And and) {
      List<Filter> parts = strict(and.getChildren(), negated);
      return negated ? FILTERS.or(parts) : FILTERS.and(parts);
    }
    if (filter instanceof Or or) {
      List<Filter> parts = strict(or.getChildren(), negated);
      return negated ? FILTERS.and(parts) : FILTERS.or(parts);
    }
    if (filter instanceof IncludeFilter || filter instanceof ExcludeFilter) {
      return negated == filter instanceof IncludeFilter ? Filter.EXCLUDE : Filter.INCLUDE;
    }
    Filter wanted = negated ? FILTERS.not(filter) : filter;
    return filter instanceof PropertyIsNull || filter instanceof Id ? wanted : guarded(wanted);
  }

  private static List<Filter> strict(List<Filter> filters, boolean negated) {
    return filters.stream().map(each -> strict(each, negated)).toList();
  }

  private static Filter guarded(Filter filter) {
    FilterAttributeExtractor names = new FilterAttributeExtractor();
    filter.accept(names, null);
    List<Filter> all = new ArrayList<>();
    for (String name : names.getAttributeNames()) {
      all.add(FILTERS.not(FILTERS.isNull(FILTERS.property(name))));
    }
    all.add(filter);
    return all.size() == 1 ? filter : FILTERS.and(all);
  }
}
