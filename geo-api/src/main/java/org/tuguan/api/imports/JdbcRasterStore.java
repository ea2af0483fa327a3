package org.tuguan.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Keeps raster files in the database, each once, by the hash of its content. */
@Component
class JdbcRasterStore {
  private final DataSource database;

  JdbcRasterStore(DataSource database) {
    this.database = database;
  }

  /** Takes part in the transaction of the caller; the file is streamed. */
  void save(String sha256, Path file) {
    Connection connection = DataSourceUtils.getConnection(database);
    try (InputStream content = Files.newInputStream(file);
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO tuguan.raster_file (sha256, tiff) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
      statement.setString(1, sha256);
      statement.setBinaryStream(2, content, Files.size(file));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("keeping a raster file failed", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }
}
