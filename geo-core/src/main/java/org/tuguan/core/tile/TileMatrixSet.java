package org.tuguan.core.tile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.map.MapRequest;

/**
 * A way to cut the world into square tiles, halving the pixel at each level (OGC 17-083r4).
 *
 * @param id in addresses
 * @param uri of the registered set, if it is one
 * @param scaleSet identifier for {@code WellKnownScaleSet} in WMTS, if it has one
 * @param west easting (longitude) of the left edge of column 0
 * @param north northing (latitude) of the top edge of row 0
 * @param resolution size of a pixel at level 0, in units of the system
 * @param columns tiles side by side at level 0
 * @param rows tiles one above the other at level 0
 * @param maxLevel the deepest level, counted from 0
 */
public record TileMatrixSet(
    String id,
    LocalText title,
    Optional<String> uri,
    Optional<String> scaleSet,
    Crs crs,
    double west,
    double north,
    double resolution,
    int columns,
    int rows,
    int maxLevel) {
  /** Pixels of a tile on each side, before any pixel ratio. */
  public static final int TILE_SIZE = 256;

  private static final double MERCATOR_EDGE = 6378137 * Math.PI;

  /** The grid of web maps. */
  public static final TileMatrixSet WEB_MERCATOR_QUAD =
      new TileMatrixSet(
          "WebMercatorQuad",
          new LocalText("網路麥卡托", "Google Maps Compatible for the World"),
          Optional.of("http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"),
          Optional.of("urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible"),
          Crs.WEB_MERCATOR,
          -MERCATOR_EDGE,
          MERCATOR_EDGE,
          2 * MERCATOR_EDGE / TILE_SIZE,
          1,
          1,
          22);

  /** Degrees, longitude before latitude; two tiles make the world. */
  public static final TileMatrixSet WORLD_CRS84_QUAD =
      new TileMatrixSet(
          "WorldCRS84Quad",
          new LocalText("全球經緯度", "CRS84 for the World"),
          Optional.of("http://www.opengis.net/def/tilematrixset/OGC/1.0/WorldCRS84Quad"),
          Optional.empty(),
          Crs.CRS84,
          -180,
          90,
          180.0 / TILE_SIZE,
          2,
          1,
          20);

  /**
   * TWD97 TM2 zone 121, a convention of this product: level 0 is one tile of 524,288 m, from
   * easting 0 and northing 2,359,296 to easting 524,288 and northing 2,883,584, which holds the
   * island of Taiwan. A pixel of level <i>z</i> is 2,048 / 2<sup>z</sup> metres.
   */
  public static final TileMatrixSet TWD97_TM2_QUAD =
      new TileMatrixSet(
          "TWD97TM2Quad",
          new LocalText("TWD97 二度分帶", "TWD97 TM2 zone 121, Taiwan"),
          Optional.empty(),
          Optional.empty(),
          Crs.TWD97_TM2_121,
          0,
          2_883_584,
          2_048,
          1,
          1,
          15);

  private static final List<TileMatrixSet> ALL =
      List.of(WEB_MERCATOR_QUAD, WORLD_CRS84_QUAD, TWD97_TM2_QUAD);

  public TileMatrixSet {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(crs);
    if (!(resolution > 0) || columns < 1 || rows < 1 || maxLevel < 0 || maxLevel > 24) {
      throw new IllegalArgumentException(id + " is no tile matrix set");
    }
  }

  public static List<TileMatrixSet> listAll() {
    return ALL;
  }

  /** The set with this id, or a fault that names the parameter and lists the ids. */
  public static TileMatrixSet get(String parameter, String id) {
    return ALL.stream()
        .filter(set -> set.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.INVALID_PARAMETER,
                    parameter,
                    "%s=%s: allowed are %s"
                        .formatted(
                            parameter,
                            RequestException.quote(id),
                            String.join(", ", ALL.stream().map(TileMatrixSet::id).toList()))));
  }

  /** Size of a pixel at a level, in units of the system. */
  public double resolutionAt(int level) {
    return resolution / (1L << level);
  }

  /** Tiles side by side at a level. */
  public int columnsAt(int level) {
    return columns << level;
  }

  /** Tiles one above the other at a level. */
  public int rowsAt(int level) {
    return rows << level;
  }

  /** Of a level, as the OGC counts it. */
  public double scaleDenominator(int level) {
    return resolutionAt(level) * crs.metresPerUnit() / MapRequest.STANDARD_PIXEL;
  }

  /** The whole grid. */
  public Bounds bounds() {
    double span = resolution * TILE_SIZE;
    return new Bounds(crs, west, north - rows * span, west + columns * span, north);
  }

  /** The tile that holds this point, or the nearest one of the grid. */
  public TileCoord at(int level, double x, double y) {
    double span = resolutionAt(level) * TILE_SIZE;
    return new TileCoord(
        this,
        level,
        clamp((x - west) / span, columnsAt(level)),
        clamp((north - y) / span, rowsAt(level)));
  }

  private static int clamp(double position, int count) {
    return (int) Math.max(0, Math.min(count - 1, Math.floor(position)));
  }
}
