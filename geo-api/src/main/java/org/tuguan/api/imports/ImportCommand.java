package org.tuguan.api.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tuguan.api.Command;
import org.tuguan.api.publishing.CommandLine;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.imports.BadRow;

/** {@code ./tuguan import FILE…}. */
@Component
@SuppressWarnings("SystemOut")
class ImportCommand implements Command {
  private static final String HELP =
      """
      import FILE…   匯入圖資 publish files as layers

      GeoJSON (.geojson, .json, .gz), Shapefile (.zip, .shp), GeoPackage (.gpkg),
      CSV/TSV (.csv, .tsv, .gz) with coordinate or WKT columns, GeoTIFF (.tif)

        --name NAME         圖層名稱，預設取檔名      layer name; else the file's name
        --title TEXT        中文標題                  title in Chinese
        --title-en TEXT     英文標題                  title in English
        --theme ID          主題                      theme
        --agency ID         權責機關                  responsible agency
        --attribution TEXT  出處                      shown with every map
        --licence TEXT      授權                      licence
        --date 2026-01-31   資料日期                  the day the data stand for
        --synthetic         標示為模擬資料            marks the data as made up
        --access WHO        public（預設）、internal（市府機關）、restricted
                            who may use it: public (default), internal (city agencies), restricted
        --encoding NAME     UTF-8, Big5, Latin-1 …    encoding of text
        --crs EPSG:3826     坐標系統                  coordinate system
        --x COLUMN --y COLUMN                         coordinate columns of a CSV
        --layer NAME        檔案中的一個圖層          one data set of several in a file
        --key COLUMN        作為圖徵代碼的欄位        column with the feature ids
        --skip-bad          略過有誤的資料列          leave bad rows out
        --dry-run           只檢視，不寫入            look only, write nothing
      """;

  private final Importer importer;
  private final PreviewMaps maps;
  private final int port;

  ImportCommand(Importer importer, PreviewMaps maps, @Value("${tuguan.port}") int port) {
    this.importer = importer;
    this.maps = maps;
    this.port = port;
  }

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String usage() {
    return "import FILE…   匯入圖資 publish files as layers (import --help)";
  }

  @Override
  public int run(List<String> args) {
    if (args.isEmpty() || args.contains("--help")) {
      System.out.print(HELP);
      return args.isEmpty() ? 2 : 0;
    }
    CommandLine line = CommandLine.parse(args, ImportOptions.FLAGS);
    List<Path> files = line.subjects().stream().map(Path::of).toList();
    return importAll(files, ImportOptions.parse(line.options()));
  }

  private int importAll(List<Path> files, ImportOptions options) {
    if (files.isEmpty()) {
      throw RequestException.missing("FILE");
    }
    if (files.size() > 1 && options.name().isPresent()) {
      throw RequestException.invalid(
          "name", options.name().get(), "one name is for one file; leave it out");
    }
    int failed = 0;
    for (Path file : files) {
      try {
        importOne(file, options);
      } catch (RequestException e) {
        System.out.println("✗ " + e.text().both());
        failed++;
      }
    }
    if (files.size() > 1) {
      System.out.printf(Locale.ROOT, "%d / %d 個檔案 files%n", files.size() - failed, files.size());
    }
    return failed == 0 ? 0 : 1;
  }

  private void importOne(Path file, ImportOptions options) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new RequestException(
          Fault.NOT_FOUND,
          "FILE",
          new LocalText(
              "讀不到檔案 " + RequestException.quote(file.toString()),
              "there is no readable file " + RequestException.quote(file.toString())));
    }
    String fileName = file.getFileName().toString();
    System.out.println(fileName);
    TerminalProgress progress = new TerminalProgress(file.toFile().length());
    if (options.dryRun()) {
      List<Importer.Preview> previews = importer.preview(file, fileName, options, progress);
      progress.end();
      for (Importer.Preview preview : previews) {
        describe(preview.report());
        samples(preview);
        maps.picture(preview).ifPresent(png -> System.out.print(TerminalMap.of(png)));
        System.out.println("  未寫入 nothing was written");
      }
      return;
    }
    List<ImportReport> reports;
    try {
      reports = importer.load(file, fileName, options, Caller.OPERATOR, progress);
    } finally {
      progress.end();
    }
    for (ImportReport report : reports) {
      describe(report);
      System.out.printf(
          Locale.ROOT,
          "  ✓ %s %s：%,d 筆 features，%.1f s  http://127.0.0.1:%d/?layers=%s%n",
          report.created() ? "新增 new layer" : "更新 updated layer",
          report.layer(),
          report.count(),
          report.seconds(),
          port,
          report.layer());
    }
  }

  private static void describe(ImportReport report) {
    line("格式 format", report.format());
    if (report.encodingReason() != null) {
      line("編碼 encoding", report.encoding() + "  " + report.encodingReason().both());
    }
    String stored = report.crs().equals(report.storedCrs()) ? "" : " → " + report.storedCrs();
    LocalText reason = report.crsReason();
    line("坐標 CRS", report.crs() + stored + (reason == null ? "" : "  " + reason.both()));
    if (report.geometryType() != null) {
      line("幾何 geometry", "%s × %,d".formatted(report.geometryType(), report.count()));
      line(
          "欄位 attributes",
          report.attributes().stream()
              .map(each -> each.name() + ":" + each.type().name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(" ")));
      line("代碼 key", report.key());
    }
    if (report.extent() != null) {
      line(
          "範圍 extent",
          report.extent().stream()
              .map(each -> String.format(Locale.ROOT, "%.5f", each))
              .collect(Collectors.joining(", ")));
    }
    report.warnings().stream()
        .filter(warning -> !warning.equals(reason))
        .forEach(warning -> line("注意 note", warning.both()));
    if (report.badCount() > 0) {
      line("有誤 bad rows", Long.toString(report.badCount()));
      report.badRows().stream().limit(10).forEach(ImportCommand::bad);
    }
  }

  private static void bad(BadRow row) {
    String place = row.line() > 0 ? "line " + row.line() : "record " + row.number();
    System.out.println("    " + place + "  " + row.reason().both());
  }

  private static void samples(Importer.Preview preview) {
    preview.plan().stream()
        .flatMap(plan -> plan.sample().stream())
        .limit(2)
        .forEach(
            feature ->
                line(
                    "樣本 sample",
                    feature.id() + "  " + feature.values() + "  " + place(feature.geometry())));
  }

  private static String place(Geometry geometry) {
    Coordinate at = geometry.getCoordinate();
    return String.format(Locale.ROOT, "%s %.6f %.6f", geometry.getGeometryType(), at.x, at.y);
  }

  private static void line(String what, String text) {
    System.out.printf("  %s: %s%n", what, text);
  }
}
