package org.tuguan.api.tiles;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.tuguan.core.tile.VectorTile;

/**
 * A finished tile. The body is shared and must not be changed.
 *
 * @param body packed with gzip if it is a vector tile; no bytes at all if there is nothing in that
 * @param tag of its content: equal bytes have equal tags
 * @param dropped features that are left out of a vector tile to keep the size limit
 */
record Tile(TileFormat format, byte[] body, String tag, int dropped) {
  private static final int TAG_BYTES = 12;

  Tile {
    Objects.requireNonNull(format);
    Objects.requireNonNull(body);
    Objects.requireNonNull(tag);
  }

  static Tile ofPicture(TileFormat format, byte[] body) {
    return new Tile(format, body, tag(body), 0);
  }

  static Tile of(VectorTile tile) {
    byte[] body = tile.empty() ? new byte[0] : Gzip.pack(tile.body());
    return new Tile(TileFormat.MVT, body, tag(body), tile.dropped());
  }

  boolean empty() {
    return body.length == 0;
  }

  static String tag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
