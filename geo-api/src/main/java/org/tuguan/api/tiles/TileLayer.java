package org.tuguan.api.tiles;

import java.util.Objects;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerTerms;
import org.tuguan.core.catalog.StyleInfo;

/** A layer of a tile and the style it is drawn in, which is one of the layer's own. */
record TileLayer(Layer layer, StyleInfo style) {
  TileLayer {
    Objects.requireNonNull(layer);
    Objects.requireNonNull(style);
  }

  /** Without the limits of who sees it. */
  TileLayer unlimited() {
    return new TileLayer(layer.on(LayerTerms.OPEN), style);
  }

  /** In its first style. */
  static TileLayer of(Layer layer) {
    return new TileLayer(layer, layer.defaultStyle());
  }
}
