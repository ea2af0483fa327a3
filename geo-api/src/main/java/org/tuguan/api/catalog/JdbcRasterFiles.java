package org.tuguan.api.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.map.GeoTiff;

/**
 * Raster files as they are in the database, copied to the server's home when first used. A copy is
 * named after the hash of its content, so that it never goes stale; it may be deleted at any time.
 * Safe for any thread.
 */
@Component
class JdbcRasterFiles {
  private final JdbcClient jdbc;
  private final Path folder;
  private final Map<String, GeoTiff> open = new ConcurrentHashMap<>();

  JdbcRasterFiles(JdbcClient jdbc, TuguanProperties properties) {
    this.jdbc = jdbc;
    this.folder = properties.home().resolve("rasters");
  }

  GeoTiff open(LayerData.Raster raster) {
    return open.computeIfAbsent(raster.sha256(), this::read);
  }

  private GeoTiff read(String sha256) {
    Path file = folder.resolve(sha256 + ".tif");
    try {
      if (!Files.exists(file)) {
        copy(sha256, file);
      }
      return GeoTiff.open(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Written beside and renamed, so that a half-written file is never taken for a whole one. */
  private void copy(String sha256, Path file) throws IOException {
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, sha256, ".part");
    try (InputStream content =
        jdbc.sql("SELECT tiff FROM tuguan.raster_file WHERE sha256 = ?")
            .param(sha256)
            .query((row, i) -> row.getBinaryStream(1))
            .single()) {
      Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
