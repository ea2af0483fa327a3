package org.tuguan.api.tiles;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.springframework.stereotype.Component;

/** Where every protocol gets its tiles. Safe for any thread. */
@Component
class Tiles {
  private final TilePictures pictures;
  private final VectorTiles vectors;
  private final Map<TileRequest, CompletableFuture<Tile>> underway = new ConcurrentHashMap<>();

  Tiles(TilePictures pictures, VectorTiles vectors) {
    this.pictures = pictures;
    this.vectors = vectors;
  }

  /**
   * The tile. Who asks for one that is being made gets that one.
   *
   * @throws org.tuguan.core.RequestException timeout
   * @throws org.tuguan.api.RenderGate.OverloadedException no room to draw it
   */
  Tile get(TileRequest request) throws Exception {
    CompletableFuture<Tile> mine = new CompletableFuture<>();
    CompletableFuture<Tile> theirs = underway.putIfAbsent(request, mine);
    if (theirs != null) {
      return await(theirs);
    }
    try {
      mine.complete(make(request));
    } catch (Exception | Error e) {
      mine.completeExceptionally(e);
    } finally {
      underway.remove(request, mine);
    }
    return await(mine);
  }

  private Tile make(TileRequest request) throws Exception {
    return request.format() == TileFormat.MVT ? vectors.encode(request) : pictures.draw(request);
  }

  private static Tile await(CompletableFuture<Tile> tile) throws Exception {
    try {
      return tile.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw (Error) e.getCause();
    }
  }
}
