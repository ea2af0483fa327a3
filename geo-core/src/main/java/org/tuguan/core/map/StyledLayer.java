package org.tuguan.core.map;

import java.util.Objects;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.tuguan.core.feature.FeatureSource;

/** One layer of a map: data, and how they are drawn. */
public sealed interface StyledLayer {
  Style style();

  /**
   * Features.
   *
   * @param filter which of them; {@link Filter#INCLUDE} for all
   */
  record Vector(FeatureSource source, Style style, Filter filter) implements StyledLayer {
    public Vector {
      Objects.requireNonNull(source);
      Objects.requireNonNull(style);
      Objects.requireNonNull(filter);
    }
  }

  /** A picture or a field of values. */
  record Raster(RasterSource source, Style style) implements StyledLayer {
    public Raster {
      Objects.requireNonNull(source);
      Objects.requireNonNull(style);
    }
  }
}
