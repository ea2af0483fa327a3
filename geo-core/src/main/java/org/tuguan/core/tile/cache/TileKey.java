package org.tuguan.core.tile.cache;

import java.util.Objects;

/**
 * Which tile it is.
 *
 * @param content what is shown and how: layers, styles and everything else that changes the bytes
 *     save the data themselves
 * @param set id of the tile matrix set
 * @param format of the tile, as the caller calls it
 */
public record TileKey(String content, String set, int z, int x, int y, String format) {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  public TileKey {
    Objects.requireNonNull(content);
    Objects.requireNonNull(set);
    Objects.requireNonNull(format);
  }

  /** All of it; equal texts are equal keys. */
  String text() {
    return set + '/' + z + '/' + x + '/' + y + '/' + format + '/' + content;
  }

  /** Well spread; different keys may share one, and never 0. */
  static long hash(String text) {
    long hash = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }
}
