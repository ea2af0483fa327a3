package org.tuguan.core.imports;

import java.util.Objects;
import org.tuguan.core.LocalText;

/**
 * A record that cannot be loaded.
 *
 * @param number of the record, from 1
 * @param line of a text file, from 1; 0 where files have no lines
 */
public record BadRow(long number, long line, LocalText reason) {
  public BadRow {
    Objects.requireNonNull(reason);
  }
}
