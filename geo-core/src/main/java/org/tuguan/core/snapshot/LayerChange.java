package org.tuguan.core.snapshot;

import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.crs.Bounds;

/**
 * Rows of a layer have changed, and whoever reads the layer now sees them changed.
 *
 * @param layer its name
 * @param box around all that is new or gone, in the layer's system; empty if it may be anywhere
 * @param version of the layer's {@link LayerView} from now on
 */
public record LayerChange(String layer, Optional<Bounds> box, long version) {
  public LayerChange {
    Objects.requireNonNull(layer);
    Objects.requireNonNull(box);
  }
}
