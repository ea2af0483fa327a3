package org.tuguan.api.snapshots;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.PostGisFeatureSource;
import org.tuguan.core.feature.TableRef;

/**
 * The change log in the database (migration V003) and what stands around it. All calls are made on
 * the caller's connection.
 *
 * <p>A moment is what PostgreSQL calls a snapshot ({@code pg_current_snapshot}): which transactions
 * were seen. What is new since a moment is what it did not see, in whatever order transactions
 * ended; a counter could not say that.
 */
@Component
public class PostGisChanges {
  /**
   * One statement's changes.
   *
   * @param rows -1 if not known
   * @param keys empty if not known or too many
   * @param boxes empty if it may be anywhere; a list without boxes if no geometry is concerned
   */
  record Entry(Instant at, long rows, Optional<List<String>> keys, Optional<List<Bounds>> boxes) {}

  /**
   * A table as it lies in the database.
   *
   * @param oid another one if the table was made anew
   * @param bytes 0 for a view
   */
  record Stored(long oid, long bytes) {}

  private static final String FIND =
      "SELECT c.oid::bigint, c.relpages::bigint * 8192 FROM pg_class c WHERE c.oid = to_regclass(format('%I.%I', ?::text, ?::text))";
  private static final String TOUCHED =
      """
      SELECT DISTINCT schema_name, table_name FROM tuguan.change_log
      WHERE transaction >= pg_snapshot_xmin(?::pg_snapshot)
        AND NOT pg_visible_in_snapshot(transaction, ?::pg_snapshot)
      """;
  private static final String ANY_NEW =
      """
      SELECT EXISTS (SELECT FROM tuguan.change_log
      WHERE transaction >= pg_snapshot_xmin(?::pg_snapshot)
        AND NOT pg_visible_in_snapshot(transaction, ?::pg_snapshot)
        AND schema_name = ? AND table_name = ?)
      """;
  private static final String NEW =
      """
      SELECT at, row_count, keys, boxes FROM tuguan.change_log
      WHERE transaction >= pg_snapshot_xmin(?::pg_snapshot)
        AND NOT pg_visible_in_snapshot(transaction, ?::pg_snapshot)
        AND schema_name = ? AND table_name = ? AND key_column = ? AND geometry_column = ?
      ORDER BY id LIMIT ?
      """;

  Optional<Stored> find(Connection connection, TableRef table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.table());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Stored(row.getLong(1), row.getLong(2)))
            : Optional.empty();
      }
    }
  }

  /**
   * Has changes of a table written down from now on, in a transaction of its own.
   *
   * @return false if that cannot be
   */
  boolean track(Connection connection, TableRef table) throws SQLException {
    limitLocks(connection);
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT tuguan.track(?, ?, ?, ?)")) {
      bind(statement, 1, table);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        boolean tracked = row.getBoolean(1);
        connection.commit();
        return tracked;
      }
    } finally {
      end(connection);
    }
  }

  /** Leaves tables alone that are no longer published. */
  void untrackUnpublished(Connection connection) throws SQLException {
    limitLocks(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT tuguan.untrack_unpublished()");
      connection.commit();
    } finally {
      end(connection);
    }
  }

  /** Making triggers waits for writers, and others wait behind it: not for long. */
  private static void limitLocks(Connection connection) throws SQLException {
    connection.setReadOnly(false);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL lock_timeout = '2s'");
    }
  }

  /** Ends a transaction, writing nothing, and leaves the connection as others expect it. */
  static void end(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.setReadOnly(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
  }

  private static void bind(PreparedStatement statement, int from, TableRef table)
      throws SQLException {
    statement.setString(from, table.schema());
    statement.setString(from + 1, table.table());
    statement.setString(from + 2, table.keyColumn());
    statement.setString(from + 3, table.type().geometryName());
  }

  /** Begins a transaction in which all is read as of one moment, and names the moment. */
  String begin(Connection connection) throws SQLException {
    PostGisFeatureSource.beginMoment(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = 0");
      statement.execute("SET LOCAL lock_timeout = '1s'");
      try (ResultSet row = statement.executeQuery("SELECT pg_current_snapshot()::text")) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** A table's name. */
  record Name(String schema, String table) {
    static Name of(TableRef table) {
      return new Name(table.schema(), table.table());
    }
  }

  /** True if a table has changes that an earlier moment did not see, and the present one does. */
  boolean touched(Connection connection, String moment, TableRef table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ANY_NEW)) {
      statement.setString(1, moment);
      statement.setString(2, moment);
      statement.setString(3, table.schema());
      statement.setString(4, table.table());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Tables with changes that an earlier moment did not see, and the present one does. */
  Set<Name> listTouched(Connection connection, String moment) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TOUCHED)) {
      statement.setString(1, moment);
      statement.setString(2, moment);
      Set<Name> names = new HashSet<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          names.add(new Name(row.getString(1), row.getString(2)));
        }
      }
      return names;
    }
  }

  /**
   * Changes that an earlier moment did not see, and the present one does.
   *
   * @param limit most entries
   */
  List<Entry> listSince(Connection connection, String moment, TableRef table, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEW)) {
      statement.setString(1, moment);
      statement.setString(2, moment);
      bind(statement, 3, table);
      statement.setInt(7, limit);
      List<Entry> entries = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row, table));
        }
      }
      return entries;
    }
  }

  private static Entry entry(ResultSet row, TableRef table) throws SQLException {
    Object rows = row.getObject(2);
    Array keys = row.getArray(3);
    Array boxes = row.getArray(4);
    return new Entry(
        row.getObject(1, OffsetDateTime.class).toInstant(),
        rows == null ? -1 : (Long) rows,
        keys == null
            ? Optional.empty()
            : Optional.of(Stream.of((String[]) keys.getArray()).filter(Objects::nonNull).toList()),
        boxes == null ? Optional.empty() : boxes((Double[]) boxes.getArray(), table));
  }

  /** Coordinates that are no numbers lie anywhere. */
  private static Optional<List<Bounds>> boxes(Double[] sides, TableRef table) {
    List<Bounds> boxes = new ArrayList<>();
    for (int i = 0; i < sides.length; i += 4) {
      try {
        boxes.add(
            new Bounds(table.type().crs(), sides[i], sides[i + 1], sides[i + 2], sides[i + 3]));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.of(boxes);
  }

  /** Has the connection told of changes of data and catalog. */
  void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN tuguan_changes");
      statement.execute("LISTEN tuguan_catalog");
    }
  }

  void unlisten(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("UNLISTEN *");
    }
  }

  /** Forgets what is older than a day. */
  void prune(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM tuguan.change_log WHERE at < now() - interval '1 day'");
    }
  }

  /** Says that anything in the table may have changed. */
  public void sayChanged(Connection connection, TableRef table) throws SQLException {
    try (PreparedStatement entry =
            connection.prepareStatement(
                "INSERT INTO tuguan.change_log (schema_name, table_name, key_column, geometry_column) VALUES (?, ?, ?, ?)");
        Statement notice = connection.createStatement()) {
      bind(entry, 1, table);
      entry.executeUpdate();
      notice.execute("NOTIFY tuguan_changes");
    }
  }
}
