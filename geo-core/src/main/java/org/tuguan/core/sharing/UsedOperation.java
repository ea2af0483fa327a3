package org.tuguan.core.sharing;

import java.util.Locale;
import java.util.Objects;

/**
 * By which door data were used.
 *
 * @param service WMS, WMTS, XYZ, OGC or API (the product's own); plugins may add theirs
 * @param operation in the protocol's own word where it has one: GetMap
 * @param format short: png, geojson
 */
public record UsedOperation(String service, String operation, String format) {
  /** Of every service that gives tiles. */
  public static final String TILE = "tile";

  public UsedOperation {
    Objects.requireNonNull(service);
    Objects.requireNonNull(operation);
    Objects.requireNonNull(format);
  }

  /** The format by its media type: {@code png} for {@code image/png; mode=8bit}. */
  public static UsedOperation of(String service, String operation, String mediaType) {
    String type = mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return new UsedOperation(service, operation, type.substring(type.indexOf('/') + 1));
  }
}
