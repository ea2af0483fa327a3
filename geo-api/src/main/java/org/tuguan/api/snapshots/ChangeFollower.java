package org.tuguan.api.snapshots;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.api.BackgroundWork;
import org.tuguan.api.DatabaseState;
import org.tuguan.api.Worker;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.catalog.Catalog;

/**
 * Waits for news from the database (channels {@code tuguan_changes} and {@code tuguan_catalog}) on
 * a connection of its own and brings {@link LiveLayers} up to date. A notice carries nothing: what
 * has changed stands in the change log, so that many notices cost one look, and one that was missed
 * is made up for by the next look a few seconds later. After a lost connection it goes on from the
 * moment that it had reached; after more than half a day everything is read anew.
 */
@Component
@ConditionalOnWebApplication
class ChangeFollower implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeFollower.class);
  private static final int WAIT_MILLIS = 2_000;

  /** From one look to the next, so that a storm of small changes is taken in portions. */
  private static final int BREATH_MILLIS = 25;

  private static final Duration LOOK_AT_TABLES = Duration.ofSeconds(10);
  private static final Duration PRUNE = Duration.ofHours(1);
  private static final Duration LOG_REACHES = Duration.ofHours(12);

  private final DataSource database;
  private final CatalogStore catalogs;
  private final LiveLayers layers;
  private final PostGisChanges changes;
  private final DatabaseState state;
  private final Clock clock;
  private final Worker worker = new Worker("changes", this::follow);
  private Catalog catalog;
  private Instant tablesSeen = Instant.EPOCH;
  private Instant pruned = Instant.EPOCH;
  private Instant followed;

  ChangeFollower(
      DataSource database,
      CatalogStore catalogs,
      LiveLayers layers,
      PostGisChanges changes,
      DatabaseState state,
      Clock clock) {
    this.database = database;
    this.catalogs = catalogs;
    this.layers = layers;
    this.changes = changes;
    this.state = state;
    this.clock = clock;
  }

  @Override
  public Worker worker() {
    return worker;
  }

  private void follow() {
    while (isRunning()) {
      try (Connection connection = database.getConnection()) {
        state.connected();
        listen(connection);
      } catch (SQLException | RuntimeException e) {
        state.failed(e);
        if (isRunning()) {
          LOG.warn("changes cannot be followed for the moment: {}", e.getMessage());
          worker.sleep(500);
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    changes.listen(connection);
    PGConnection notices = connection.unwrap(PGConnection.class);
    while (isRunning()) {
      long began = System.nanoTime();
      look(connection);
      notices.getNotifications(WAIT_MILLIS);
      long rest = BREATH_MILLIS - (System.nanoTime() - began) / 1_000_000;
      if (rest > 0) {
        worker.sleep(rest);
      }
    }
    changes.unlisten(connection);
  }

  private void look(Connection connection) throws SQLException {
    Instant now = clock.instant();
    catalogs.refresh();
    Catalog present = catalogs.whole();
    if (present != catalog || tablesSeen.plus(LOOK_AT_TABLES).isBefore(now)) {
      layers.reconcile(connection, present);
      catalog = present;
      tablesSeen = now;
    }
    if (followed != null && followed.plus(LOG_REACHES).isBefore(now)) {
      layers.startOver();
    }
    layers.catchUp(connection);
    followed = now;
    if (pruned.isBefore(now.minus(PRUNE))) {
      changes.prune(connection);
      pruned = now;
    }
  }
}
