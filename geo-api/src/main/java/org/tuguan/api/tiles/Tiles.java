package org.tuguan.api.tiles;

import java.time.Clock;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.tuguan.core.access.Ground;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.tile.cache.CachedTile;
import org.tuguan.core.tile.cache.TileCache;
import org.tuguan.core.tile.cache.TileInputs;

/**
 * Where every protocol gets its tiles: from the cache, or made. Whoever asks may see all layers of
 * the tile somewhere; one that reaches over the border of where they may is made for them alone and
 * not kept. Safe for any thread.
 */
@Component
class Tiles {
  private final TilePictures pictures;
  private final VectorTiles vectors;
  private final TileKeys keys;
  private final TileCache cache;
  private final Clock clock;

  Tiles(TilePictures pictures, VectorTiles vectors, TileKeys keys, TileCache cache, Clock clock) {
    this.pictures = pictures;
    this.vectors = vectors;
    this.keys = keys;
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * The tile. Who asks for one that is being made gets that one.
   *
   * @throws org.tuguan.core.RequestException timeout
   * @throws org.tuguan.api.RenderGate.OverloadedException no room to draw it
   */
  Tile get(TileRequest request) throws Exception {
    TileInputs inputs = keys.inputs(request);
    if (!reaches(request, inputs.area())) {
      return make(request);
    }
    return tile(
        request, cache.get(keys.key(request), inputs, () -> kept(make(request.unlimited()))));
  }

  /** A tile of public layers, if it is in the cache. */
  Optional<Tile> find(TileRequest request) {
    return request.isPublic() && reaches(request, request.coord().bounds())
        ? cache.find(keys.key(request), keys.inputs(request)).map(tile -> tile(request, tile))
        : Optional.empty();
  }

  private static Tile tile(TileRequest request, CachedTile tile) {
    return new Tile(request.format(), tile.body(), tile.etag(), tile.dropped());
  }

  /** True if the right to each layer holds all over the area. */
  private static boolean reaches(TileRequest request, Bounds area) {
    for (TileLayer each : request.layers()) {
      Optional<Ground> ground = each.layer().terms().access().ground(request.right());
      if (!ground.equals(Optional.of(Ground.EVERYWHERE))
          && !(ground.isPresent()
              && ground.get() instanceof Ground.Within within
              && covers(within.area(), area))) {
        return false;
      }
    }
    return true;
  }

  private static boolean covers(Geometry ground, Bounds area) {
    return CoordinateTransform.between(area.crs(), Crs.CRS84)
        .find(area)
        .filter(box -> ground.covers(box.polygon()))
        .isPresent();
  }

  private Tile make(TileRequest request) throws Exception {
    return request.format() == TileFormat.MVT ? vectors.encode(request) : pictures.draw(request);
  }

  private CachedTile kept(Tile tile) {
    return new CachedTile(
        tile.body(), tile.tag(), tile.format().mediaType(), clock.millis(), tile.dropped());
  }
}
