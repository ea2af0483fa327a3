package org.tuguan.api.features;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.tuguan.core.RequestException;

/**
 * Where a page of items ended: the key of its last row, in a form that clients pass back and never
 * read (docs/adr/0006). A checksum over collection and key finds cursors that were cut, changed or
 * taken to another collection; it needs no secret, so every node reads the cursors of every other.
 */
final class Cursor {
  private static final int CHECK_BYTES = 6;

  private Cursor() {}

  static String write(String collection, String key) {
    byte[] text = key.getBytes(StandardCharsets.UTF_8);
    byte[] cursor =
        ByteBuffer.allocate(CHECK_BYTES + text.length)
            .put(check(collection, key))
            .put(text)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
  }

  /** The key, or a fault that names the parameter. */
  static String read(String collection, String cursor) {
    byte[] bytes = decode(cursor);
    if (bytes.length > CHECK_BYTES) {
      String key =
          new String(bytes, CHECK_BYTES, bytes.length - CHECK_BYTES, StandardCharsets.UTF_8);
      if (Arrays.equals(check(collection, key), Arrays.copyOf(bytes, CHECK_BYTES))) {
        return key;
      }
    }
    throw invalid(cursor);
  }

  private static byte[] decode(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      throw invalid(cursor);
    }
  }

  private static RequestException invalid(String cursor) {
    return RequestException.invalid(
        "cursor", cursor, "follow the link next of a page of this collection");
  }

  private static byte[] check(String collection, String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((collection + '\n' + key).getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(hash, CHECK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
