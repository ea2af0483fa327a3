package org.tuguan.core.tile.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A tile as it lies on disk: a head of fixed size, then key, type, tag and body. Head and rest have
 * checksums of their own, so that what a crash left half written is known for what it is.
 *
 * @param sequence of the last change that the tile is known to show
 */
record TileRecord(String key, CachedTile tile, long sequence) {
  static final int HEAD = 32;
  private static final int MAGIC = 0x54475431;

  /**
   * @param length of what follows the head
   */
  record Head(int length, int checksum, long hash, long sequence) {
    /** Empty if these bytes are no head. */
    static Optional<Head> read(ByteBuffer bytes) {
      int magic = bytes.getInt(0);
      int length = bytes.getInt(4);
      return magic == MAGIC && length >= 0 && bytes.getInt(28) == crc(bytes.slice(0, 28))
          ? Optional.of(new Head(length, bytes.getInt(8), bytes.getLong(12), bytes.getLong(20)))
          : Optional.empty();
    }
  }

  ByteBuffer write() {
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    byte[] type = tile.mediaType().getBytes(StandardCharsets.UTF_8);
    byte[] tag = tile.etag().getBytes(StandardCharsets.UTF_8);
    int length =
        3 * Integer.BYTES
            + name.length
            + type.length
            + tag.length
            + Long.BYTES
            + Integer.BYTES
            + tile.body().length;
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + length).position(HEAD);
    for (byte[] each : new byte[][] {name, type, tag}) {
      bytes.putInt(each.length).put(each);
    }
    bytes.putLong(tile.made()).putInt(tile.dropped()).put(tile.body()).flip();
    bytes.putInt(0, MAGIC).putInt(4, length).putInt(8, crc(bytes.slice(HEAD, length)));
    bytes.putLong(12, TileKey.hash(key)).putLong(20, sequence);
    return bytes.putInt(28, crc(bytes.slice(0, 28)));
  }

  /**
   * Empty if the bytes are not what was written.
   *
   * @param bytes what followed the head
   */
  static Optional<TileRecord> read(Head head, ByteBuffer bytes) {
    if (crc(bytes.duplicate()) != head.checksum) {
      return Optional.empty();
    }
    String key = text(bytes);
    String type = text(bytes);
    String tag = text(bytes);
    long made = bytes.getLong();
    int dropped = bytes.getInt();
    byte[] body = new byte[bytes.remaining()];
    bytes.get(body);
    return Optional.of(
        new TileRecord(key, new CachedTile(body, tag, type, made, dropped), head.sequence));
  }

  private static String text(ByteBuffer bytes) {
    byte[] text = new byte[bytes.getInt()];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static int crc(ByteBuffer bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}
