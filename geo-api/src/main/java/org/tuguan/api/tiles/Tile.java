package org.tuguan.api.tiles;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A finished tile. The body is shared and must not be changed.
 *
 * @param tag of its content: equal bytes have equal tags
 */
record Tile(TileFormat format, byte[] body, String tag) {
  private static final int TAG_BYTES = 12;

  Tile {
    Objects.requireNonNull(format);
    Objects.requireNonNull(body);
    Objects.requireNonNull(tag);
  }

  static Tile of(TileFormat format, byte[] body) {
    return new Tile(format, body, tag(body));
  }

  private static String tag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
