package org.tuguan.core.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tuguan.core.LocalText;

/** The first bytes by which some programs mark their text. */
final class ByteOrderMark {
  private ByteOrderMark() {}

  static Optional<TextEncoding> find(byte[] start, int length) {
    if (length >= 3 && at(start, 0) == 0xEF && at(start, 1) == 0xBB && at(start, 2) == 0xBF) {
      return marked(StandardCharsets.UTF_8);
    }
    if (length >= 2 && at(start, 0) == 0xFF && at(start, 1) == 0xFE) {
      return marked(StandardCharsets.UTF_16LE);
    }
    if (length >= 2 && at(start, 0) == 0xFE && at(start, 1) == 0xFF) {
      return marked(StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  private static int at(byte[] bytes, int index) {
    return bytes[index] & 0xFF;
  }

  private static Optional<TextEncoding> marked(Charset charset) {
    return Optional.of(
        new TextEncoding(charset, new LocalText("檔首有位元組順序標記", "marked by its first bytes")));
  }
}
