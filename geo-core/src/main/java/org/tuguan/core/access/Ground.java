package org.tuguan.core.access;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/** Where a right holds. */
public sealed interface Ground {
  Ground EVERYWHERE = new Everywhere();

  /** No limit. */
  record Everywhere() implements Ground {}

  /**
   * Inside an area, border included; an empty one is nowhere.
   *
   * @param area polygons in CRS:84, longitude first; not to be changed
   */
  record Within(Geometry area) implements Ground {
    public Within {
      Objects.requireNonNull(area);
    }
  }

  /** Where either holds. */
  default Ground or(Ground other) {
    return this instanceof Within here && other instanceof Within there
        ? new Within(here.area().union(there.area()))
        : EVERYWHERE;
  }

  /** Where both hold. */
  default Ground and(Ground other) {
    if (!(this instanceof Within here)) {
      return other;
    }
    return other instanceof Within there
        ? new Within(here.area().intersection(there.area()))
        : this;
  }

  default boolean isNowhere() {
    return this instanceof Within within && within.area().isEmpty();
  }
}
