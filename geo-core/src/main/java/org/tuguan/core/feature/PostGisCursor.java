package org.tuguan.core.feature;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/**
 * Rows of one query as features, fetched in portions within a read-only transaction that lives
 * until the cursor is closed or read to its end. For one thread.
 *
 * <p>Columns: key, geometry as WKB, then the wanted attributes.
 */
final class PostGisCursor extends AbstractSpliterator<Feature> implements AutoCloseable {
  private static final int ROWS_AT_FIRST = 200;
  private static final int MOST_ROWS_AT_ONCE = 1000;

  /** Of geometry in one portion, if the coming rows are like those before. */
  private static final long BYTES_AT_ONCE = 2_000_000;

  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  /**
   * A time without a zone is read in Taiwan's. Compiling a query takes longer than reading a batch,
   * and the database would do it for each, since it believes functions of geometry to be dear.
   */
  private static final String SETTINGS =
      """
      SELECT set_config('statement_timeout', ?, true), set_config('TimeZone', 'Asia/Taipei', true),
             set_config('jit', 'off', true)""";

  private final FeatureType type;
  private final int[] wanted;
  private final Connection connection;
  private final boolean ours;
  private final ResultSet rows;
  private long read;
  private long bytes;

  /**
   * In a transaction of its own.
   *
   * @param wanted positions in the type of the attributes that the query reads, in its order
   */
  PostGisCursor(
      DataSource database,
      PostGisStatement query,
      Duration timeout,
      FeatureType type,
      List<Integer> wanted) {
    this(begin(database, timeout), true, query, type, wanted);
  }

  /**
   * @param ours true if the connection ends with the cursor
   */
  PostGisCursor(
      Connection connection,
      boolean ours,
      PostGisStatement query,
      FeatureType type,
      List<Integer> wanted) {
    super(Long.MAX_VALUE, ORDERED | NONNULL);
    this.type = type;
    this.wanted = wanted.stream().mapToInt(Integer::intValue).toArray();
    this.connection = connection;
    this.ours = ours;
    try {
      PreparedStatement statement = query.prepare(connection);
      statement.closeOnCompletion();
      statement.setFetchSize(ROWS_AT_FIRST);
      // -1: binary from the first row on, which halves what crosses the wire
      statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
      this.rows = statement.executeQuery();
    } catch (SQLException e) {
      close();
      throw failure(type, e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  static Connection begin(DataSource database, Duration timeout) {
    Connection connection = null;
    try {
      connection = database.getConnection();
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      try (PreparedStatement settings = connection.prepareStatement(SETTINGS)) {
        settings.setString(1, Long.toString(timeout.toMillis()));
        settings.execute();
      }
      return connection;
    } catch (SQLException e) {
      end(connection);
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  static void end(Connection connection) {
    if (connection == null) {
      return;
    }
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("a connection could not be given back", e);
    }
  }

  /** What a failed query means to the one who asked. */
  static RuntimeException failure(FeatureType type, SQLException e) {
    if ("57014".equals(e.getSQLState())) {
      return new RequestException(
          Fault.TIMEOUT, "", "layer %s took too long to read".formatted(type.name()), e);
    }
    if ("22003".equals(e.getSQLState())) {
      return new RequestException(
          Fault.INVALID_PARAMETER,
          "filter",
          "filter: its arithmetic leaves the range of numbers",
          e);
    }
    return new IllegalStateException("layer %s could not be read".formatted(type.name()), e);
  }

  @Override
  public boolean tryAdvance(Consumer<? super Feature> action) {
    try {
      if (rows.isClosed()) {
        return false;
      }
      if (!rows.next()) {
        close();
        return false;
      }
      action.accept(feature());
      return true;
    } catch (SQLException e) {
      throw failure(type, e);
    }
  }

  private Feature feature() throws SQLException {
    Object[] values = new Object[type.attributes().size()];
    for (int i = 0; i < wanted.length; i++) {
      values[wanted[i]] = value(i + 3, type.attributes().get(wanted[i]).type());
    }
    byte[] wkb = rows.getBytes(2);
    meter(wkb == null ? 0 : wkb.length);
    return Feature.ofWkb(type, rows.getString(1), wkb, values);
  }

  /** The next portion is as large as memory allows. */
  private void meter(int size) throws SQLException {
    bytes += size;
    if (++read % ROWS_AT_FIRST == 0) {
      long portion = BYTES_AT_ONCE / (1 + bytes / read);
      rows.setFetchSize((int) Math.max(1, Math.min(MOST_ROWS_AT_ONCE, portion)));
    }
  }

  private Object value(int column, AttributeType kind) throws SQLException {
    Object value =
        switch (kind) {
          case TEXT -> rows.getString(column);
          case INTEGER -> rows.getLong(column);
          case NUMBER -> rows.getDouble(column);
          case BOOLEAN -> rows.getBoolean(column);
          case DATE -> rows.getObject(column, LocalDate.class);
          case TIMESTAMP -> time(rows.getObject(column, OffsetDateTime.class));
        };
    return rows.wasNull() ? null : value;
  }

  private static OffsetDateTime time(OffsetDateTime instant) {
    return instant == null ? null : instant.atZoneSameInstant(TAIPEI).toOffsetDateTime();
  }

  @Override
  public void close() {
    try {
      if (rows != null) {
        rows.close();
      }
      if (!ours) {
        return;
      }
      if (connection.isClosed()) {
        return;
      }
    } catch (SQLException e) {
      throw failure(type, e);
    }
    end(connection);
  }
}
