package org.tuguan.core.map;

import java.util.Objects;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.locationtech.jts.geom.Geometry;
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

  /**
   * A picture or a field of values.
   *
   * @param area in CRS:84, outside of which nothing is drawn; empty for no limit
   */
  record Raster(RasterSource source, Style style, Optional<Geometry> area) implements StyledLayer {
    public Raster {
      Objects.requireNonNull(source);
      Objects.requireNonNull(style);
      Objects.requireNonNull(area);
    }

    public Raster(RasterSource source, Style style) {
      this(source, style, Optional.empty());
    }
  }
}
