package org.tuguan.api.tiles;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Tiles as HTTP; a tile that the caller has already goes back as 304, which Spring sees to. */
final class TileAnswers {
  /** Anybody may keep a tile this long without asking; a change is seen no later. */
  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofSeconds(10)).cachePublic().mustRevalidate();

  private TileAnswers() {}

  static ResponseEntity<byte[]> answer(Tile tile) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, tile.format().mediaType())
        .cacheControl(BRIEFLY)
        .eTag(tile.tag())
        .body(tile.body());
  }
}
