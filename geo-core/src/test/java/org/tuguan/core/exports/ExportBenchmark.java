package org.tuguan.core.exports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.tuguan.core.LocalText;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureBatches;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeoJsonEncoder;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.PostGisFeatureSource;
import org.tuguan.core.feature.Query;
import org.tuguan.core.feature.TableRef;

/**
 * Seconds to write a table of 500,000 buildings as a file, a new process for each round being the
 * caller's affair: {@code bench/exports.sh}.
 */
final class ExportBenchmark {
  private static final List<FileFormat> FORMATS =
      List.of(
          new GeoPackageFormat(Clock.systemUTC()),
          new StreamedFormat(new GeoJsonEncoder(), LocalText.same("GeoJSON")),
          new FlatGeobufFormat(),
          ShapefileFormat.utf8(),
          new KmlFormat(),
          new DxfFormat());

  private ExportBenchmark() {}

  /** Format, JDBC address, user, password, folder. */
  public static void main(String[] args) throws IOException {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(args[1]);
    database.setUser(args[2]);
    database.setPassword(args[3]);
    PostGisFeatureSource source =
        new PostGisFeatureSource(database, table(), Duration.ofMinutes(5));
    FileFormat format =
        FORMATS.stream().filter(each -> each.name().equals(args[0])).findFirst().orElseThrow();
    ExportTarget target = new ExportTarget(Path.of(args[4]), "buildings", Crs.TWD97_TM2_121);
    try (Stream<Feature> features = FeatureBatches.streamAhead(source, Query.ALL)) {
      Export export = format.write(source.type(), features, target);
      long bytes = 0;
      for (Path file : export.files()) {
        bytes += Files.size(file);
      }
      System.out.printf("%s %d features %d bytes%n", format.name(), export.features(), bytes);
    }
  }

  private static TableRef table() {
    return new TableRef(
        "public",
        "buildings",
        "id",
        false,
        new FeatureType(
            "buildings",
            List.of(
                new Attribute("height", AttributeType.NUMBER),
                new Attribute("use_code", AttributeType.TEXT),
                new Attribute("name", AttributeType.TEXT)),
            "geom",
            GeometryKind.POLYGON,
            Crs.TWD97_TM2_121));
  }
}
