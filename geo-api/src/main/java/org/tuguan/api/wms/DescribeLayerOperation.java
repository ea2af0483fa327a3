package org.tuguan.api.wms;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.api.XmlText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;

/**
 * DescribeLayer (SLD 1.0, 12.2; SLD 1.1, 10.1).
 *
 * <p>The operation says at which WFS or WCS the data of a layer are. There is none of either: the
 * data are offered by OGC API Features, for which these documents have no word. So layers are
 * listed without an address, as the document type of version 1.1.1 allows; the schema of SLD 1.1
 * demands one, so that form is not written.
 */
@Component
class DescribeLayerOperation implements WmsOperation {
  private static final String MEDIA_TYPE = "text/xml";

  @Override
  public Set<String> names() {
    return Set.of("describelayer");
  }

  @Override
  public WmsAnswer answer(WmsCall call) {
    List<String> names = call.parameters().list("LAYERS");
    if (names.isEmpty()) {
      throw RequestException.missing("LAYERS");
    }
    List<Layer> layers =
        names.stream().map(name -> call.catalog().getLayer("LAYERS", name, Right.VIEW)).toList();
    return WmsAnswer.text(MEDIA_TYPE, describe(layers)).open(call.catalog().isPublic());
  }

  private static String describe(List<Layer> layers) {
    XmlText xml = new XmlText();
    xml.docType(
        "<!DOCTYPE WMS_DescribeLayerResponse SYSTEM"
            + " \"http://schemas.opengis.net/wms/1.1.1/WMS_DescribeLayerResponse.dtd\">");
    xml.open("WMS_DescribeLayerResponse", "version", "1.1.1");
    for (Layer layer : layers) {
      xml.open("LayerDescription", "name", layer.name());
      if (layer.table().isPresent()) {
        xml.empty("Query", "typeName", layer.name());
      }
      xml.close();
    }
    return xml.close().end();
  }
}
