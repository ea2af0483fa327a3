package org.tuguan.core.imports;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the feature ids of a layer come from.
 *
 * @param column whose values they are; empty unless {@code source} is {@code COLUMN}
 * @param text true if they are text, false if they are whole numbers
 */
public record KeyPlan(Source source, Optional<String> column, boolean text) {
  /** In the order of preference. */
  public enum Source {
    /** As the file numbers its features. */
    FEATURE_ID,
    COLUMN,
    /** Position in the file: stays the same only while rows are added at the end. */
    RECORD_NUMBER
  }

  public KeyPlan {
    Objects.requireNonNull(source);
    if (column.isPresent() != (source == Source.COLUMN)) {
      throw new IllegalArgumentException("a column if and only if keys come from one");
    }
  }
}
