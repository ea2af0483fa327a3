package org.tuguan.plugin.coverage.inventory;

import java.util.List;
import org.tuguan.core.LocalText;
import org.tuguan.plugin.coverage.area.Disc;

/**
 * The ground that one station reaches.
 *
 * @param warnings what was assumed, or was outside a model's range
 */
public record Footprint(AccessPoint point, Disc disc, List<LocalText> warnings) {
  public Footprint {
    warnings = List.copyOf(warnings);
  }
}
