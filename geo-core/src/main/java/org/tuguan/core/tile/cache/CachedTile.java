package org.tuguan.core.tile.cache;

import java.util.Objects;

/**
 * A finished tile. The body is shared and must not be changed.
 *
 * @param body may be empty
 * @param etag of its content, without quotes
 * @param made when, in milliseconds since 1970
 * @param dropped features that are left out to keep a size limit
 */
@SuppressWarnings("ArrayRecordComponent")
public record CachedTile(byte[] body, String etag, String mediaType, long made, int dropped) {
  public CachedTile {
    Objects.requireNonNull(body);
    Objects.requireNonNull(etag);
    Objects.requireNonNull(mediaType);
  }
}
