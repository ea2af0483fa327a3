package org.tuguan.api.wms;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.StyleInfo;

/** GetLegendGraphic (SLD 1.0, 12.1; SLD 1.1, 10.2). */
@Component
class LegendOperation implements WmsOperation {
  static final String PNG = "image/png";
  static final List<String> FORMATS = List.of(PNG, "application/json");

  @Override
  public Set<String> names() {
    return Set.of("getlegendgraphic");
  }

  @Override
  public WmsAnswer answer(WmsCall call) {
    throw new RequestException(
        Fault.UNKNOWN_OPERATION, "REQUEST", "GetLegendGraphic is not ready yet");
  }

  /** Where the legend of a style is, in the language and size that capabilities say. */
  static String address(WmsCall call, Layer layer, StyleInfo style) {
    return call.prefix()
        + "SERVICE=WMS&VERSION=%s&REQUEST=GetLegendGraphic&FORMAT=image%%2Fpng&LAYER=%s&STYLE=%s&LANGUAGE=zh-TW"
            .formatted(
                call.version().number(),
                UrlText.encode(layer.name()),
                UrlText.encode(style.name()));
  }
}
