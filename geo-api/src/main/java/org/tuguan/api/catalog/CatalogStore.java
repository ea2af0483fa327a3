package org.tuguan.api.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tuguan.core.catalog.Catalog;

/**
 * The catalog of this moment. Follows the database: a notice (channel {@code tuguan_catalog})
 * brings a change here within a second, whoever made it; a version that is compared every few
 * seconds covers notices that were lost.
 */
@Component
public class CatalogStore implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogStore.class);
  private static final int WAIT_MILLIS = 5_000;

  private final JdbcCatalog jdbc;
  private final DataSource database;
  private volatile Catalog catalog;
  private volatile Thread listener;

  CatalogStore(JdbcCatalog jdbc, DataSource database) {
    this.jdbc = jdbc;
    this.database = database;
    this.catalog = jdbc.read();
  }

  /** A snapshot; ask once a request and keep it, so that a request sees one catalog. */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * Reads the catalog again if it has changed; for those who have just changed it and go on with
   * it.
   */
  public synchronized Catalog refresh() {
    if (jdbc.version() != catalog.version()) {
      catalog = jdbc.read();
      LOG.info("catalog {}: {} layers", catalog.version(), catalog.listLayers().size());
    }
    return catalog;
  }

  @Override
  public void start() {
    Thread thread = new Thread(this::follow, "catalog-listener");
    thread.setDaemon(true);
    listener = thread;
    thread.start();
  }

  @Override
  public void stop() {
    Thread thread = listener;
    listener = null;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return listener != null;
  }

  private void follow() {
    while (isRunning()) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("LISTEN tuguan_catalog");
        listen(connection.unwrap(PGConnection.class));
        statement.execute("UNLISTEN *");
      } catch (SQLException | RuntimeException e) {
        if (!isRunning()) {
          return;
        }
        LOG.warn("the catalog cannot be followed for the moment: {}", e.getMessage());
        pause();
      }
    }
  }

  private void listen(PGConnection connection) throws SQLException {
    while (isRunning()) {
      refresh();
      connection.getNotifications(WAIT_MILLIS);
    }
  }

  private void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      listener = null;
    }
  }
}
