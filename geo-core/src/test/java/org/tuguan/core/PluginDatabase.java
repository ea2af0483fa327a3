package org.tuguan.core;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.tuguan.core.plugin.PluginManifest;

/**
 * The database of a plugin's test: its migrations, and nothing of the library's own tables. Dropped
 * when closed.
 */
public final class PluginDatabase implements AutoCloseable {
  private final TestDatabase database;

  private PluginDatabase(TestDatabase database) {
    this.database = database;
  }

  /**
   * Runs the migrations that are on the class path, by their numbers.
   *
   * @param id of the plugin
   */
  public static PluginDatabase of(String id) {
    TestDatabase database = TestDatabase.create();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA plugin_" + id);
      statement.execute("SET search_path TO plugin_" + id + ", public");
      for (Path migration : migrations()) {
        statement.execute(Files.readString(migration, StandardCharsets.UTF_8));
      }
    } catch (SQLException | IOException | URISyntaxException e) {
      database.close();
      throw new IllegalStateException("the migrations of " + id, e);
    }
    return new PluginDatabase(database);
  }

  private static List<Path> migrations() throws IOException, URISyntaxException {
    URL directory =
        Objects.requireNonNull(
            PluginDatabase.class.getClassLoader().getResource(PluginManifest.MIGRATIONS),
            PluginManifest.MIGRATIONS);
    try (Stream<Path> files = Files.list(Path.of(directory.toURI()))) {
      return files.sorted(Comparator.comparingInt(PluginDatabase::number)).toList();
    }
  }

  private static int number(Path migration) {
    return Integer.parseInt(
        migration.getFileName().toString().replaceFirst("^V0*(\\d+)__.*", "$1"));
  }

  public DataSource dataSource() {
    return database.dataSource();
  }

  /** Runs statements separated by semicolons. */
  public void execute(String sql) {
    database.execute(sql);
  }

  @Override
  public void close() {
    database.close();
  }
}
