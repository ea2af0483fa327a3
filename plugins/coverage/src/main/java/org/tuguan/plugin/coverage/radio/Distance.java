package org.tuguan.plugin.coverage.radio;

import java.util.List;
import org.tuguan.core.LocalText;

/**
 * How far a link reaches.
 *
 * @param metres greater than 0
 * @param warnings why the number should be taken with care; empty inside the model's range
 */
public record Distance(double metres, List<LocalText> warnings) {
  public Distance {
    warnings = List.copyOf(warnings);
  }
}
