package org.tuguan.core.exports;

import java.nio.file.Path;
import java.util.Objects;
import org.tuguan.core.crs.Crs;

/**
 * Where a layer is written, and how.
 *
 * @param folder exists
 * @param baseName of the files, without an extension
 * @param crs system of the coordinates that are written; formats that know only one use that
 */
public record ExportTarget(Path folder, String baseName, Crs crs) {
  public ExportTarget {
    Objects.requireNonNull(folder);
    Objects.requireNonNull(crs);
    if (baseName.isEmpty() || baseName.contains("/") || baseName.contains("\\")) {
      throw new IllegalArgumentException("not a file name: " + baseName);
    }
  }

  Path file(String extension) {
    return folder.resolve(baseName + "." + extension);
  }
}
