package org.tuguan.core.exports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.tuguan.core.LocalText;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;

/**
 * GeoPackage 1.3 (OGC 12-128r18) with one feature table and its spatial index. Polygons and lines
 * are written as collections, so that the table has one geometry type.
 */
public final class GeoPackageFormat implements FileFormat {
  private final Clock clock;

  /**
   * @param clock for the time of last change that the file states
   */
  public GeoPackageFormat(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "gpkg";
  }

  @Override
  public LocalText title() {
    return LocalText.same("GeoPackage");
  }

  @Override
  public String mediaType() {
    return "application/geopackage+sqlite3";
  }

  @Override
  public Export write(FeatureType type, Stream<Feature> features, ExportTarget target)
      throws IOException {
    Path file = target.file("gpkg");
    Files.deleteIfExists(file);
    TargetGeometry geometries = new TargetGeometry(type.crs(), target.crs());
    try (GeoPackageTable table = new GeoPackageTable(file, type, target)) {
      for (Iterator<Feature> each = features.iterator(); each.hasNext(); ) {
        table.add(each.next(), geometries);
      }
      table.finish(clock.instant());
      return new Export(target.crs(), List.of(file), table.count(), geometries.notes());
    } catch (SQLException e) {
      throw new IOException("cannot write " + file.getFileName() + ": " + e.getMessage(), e);
    }
  }
}
