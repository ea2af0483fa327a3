package org.tuguan.api.catalog;

import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.springframework.stereotype.Component;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.map.RasterSource;
import org.tuguan.core.map.StyledLayer;

/** From what the catalog says to what can be read and drawn. Safe for any thread. */
@Component
public class LayerSources {

  /** The features of a vector layer; a fault of kind NOT_QUERYABLE for a raster. */
  public FeatureSource features(Layer layer) {
    throw new UnsupportedOperationException(layer.name());
  }

  /** The cells of a raster layer; a copy of the file is kept in the server's home. */
  public RasterSource raster(Layer layer) {
    throw new UnsupportedOperationException(layer.name());
  }

  /** A style of the catalog, read once and kept. */
  public Style style(StyleInfo style) {
    throw new UnsupportedOperationException(style.name());
  }

  /**
   * A layer ready to be drawn.
   *
   * @param filter which features; not used for rasters
   */
  public StyledLayer styled(Layer layer, Style style, Filter filter) {
    return layer.table().isPresent()
        ? new StyledLayer.Vector(features(layer), style, filter)
        : new StyledLayer.Raster(raster(layer), style);
  }
}
