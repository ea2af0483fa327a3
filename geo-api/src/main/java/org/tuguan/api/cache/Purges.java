package org.tuguan.api.cache;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.core.tile.cache.TileCache;

/**
 * Purges of the tile cache on all nodes: what is purged here is told to the others, and what others
 * tell is purged here. Safe for any thread.
 */
@Component
class Purges {
  private final TileCache cache;
  private final JdbcPurges log;
  private final Set<Long> own = new HashSet<>();
  private String seen;

  Purges(TileCache cache, JdbcPurges log) {
    this.cache = cache;
    this.log = log;
  }

  /**
   * Here at once, on other nodes within about a second; nowhere if the database does not answer.
   */
  synchronized void purge(Purge purge) {
    own.add(log.add(purge));
    purge.applyTo(cache);
  }

  /** Does what others have told since the last call; the first call only notes the moment. */
  synchronized void catchUp() {
    String now = log.moment();
    if (seen != null) {
      for (JdbcPurges.Told told : log.listBetween(seen, now)) {
        if (!own.remove(told.id())) {
          told.purge().applyTo(cache);
        }
      }
    }
    seen = now;
  }

  /** Does what was told since a moment of a former run. */
  void catchUpSince(Moment then) {
    log.listBetween(then.snapshot(), log.moment()).forEach(told -> told.purge().applyTo(cache));
  }
}
