package org.tuguan.core.tile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes vector tiles of any grid: Mapbox Vector Tile 2.1, 4,096 units to a side. Safe for any
 * thread; equal data give equal bytes.
 *
 * <p>What cannot be seen is left out: points of lines and rings within a unit or two of the line
 * without them (half a unit where the view is near), features smaller than a unit, unless a layer
 * has no more than a thousand of those in the tile: then each is a mark of one unit. To keep the
 * size limit the smallest features go first, by the longer side of their box; points count as a
 * small symbol and are thinned out evenly.
 */
public final class VectorTileEncoder {
  /** How far geometry goes on over the edge of a tile, in units, so that strokes meet. */
  public static final int MARGIN = 64;

  /** Of the body, in bytes, if nothing else is wanted. */
  public static final int DEFAULT_MAX_BYTES = 500_000;

  /** How many times over a tile is filled at first, by estimate, before the exact choice. */
  private static final double FILLED = 1.4;

  /** The same if that was not enough, as where most of a large shape is cut away: no estimate. */
  private static final double FILLED_AGAIN = Double.POSITIVE_INFINITY;

  /** A share of the limit; a tile above it is full. */
  private static final double FULL = 0.85;

  /**
   * @param layers in order; those without a feature in the tile are not in it. {@link
   *     IllegalArgumentException} if two have one name
   * @param maxBytes of the body
   */
  public VectorTile encode(List<VectorTileLayer> layers, TileCoord coord, int maxBytes) {
    requireDifferentNames(layers);
    TileAssembly first = assembly(layers, coord, maxBytes, FILLED);
    VectorTile tile = first.tile();
    boolean room = tile.body().length < FULL * maxBytes;
    return room && first.skipped() > 0
        ? assembly(layers, coord, maxBytes, FILLED_AGAIN).tile()
        : tile;
  }

  private static TileAssembly assembly(
      List<VectorTileLayer> layers, TileCoord coord, int maxBytes, double filled) {
    List<TileContent> contents = new ArrayList<>();
    for (VectorTileLayer layer : layers) {
      Optional<TileGrid> grid = TileGrid.of(layer.source().type().crs(), coord);
      grid.ifPresent(
          found -> contents.add(new TileLayerReader(layer, coord, found, maxBytes).read(filled)));
    }
    return new TileAssembly(contents, maxBytes);
  }

  private static void requireDifferentNames(List<VectorTileLayer> layers) {
    Set<String> names = new HashSet<>();
    for (VectorTileLayer layer : layers) {
      if (!names.add(layer.name())) {
        throw new IllegalArgumentException("two layers are named " + layer.name());
      }
    }
  }
}
