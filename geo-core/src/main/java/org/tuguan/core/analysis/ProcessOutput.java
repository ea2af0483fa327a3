package org.tuguan.core.analysis;

import java.util.Objects;
import org.tuguan.core.LocalText;

/**
 * A value that a process gives.
 *
 * @param name key of the result
 * @param layer true if the value is the name of a layer of the catalog
 */
public record ProcessOutput(String name, LocalText title, boolean layer) {
  public ProcessOutput {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
  }
}
