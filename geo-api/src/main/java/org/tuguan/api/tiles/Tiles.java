package org.tuguan.api.tiles;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.tuguan.core.tile.cache.CachedTile;
import org.tuguan.core.tile.cache.TileCache;

/**
 * Where every protocol gets its tiles: from the cache, or made. Whoever asks may see all layers of
 * the tile. Safe for any thread.
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
    CachedTile tile = cache.get(keys.key(request), keys.inputs(request), () -> kept(make(request)));
    return new Tile(request.format(), tile.body(), tile.etag(), tile.dropped());
  }

  private Tile make(TileRequest request) throws Exception {
    return request.format() == TileFormat.MVT ? vectors.encode(request) : pictures.draw(request);
  }

  private CachedTile kept(Tile tile) {
    return new CachedTile(
        tile.body(), tile.tag(), tile.format().mediaType(), clock.millis(), tile.dropped());
  }
}
