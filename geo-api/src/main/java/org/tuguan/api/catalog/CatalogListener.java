package org.tuguan.api.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the catalog of a running server as the database has it: a notice (channel {@code
 * tuguan_catalog}) brings a change here within a second, whoever made it; a version that is
 * compared every few seconds covers notices that were lost. Commands, which end soon, have none.
 */
@Component
@ConditionalOnWebApplication
class CatalogListener implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogListener.class);
  private static final int WAIT_MILLIS = 5_000;

  private final CatalogStore catalogs;
  private final DataSource database;
  private volatile Thread thread;

  CatalogListener(CatalogStore catalogs, DataSource database) {
    this.catalogs = catalogs;
    this.database = database;
  }

  @Override
  public void start() {
    Thread started = new Thread(this::follow, "catalog-listener");
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void follow() {
    while (isRunning()) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("LISTEN tuguan_catalog");
        listen(connection.unwrap(PGConnection.class));
        statement.execute("UNLISTEN *");
      } catch (SQLException | RuntimeException e) {
        pauseAfter(e);
      }
    }
  }

  private void listen(PGConnection connection) throws SQLException {
    while (isRunning()) {
      catalogs.refresh();
      connection.getNotifications(WAIT_MILLIS);
    }
  }

  private void pauseAfter(Exception e) {
    if (isRunning()) {
      LOG.warn("the catalog cannot be followed for the moment: {}", e.getMessage());
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException stopped) {
        thread = null;
      }
    }
  }
}
