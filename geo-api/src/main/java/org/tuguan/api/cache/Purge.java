package org.tuguan.api.cache;

import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.tile.cache.TileCache;

/**
 * That tiles be made anew when they are next asked for.
 *
 * @param layer whose tiles; empty for those of all layers
 * @param box in degrees (CRS:84), tiles that meet it; empty for everywhere
 */
record Purge(Optional<String> layer, Optional<Bounds> box) {
  Purge {
    Objects.requireNonNull(layer);
    Objects.requireNonNull(box);
  }

  void applyTo(TileCache cache) {
    if (layer.isPresent()) {
      cache.changed(layer.get(), box);
    } else if (box.isPresent()) {
      cache.changedAll(box);
    } else {
      cache.clear();
    }
  }
}
