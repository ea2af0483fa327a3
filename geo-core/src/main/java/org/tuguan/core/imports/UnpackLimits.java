package org.tuguan.core.imports;

import java.util.Locale;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/**
 * How far packed files are unpacked, so that a small file cannot fill the disk.
 *
 * @param entries most files in an archive
 * @param bytes most bytes after unpacking, in all
 */
public record UnpackLimits(int entries, long bytes) {
  /** Text and tables of numbers pack at 5 to 40 to 1; blank-filled tables at more. */
  private static final int MOST_RATIO = 300;

  /** Below this size the ratio does not matter. */
  private static final long SMALL = 32L << 20;

  public UnpackLimits {
    if (entries < 1 || bytes < 1) {
      throw new IllegalArgumentException("limits that allow nothing");
    }
  }

  /** Throws {@code TOO_LARGE} with the limit in words once it is passed. */
  void check(String name, long unpacked, long packed) {
    if (unpacked > bytes) {
      throw new RequestException(
          Fault.TOO_LARGE,
          "file",
          "%s unpacks to more than %s".formatted(RequestException.quote(name), size(bytes)));
    }
    if (unpacked > SMALL && unpacked / MOST_RATIO > packed) {
      throw new RequestException(
          Fault.TOO_LARGE,
          "file",
          "%s unpacks to more than %d times its size"
              .formatted(RequestException.quote(name), MOST_RATIO));
    }
  }

  private static String size(long bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : String.format(Locale.ROOT, "%d bytes", bytes);
  }
}
