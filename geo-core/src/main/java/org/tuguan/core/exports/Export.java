package org.tuguan.core.exports;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param files the first is the one to open
 * @param features how many were written, those without geometry included
 * @param notes what the format could not hold
 */
public record Export(List<Path> files, long features, List<ExportNote> notes) {
  public Export {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no file");
    }
  }
}
