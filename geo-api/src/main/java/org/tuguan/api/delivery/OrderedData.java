package org.tuguan.api.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.LocalText;

/**
 * What an application is for, as it was quoted.
 *
 * @param standard fee standard and version, as grounds of the licence; empty if there was none
 * @param licensee name of the organisation, else of the person
 */
record OrderedData(
    List<String> formats, String crs, String standard, String licensee, List<OrderedLayer> layers) {
  /**
   * @param agency id
   * @param area polygons in CRS:84; empty for the whole layer
   * @param features how many there were
   * @param updated when the layer had last changed
   */
  record OrderedLayer(
      String layer,
      String agency,
      LocalText title,
      Optional<Geometry> area,
      long features,
      Instant updated) {
    OrderedLayer {
      Objects.requireNonNull(layer);
      Objects.requireNonNull(area);
    }
  }

  OrderedData {
    formats = List.copyOf(formats);
    Objects.requireNonNull(crs);
    Objects.requireNonNull(standard);
    Objects.requireNonNull(licensee);
    layers = List.copyOf(layers);
  }

  long features() {
    return layers.stream().mapToLong(OrderedLayer::features).sum() * Math.max(1, formats.size());
  }
}
