package org.tuguan.api.cache;

import org.springframework.stereotype.Component;
import org.tuguan.core.snapshot.ChangeListener;
import org.tuguan.core.snapshot.LayerChange;
import org.tuguan.core.tile.cache.TileCache;

/** Tells the cache what has changed. */
@Component
class CacheChanges implements ChangeListener {
  private final TileCache cache;

  CacheChanges(TileCache cache) {
    this.cache = cache;
  }

  @Override
  public void changed(LayerChange change) {
    cache.changed(change.layer(), change.box());
  }
}
