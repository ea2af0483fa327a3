package org.tuguan.core.exports;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.tuguan.core.crs.Crs;

/**
 * What was written.
 *
 * @param crs system of the coordinates, which is not the one asked for where a format knows only
 *     one
 * @param files the first is the one to open
 * @param features how many were written, those without geometry included
 * @param notes what the format could not hold
 */
public record Export(Crs crs, List<Path> files, long features, List<ExportNote> notes) {
  public Export {
    Objects.requireNonNull(crs);
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no file");
    }
  }
}
