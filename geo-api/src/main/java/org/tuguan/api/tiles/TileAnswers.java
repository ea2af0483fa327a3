package org.tuguan.api.tiles;

import java.time.Duration;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;

/** Tiles as HTTP; a tile that the caller has already goes back as 304, which Spring sees to. */
@Component
class TileAnswers {
  /** Features that were left out to keep the size limit. */
  static final String DROPPED = "X-Tile-Dropped";

  /** The size limit of a vector tile before it is packed, in bytes. */
  static final String LIMIT = "X-Tile-Limit";

  /** Anybody may keep a tile this long without asking; a change is seen no later. */
  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofSeconds(10)).cachePublic().mustRevalidate();

  /** Of layers that others may not see: whoever got it asks again whether they still may. */
  private static final CacheControl OWN = CacheControl.noCache().cachePrivate();

  private final String limit;

  TileAnswers(TuguanProperties properties) {
    this.limit = Long.toString(properties.limits().vectorTile().toBytes());
  }

  /**
   * @param acceptEncoding the header of the request, or null
   */
  ResponseEntity<byte[]> answer(TileRequest request, Tile tile, String acceptEncoding) {
    CacheControl control = request.isPublic() ? BRIEFLY : OWN;
    return tile.format() == TileFormat.MVT
        ? vector(tile, control, acceptsGzip(acceptEncoding))
        : ResponseEntity.ok()
            .header(HttpHeaders.CONTENT_TYPE, tile.format().mediaType())
            .cacheControl(control)
            .eTag(tile.tag())
            .body(tile.body());
  }

  private ResponseEntity<byte[]> vector(Tile tile, CacheControl control, boolean gzip) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(tile.empty() ? HttpStatus.NO_CONTENT : HttpStatus.OK)
            .cacheControl(control)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .header(DROPPED, Integer.toString(tile.dropped()))
            .header(LIMIT, limit);
    if (tile.empty()) {
      return answer.build();
    }
    answer.header(HttpHeaders.CONTENT_TYPE, tile.format().mediaType());
    return gzip
        ? answer
            .header(HttpHeaders.CONTENT_ENCODING, "gzip")
            .eTag(tile.tag() + "-gzip")
            .body(tile.body())
        : answer.eTag(tile.tag()).body(Gzip.unpack(tile.body()));
  }

  /** Not if it is named with a weight of zero (RFC 9110, 12.5.3). */
  static boolean acceptsGzip(String acceptEncoding) {
    if (acceptEncoding == null) {
      return false;
    }
    for (String each : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
      String coding = each.replaceAll("\\s", "");
      if (coding.startsWith("gzip") || coding.startsWith("*")) {
        return !coding.matches("[^;]*;q=0(\\.0*)?");
      }
    }
    return false;
  }
}
