package org.tuguan.api.payment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.tuguan.core.TestDatabase;

/**
 * Holds whoever writes to one table, in the middle of its transaction, until it is closed; so that
 * it can be killed just there.
 */
final class Halt implements AutoCloseable {
  private static final int LOCK = 4711;
  private static final long PATIENCE = 60_000_000_000L;

  private final Connection connection;
  private final String table;

  Halt(TestDatabase database, String table) {
    this.table = table;
    try {
      connection = database.dataSource().getConnection();
      execute(
          """
          CREATE OR REPLACE FUNCTION public.halt() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN PERFORM pg_advisory_xact_lock_shared(%d); RETURN NEW; END $$
          """
              .formatted(LOCK));
      execute("SELECT pg_advisory_lock(" + LOCK + ")");
      execute(
          "CREATE TRIGGER halt BEFORE INSERT OR UPDATE ON tuguan.%s FOR EACH ROW EXECUTE FUNCTION public.halt()"
              .formatted(table));
    } catch (SQLException e) {
      throw new IllegalStateException(table, e);
    }
  }

  /** Waits until somebody is held; the id of its process at the database. */
  int held() {
    long end = System.nanoTime() + PATIENCE;
    try (Statement statement = connection.createStatement()) {
      while (System.nanoTime() < end) {
        try (ResultSet found =
            statement.executeQuery(
                """
                SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                WHERE l.locktype = 'advisory' AND NOT l.granted AND l.objid = %d AND d.datname = current_database()
                """
                    .formatted(LOCK))) {
          if (found.next()) {
            return found.getInt(1);
          }
        }
        Thread.sleep(10);
      }
      throw new AssertionError("nobody writes to " + table);
    } catch (SQLException e) {
      throw new IllegalStateException(table, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As if the database had stopped under it. */
  void terminate(int pid) {
    try {
      execute("SELECT pg_terminate_backend(%d, 10000)".formatted(pid));
    } catch (SQLException e) {
      throw new IllegalStateException(table, e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    try (connection) {
      execute("SELECT pg_advisory_unlock(" + LOCK + ")");
      execute("DROP TRIGGER halt ON tuguan." + table);
    } catch (SQLException e) {
      throw new IllegalStateException(table, e);
    }
  }
}
