package org.tuguan.api.wms;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.StyleInfo;

/** Draft. */
@Component
class Legends {
  LayerEntry.LegendSize size(Layer layer, StyleInfo style, Locale locale) {
    throw new org.tuguan.core.RequestException(
        org.tuguan.core.Fault.NOT_FOUND, "", "no legend of " + layer.name());
  }
}
