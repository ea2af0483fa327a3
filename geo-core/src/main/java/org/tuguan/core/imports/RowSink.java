package org.tuguan.core.imports;

import java.io.IOException;

/** Takes what a {@link FeatureReader} reads, in the order of the file. */
public interface RowSink {
  void row(Row row) throws IOException;

  /** A record that the reader could pass over but not read. */
  void bad(BadRow row) throws IOException;
}
