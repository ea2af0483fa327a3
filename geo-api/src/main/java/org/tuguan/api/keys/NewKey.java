package org.tuguan.api.keys;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.access.KeyTerms;
import org.tuguan.core.access.Right;

/**
 * A key to be made.
 *
 * @param layers names; empty for all
 * @param rights VIEW and others, never MANAGE
 * @param area a GeoJSON polygon or multipolygon in CRS:84
 */
record NewKey(
    String name,
    KeyHolder holder,
    List<String> layers,
    Set<Right> rights,
    Optional<String> area,
    Optional<String> areaName,
    KeyTerms terms) {
  NewKey {
    Objects.requireNonNull(name);
    Objects.requireNonNull(holder);
    layers = List.copyOf(layers);
    rights = Set.copyOf(rights);
    Objects.requireNonNull(area);
    Objects.requireNonNull(areaName);
    Objects.requireNonNull(terms);
  }
}
