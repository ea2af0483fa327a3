package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.LocalText;

/**
 * The part of a layer that was priced, as it was then.
 *
 * @param agency id of the one that answers for the layer
 * @param area polygons in CRS:84, longitude first; empty for the whole layer
 * @param sheets numbers of map sheets; empty if it is not charged by sheets
 * @param km2 of ground
 * @param bytes about as large as it is uncompressed
 * @param hash the same while no row in the area is added, changed or taken away
 * @param updated when the layer had last changed
 */
public record QuotedLayer(
    String layer,
    String agency,
    LocalText title,
    Optional<Geometry> area,
    List<String> sheets,
    long features,
    BigDecimal km2,
    long bytes,
    String hash,
    Instant updated) {
  public QuotedLayer {
    Objects.requireNonNull(layer);
    Objects.requireNonNull(agency);
    Objects.requireNonNull(title);
    Objects.requireNonNull(area);
    sheets = List.copyOf(sheets);
    Objects.requireNonNull(km2);
    Objects.requireNonNull(hash);
    Objects.requireNonNull(updated);
  }
}
