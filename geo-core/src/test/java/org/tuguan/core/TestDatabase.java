package org.tuguan.core;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a test's own on the PostGIS that {@code ./tuguan test} started, dropped when
 * closed. Without that server a test fails; it is never skipped.
 */
public final class TestDatabase implements AutoCloseable {
  private static final String EMPTY = "test_postgis";

  private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");

  private TestDatabase() {}

  /** An empty database with PostGIS in it: a copy of one that the first test of a cluster makes. */
  public static TestDatabase create() {
    DataSource server = source(setting("TUGUAN_TEST_DB_URL"));
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(hashtext('" + EMPTY + "'))");
      makeEmpty(statement);
      TestDatabase database = new TestDatabase();
      statement.execute("CREATE DATABASE " + database.name + " TEMPLATE " + EMPTY);
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException("no database for a test", e);
    }
  }

  private static void makeEmpty(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + EMPTY + "'")) {
      if (found.next()) {
        return;
      }
    }
    statement.execute("CREATE DATABASE " + EMPTY);
    execute(source(address(EMPTY)), "CREATE EXTENSION postgis");
  }

  public DataSource dataSource() {
    return source(url());
  }

  /** JDBC address of this database. */
  public String url() {
    return address(name);
  }

  private static String address(String database) {
    return setting("TUGUAN_TEST_DB_URL").replaceFirst("/[^/]*$", "/" + database);
  }

  public static String user() {
    return setting("TUGUAN_TEST_DB_USER");
  }

  public static String password() {
    return setting("TUGUAN_TEST_DB_PASSWORD");
  }

  /** Runs statements separated by semicolons. */
  public void execute(String sql) {
    execute(dataSource(), sql);
  }

  @Override
  public void close() {
    execute(
        source(setting("TUGUAN_TEST_DB_URL")), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  private static DataSource source(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user());
    source.setPassword(password());
    return source;
  }

  private static void execute(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static String setting(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set: run the tests with ./tuguan test");
    }
    return value;
  }
}
