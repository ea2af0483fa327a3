package org.tuguan.api.publishing;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** Names of layers and tables, made from what files are called. */
public final class LayerNames {
  /** Bytes; PostgreSQL has 63, and the names of indexes are a little longer than their table's. */
  private static final int LONGEST_TABLE = 57;

  private LayerNames() {}

  /** A layer name: letters and digits of any script stay, everything else becomes {@code _}. */
  public static String layer(String fileName) {
    String name =
        fileName.strip().replaceAll("[^\\p{L}\\p{N}_-]+", "_").replaceAll("^[_-]+|[_-]+$", "");
    if (name.isEmpty()) {
      throw new RequestException(
          Fault.MISSING_PARAMETER,
          "name",
          new LocalText(
              "檔名無法作為圖層名稱；請以 --name 指定",
              "no layer name can be made of the file's name; say --name"));
    }
    return name.substring(
        0, name.offsetByCodePoints(0, Math.min(60, name.codePointCount(0, name.length()))));
  }

  /** What people read until somebody writes a better title. */
  public static String title(String fileName) {
    String title = fileName.replaceAll("[_\\s]+", " ").strip();
    return title.isEmpty() ? fileName : title;
  }

  /** The layer's name if PostgreSQL can have it whole, else shortened and with a checksum. */
  public static String table(String layer) {
    byte[] bytes = layer.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST_TABLE) {
      return layer;
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    String shortened = layer;
    while (shortened.getBytes(StandardCharsets.UTF_8).length > LONGEST_TABLE - 9) {
      shortened = shortened.substring(0, shortened.offsetByCodePoints(shortened.length(), -1));
    }
    return shortened + "_" + Long.toHexString(checksum.getValue());
  }
}
