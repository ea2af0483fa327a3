package org.tuguan.api.wms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/**
 * Where a layer lies, as capabilities say it: the systems in which it can be drawn near its data,
 * and its box in each.
 *
 * @param degrees in CRS:84, with area even if the data are one point
 */
record LayerArea(Bounds degrees) {
  /** In the order of capabilities documents; TWD67 in zone 119 is left to those who ask for it. */
  private static final List<Crs> OFFERED =
      List.of(
          Crs.TWD97_TM2_121,
          Crs.TWD97_TM2_119,
          Crs.WEB_MERCATOR,
          Crs.WGS84,
          Crs.CRS84,
          Crs.TWD67_TM2_121);

  /** Taiwan with its islands: the TM2 zones are fit for use here, one across the other included. */
  private static final Bounds TAIWAN = new Bounds(Crs.CRS84, 117, 20, 124, 27.5);

  private static final Bounds WEB_MERCATOR_DOMAIN = new Bounds(Crs.CRS84, -180, -85.05, 180, 85.05);
  private static final Bounds WORLD = new Bounds(Crs.CRS84, -180, -90, 180, 90);

  /** Half the width given to a point, some 50 m, so that no box is without area. */
  private static final double LEAST = 0.0005;

  /**
   * @param extent in CRS:84; if there is none, or none on earth
   * @param instead is taken
   */
  static LayerArea of(Optional<Bounds> extent, Bounds instead) {
    Bounds box = extent.filter(WORLD::intersects).orElse(instead);
    double growX = box.width() < LEAST ? LEAST : 0;
    double growY = box.height() < LEAST ? LEAST : 0;
    return new LayerArea(
        new Bounds(
            Crs.CRS84,
            Math.max(-180, box.minX() - growX),
            Math.max(-90, box.minY() - growY),
            Math.min(180, box.maxX() + growX),
            Math.min(90, box.maxY() + growY)));
  }

  /** All that are offered in this version and can show these data. */
  List<Crs> listSystems(WmsVersion version) {
    List<Crs> systems = new ArrayList<>(OFFERED);
    if (version == WmsVersion.V1_1_1) {
      systems.remove(Crs.CRS84);
    }
    systems.removeIf(crs -> !contains(domain(crs), degrees));
    return systems;
  }

  private static Bounds domain(Crs crs) {
    if (crs.geographic()) {
      return WORLD;
    }
    return crs.equals(Crs.WEB_MERCATOR) ? WEB_MERCATOR_DOMAIN : TAIWAN;
  }

  private static boolean contains(Bounds outer, Bounds inner) {
    return outer.envelope().contains(inner.envelope());
  }

  LayerArea union(LayerArea other) {
    return new LayerArea(degrees.union(other.degrees));
  }

  /** The box around the data in this system, x east. */
  Bounds in(Crs crs) {
    return CoordinateTransform.between(Crs.CRS84, crs).apply(degrees);
  }

  /** A coordinate for a document, rounded away from the data: 1 cm, or about that in degrees. */
  static String text(double value, Crs crs, RoundingMode rounding) {
    return BigDecimal.valueOf(value)
        .setScale(crs.geographic() ? 7 : 2, rounding)
        .stripTrailingZeros()
        .toPlainString();
  }
}
