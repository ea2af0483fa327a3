package org.tuguan.api.keys;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.tuguan.api.BackgroundWork;
import org.tuguan.api.Worker;

/**
 * Hears on a connection of its own which keys have changed (channel {@code tuguan_keys}), and
 * writes down every two seconds how they were used.
 */
@Component
@ConditionalOnWebApplication
class KeyNews implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(KeyNews.class);
  private static final int WAIT_MILLIS = 2_000;

  private final DataSource database;
  private final KnownKeys known;
  private final KeyUses uses;
  private final Worker worker = new Worker("keys", this::follow);

  KeyNews(DataSource database, KnownKeys known, KeyUses uses) {
    this.database = database;
    this.known = known;
    this.uses = uses;
  }

  @Override
  public Worker worker() {
    return worker;
  }

  @Override
  public void stop() {
    BackgroundWork.super.stop();
    store();
  }

  private void store() {
    try {
      uses.store();
    } catch (DataAccessException e) {
      LOG.warn("uses of keys cannot be written for the moment: {}", e.getMessage());
    }
  }

  private void follow() {
    while (isRunning()) {
      try (Connection connection = database.getConnection()) {
        listen(connection);
      } catch (SQLException | RuntimeException e) {
        known.connected(false);
        if (isRunning()) {
          LOG.warn("changes of keys cannot be heard for the moment: {}", e.getMessage());
          worker.sleep(500);
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN tuguan_keys");
      known.connected(true);
      PGConnection notices = connection.unwrap(PGConnection.class);
      while (isRunning()) {
        for (PGNotification notice : notices.getNotifications(WAIT_MILLIS)) {
          known.forget(Long.parseLong(notice.getParameter()));
        }
        store();
      }
      statement.execute("UNLISTEN *");
    }
  }
}
