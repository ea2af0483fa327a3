package org.tuguan.api.features;

import java.util.List;
import java.util.Map;
import org.tuguan.core.catalog.Layer;

/**
 * A further standard under {@code /ogc}: what it adds to the documents that all standards share.
 * Implementations are beans.
 */
public interface OgcPart {
  /** URIs of the conformance classes that it declares. */
  List<String> conformance();

  /** Links on the landing page. */
  List<Link> links(OgcRequest request);

  /** Links of one collection. */
  List<Link> links(OgcRequest request, Layer layer);

  /**
   * Path items of OpenAPI 3.0 by their paths; complete but for the schema {@code problem}, with a
   * list of parameters that are written out.
   */
  Map<String, Object> paths(OgcRequest request);
}
