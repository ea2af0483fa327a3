package org.tuguan.core.tile;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Id;
import org.geotools.filter.FilterAttributeExtractor;
import org.tuguan.core.feature.FeatureType;

/** What a filter reads. */
final class FilterNeeds extends FilterAttributeExtractor {
  private boolean more;

  private FilterNeeds() {}

  /**
   * Names of the attributes, in a set that may be added to; empty if the filter also needs the
   * geometry or the id.
   */
  static Optional<Set<String>> of(Filter filter, FeatureType type) {
    FilterNeeds needs = new FilterNeeds();
    filter.accept(needs, null);
    Set<String> names = new HashSet<>(needs.getAttributeNameSet());
    boolean all = names.stream().allMatch(name -> type.position(name) >= 0);
    return all && !needs.more ? Optional.of(names) : Optional.empty();
  }

  @Override
  public Object visit(Id filter, Object data) {
    more = true;
    return super.visit(filter, data);
  }
}
