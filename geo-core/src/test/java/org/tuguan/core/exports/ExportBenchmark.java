package org.tuguan.core.exports;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGPoolingDataSource;
import org.tuguan.core.LocalText;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureBatches;
import org.tuguan.core.feature.FeatureSource;
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

  /**
   * Format, JDBC address, user, password, folder; with a sixth argument the work is done anew for
   * each line of the standard input, as a running server does it again and again.
   */
  public static void main(String[] args) throws IOException {
    PostGisFeatureSource source =
        new PostGisFeatureSource(
            database(args[1], args[2], args[3]), table(), Duration.ofMinutes(5));
    FileFormat format =
        FORMATS.stream().filter(each -> each.name().equals(args[0])).findFirst().orElseThrow();
    Path folder = Path.of(args[4]);
    if (args.length == 5) {
      System.out.println(write(format, source, folder));
      return;
    }
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    while (lines.readLine() != null) {
      long began = System.nanoTime();
      long processor = system.getProcessCpuTime();
      write(format, source, folder);
      System.out.printf(
          Locale.ROOT,
          "%.2f %.2f%n",
          (System.nanoTime() - began) / 1e9,
          (system.getProcessCpuTime() - processor) / 1e9);
    }
  }

  /** Connections are kept, as a server keeps them. */
  @SuppressWarnings("deprecation")
  private static DataSource database(String url, String user, String password) {
    PGPoolingDataSource database = new PGPoolingDataSource();
    database.setUrl(url);
    database.setUser(user);
    database.setPassword(password);
    return database;
  }

  private static String write(FileFormat format, FeatureSource source, Path folder)
      throws IOException {
    ExportTarget target = new ExportTarget(folder, "buildings", Crs.TWD97_TM2_121);
    try (Stream<Feature> features = FeatureBatches.streamAhead(source, Query.ALL)) {
      Export export = format.write(source.type(), features, target);
      long bytes = 0;
      for (Path file : export.files()) {
        bytes += Files.size(file);
      }
      return "%s %d features %d bytes".formatted(format.name(), export.features(), bytes);
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
