package org.tuguan.api.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.tuguan.api.BackgroundWork;
import org.tuguan.api.Worker;
import org.tuguan.api.snapshots.Following;
import org.tuguan.core.tile.cache.TileCache;

/**
 * Opens the tiles of former runs once changes are followed, and then writes down every few seconds
 * up to which moment all changes have been told, so that the next run can go on from there.
 */
@Component
@ConditionalOnWebApplication
class CacheMoments implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(CacheMoments.class);
  private static final int WAIT_MILLIS = 200;
  private static final Duration EVERY = Duration.ofSeconds(5);

  /** Half of what the change log holds. */
  private static final Duration LOG_REACHES = Duration.ofHours(12);

  /** From asking the database for changes to having told them all, at most. */
  private static final Duration TELLING = Duration.ofSeconds(1);

  private final TileCache cache;
  private final FormerTiles former;
  private final JdbcMoments moments;
  private final Following following;
  private final Purges purges;
  private final Clock clock;
  private final Worker worker = new Worker("tile-cache", this::run);
  private boolean trusted;
  private Instant purged = Instant.MAX;
  private Moment pending;
  private Instant pendingSince = Instant.EPOCH;

  CacheMoments(
      TileCache cache,
      FormerTiles former,
      JdbcMoments moments,
      Following following,
      Purges purges,
      Clock clock) {
    this.cache = cache;
    this.former = former;
    this.moments = moments;
    this.following = following;
    this.purges = purges;
    this.clock = clock;
  }

  @Override
  public Worker worker() {
    return worker;
  }

  private void run() {
    while (isRunning()) {
      try {
        if (following.caughtUp().isPresent()) {
          look();
        }
      } catch (DataAccessException e) {
        LOG.debug("the moment is not known for now", e);
      }
      worker.sleep(WAIT_MILLIS);
    }
  }

  /**
   * Whenever the log has been looked at, which a purge elsewhere sees to: before a moment is
   * written down up to which all has been told.
   */
  private void purge(Instant looked) {
    if (!looked.equals(purged)) {
      if (looked.minus(LOG_REACHES).isAfter(purged)) {
        cache.clear();
      }
      purges.catchUp();
      purged = looked;
    }
  }

  private void look() {
    Instant looked = following.caughtUp().get();
    purge(looked);
    if (!trusted) {
      former.catchUp(following.trackedTables());
      trusted = true;
    }
    Instant now = clock.instant();
    if (pending != null && looked.isAfter(pendingSince.plus(TELLING)) && !following.owesChanges()) {
      cache.reached(pending.text());
      pending = null;
    }
    if (pending == null && pendingSince.plus(EVERY).isBefore(now)) {
      pending = moments.now(following.trackedTables());
      pendingSince = clock.instant();
    }
  }
}
