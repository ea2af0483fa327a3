package org.tuguan.api.wms;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;

/**
 * GetStyles (SLD 1.0, 12.3): the styles of some layers as one document, ready to be sent back in
 * SLD_BODY.
 */
@Component
class StylesOperation implements WmsOperation {
  /** SLD 1.0, 12.3.2. */
  static final String MEDIA_TYPE = "application/vnd.ogc.sld+xml";

  @Override
  public Set<String> names() {
    return Set.of("getstyles");
  }

  @Override
  public WmsAnswer answer(WmsCall call) {
    List<String> names = call.parameters().list("LAYERS");
    if (names.isEmpty()) {
      throw RequestException.missing("LAYERS");
    }
    List<Layer> layers =
        names.stream().map(name -> call.catalog().getLayer("LAYERS", name, Right.VIEW)).toList();
    return WmsAnswer.text(MEDIA_TYPE, StyleLibrary.write(layers)).open(call.catalog().isPublic());
  }
}
