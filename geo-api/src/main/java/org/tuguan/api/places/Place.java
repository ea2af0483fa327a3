package org.tuguan.api.places;

import java.util.List;
import java.util.Objects;

/**
 * A feature that was found by its name.
 *
 * @param id of the feature in its layer
 * @param context what it lies in, for telling places of one name apart; empty if that is not known
 * @param bounds west, south, east, north in degrees (CRS:84)
 */
record Place(
    String layer, String id, String name, String nameEn, String context, List<Double> bounds) {
  Place {
    Objects.requireNonNull(layer);
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    bounds = List.copyOf(bounds);
  }
}
