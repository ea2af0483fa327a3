package org.tuguan.core.tile.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.sqlite.JDBC;
import org.tuguan.core.crs.Bounds;

/** MBTiles 1.3: a SQLite database, which GDAL, QGIS and many others open. */
public final class JdbcMbTilesArchive implements TileArchive {
  private static final String TABLES =
      """
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      PRAGMA application_id = 0x4d504258;
      CREATE TABLE metadata (name text, value text);
      CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
      """;
  private static final int BATCH = 500;

  private final Path file;
  private final Path unfinished;
  private final Connection connection;
  private final PreparedStatement insert;
  private int waiting;

  public JdbcMbTilesArchive(Path file, ArchiveInfo info) throws IOException {
    this.file = file;
    this.unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    try {
      connection =
          JDBC.createConnection("jdbc:sqlite:" + unfinished.toAbsolutePath(), new Properties());
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(TABLES);
      }
      connection.setAutoCommit(false);
      describe(info);
      insert = connection.prepareStatement("INSERT INTO tiles VALUES (?, ?, ?, ?)");
    } catch (SQLException e) {
      throw new IOException(unfinished + " cannot be written", e);
    }
  }

  private void describe(ArchiveInfo info) throws SQLException {
    Bounds box = info.bounds();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("name", info.name());
    metadata.put("format", info.format().word());
    metadata.put("bounds", text(box.minX(), box.minY(), box.maxX(), box.maxY()));
    metadata.put("center", text(info.centerX(), info.centerY()) + "," + info.minZoom());
    metadata.put("minzoom", Integer.toString(info.minZoom()));
    metadata.put("maxzoom", Integer.toString(info.maxZoom()));
    metadata.put("attribution", info.attribution());
    metadata.put("description", info.description());
    metadata.put("type", "overlay");
    metadata.put("version", "1");
    info.vectorLayers().ifPresent(json -> metadata.put("json", "{\"vector_layers\":" + json + "}"));
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO metadata VALUES (?, ?)")) {
      for (Map.Entry<String, String> each : metadata.entrySet()) {
        statement.setString(1, each.getKey());
        statement.setString(2, each.getValue());
        statement.executeUpdate();
      }
    }
  }

  private static String text(double... numbers) {
    StringBuilder text = new StringBuilder();
    for (double number : numbers) {
      text.append(text.length() == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.7f", number));
    }
    return text.toString();
  }

  /** Rows count from the south here. */
  @Override
  public void add(int z, int x, int y, byte[] body) throws IOException {
    try {
      insert.setInt(1, z);
      insert.setInt(2, x);
      insert.setInt(3, (1 << z) - 1 - y);
      insert.setBytes(4, body);
      insert.addBatch();
      if (++waiting == BATCH) {
        waiting = 0;
        insert.executeBatch();
      }
    } catch (SQLException e) {
      throw new IOException(unfinished + " cannot be written", e);
    }
  }

  @Override
  public void finish() throws IOException {
    try (Statement statement = connection.createStatement()) {
      insert.executeBatch();
      statement.executeUpdate(
          "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)");
      connection.commit();
      connection.close();
    } catch (SQLException e) {
      throw new IOException(unfinished + " cannot be written", e);
    }
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(unfinished + " cannot be closed", e);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
