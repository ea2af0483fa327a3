package org.tuguan.core.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * A file that somebody wants to publish: recognised by its first bytes, then by its name. Close it:
 * what has been unpacked is deleted then.
 */
public final class ImportFile implements AutoCloseable {
  private static final String ENDINGS =
      "(?i)(\\.(geojson|geojsonl|ndjson|json|csv|tsv|txt|zip|shp|gpkg|tiff?|gz))+$";

  private final String name;
  private final ReadOptions options;
  private final UnpackLimits limits;
  private final List<FeatureReader> readers = new ArrayList<>();
  private Optional<Path> raster = Optional.empty();
  private Optional<Path> directory = Optional.empty();

  private ImportFile(String name, ReadOptions options, UnpackLimits limits) {
    this.name = name;
    this.options = options;
    this.limits = limits;
  }

  /**
   * @param file on the local disk; not changed
   * @param name as the user knows the file, with its ending
   * @throws RequestException if the file is of no known kind, damaged, or unpacks beyond the limits
   */
  public static ImportFile open(Path file, String name, ReadOptions options, UnpackLimits limits)
      throws IOException {
    ImportFile opened = new ImportFile(name, options, limits);
    boolean whole = false;
    try {
      opened.recognise(file, name);
      opened.chooseLayer();
      whole = true;
      return opened;
    } finally {
      if (!whole) {
        opened.close();
      }
    }
  }

  /** The data sets with features in the file; none if it is a raster. */
  public List<FeatureReader> readers() {
    return List.copyOf(readers);
  }

  /** The GeoTIFF, if the file is one; there until this is closed. */
  public Optional<Path> raster() {
    return raster;
  }

  /** As the user knows the file. */
  public String name() {
    return name;
  }

  /** The file's name without its endings. */
  public String baseName() {
    return base(name);
  }

  private static String base(String path) {
    String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    String stripped = file.replaceAll(ENDINGS, "");
    return stripped.isBlank() ? file : stripped;
  }

  private void recognise(Path file, String path) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(64);
    }
    if (start.length == 0) {
      throw unreadable(path, "是空的", "is empty");
    }
    String lower = path.toLowerCase(Locale.ROOT);
    if (starts(start, 'P', 'K', 3, 4)) {
      recogniseParts(unpack(file));
    } else if (starts(start, 'S', 'Q', 'L', 'i', 't', 'e')) {
      openGeoPackage(file, path);
    } else if (starts(start, 'I', 'I', 42, 0) || starts(start, 'M', 'M', 0, 42)) {
      raster = Optional.of(file);
    } else if (lower.endsWith(".shp") && starts(start, 0, 0, 0x27, 0x0A)) {
      readers.add(new ShapefileReader(ShapefileReader.beside(file), options));
    } else if (starts(start, 0x1F, 0x8B)) {
      openText(file, path, true);
    } else {
      refuseNamedOtherwise(lower, path);
      openText(file, path, false);
    }
  }

  private static void refuseNamedOtherwise(String lower, String path) {
    Map<String, String> binary =
        Map.of(
            ".zip", "zip archive",
            ".gpkg", "GeoPackage",
            ".tif", "TIFF image",
            ".tiff", "TIFF image",
            ".shp", "shapefile",
            ".gz", "gzip file");
    binary.forEach(
        (ending, kind) -> {
          if (lower.endsWith(ending)) {
            throw unreadable(
                path, "的內容與副檔名不符", "is named as a " + kind + " but does not begin as one");
          }
        });
  }

  private static RequestException unreadable(String path, String zh, String en) {
    String file = RequestException.quote(path);
    return new RequestException(
        Fault.UNREADABLE_DATA, "file", new LocalText(file + " " + zh, file + " " + en));
  }

  private static boolean starts(byte[] start, int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (i >= start.length || (start[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private void openText(Path file, String path, boolean gzip) throws IOException {
    ByteSource source = new ByteSource(file, path, gzip, limits);
    String inner = path.toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
    boolean json =
        inner.matches("(?s).*\\.(geojson|json|ndjson|geojsonl)")
            || !inner.matches("(?s).*\\.(csv|tsv|txt)") && startsAsJson(source);
    readers.add(
        json
            ? new GeoJsonReader(base(path), source, options)
            : new CsvReader(base(path), source, options));
  }

  private static boolean startsAsJson(ByteSource source) throws IOException {
    try (InputStream in = source.open()) {
      for (int i = 0, value = in.read(); i < 1000 && value >= 0; i++, value = in.read()) {
        if (value == '{') {
          return true;
        }
        if (value > ' ' && value < 0x80) {
          return false;
        }
      }
      return false;
    }
  }

  private void openGeoPackage(Path file, String path) throws IOException {
    JdbcGeoPackage opened = new JdbcGeoPackage(file, path);
    boolean whole = false;
    try {
      for (JdbcGeoPackage.Table table : opened.listTables()) {
        if (options.layer().isEmpty() || options.layer().get().equals(table.name())) {
          readers.add(new GeoPackageReader(opened, table, path, options));
        }
      }
      if (readers.isEmpty()) {
        List<String> tables = opened.listTables().stream().map(JdbcGeoPackage.Table::name).toList();
        throw RequestException.invalid(
            "layer", options.layer().orElse(""), "the file holds " + String.join(", ", tables));
      }
      whole = true;
    } finally {
      if (!whole) {
        opened.close();
      }
    }
  }

  private Map<String, Path> unpack(Path zip) throws IOException {
    if (directory.isPresent()) {
      throw unreadable(name, "是壓縮檔中的壓縮檔", "is an archive inside an archive");
    }
    Path made = Files.createTempDirectory("tuguan-import-");
    directory = Optional.of(made);
    return ZipContents.unpack(zip, name, made, limits);
  }

  private void recogniseParts(Map<String, Path> parts) throws IOException {
    List<String> mains =
        parts.keySet().stream()
            .filter(path -> !path.matches("(?is).*\\.(dbf|prj|cpg)") && !note(parts.keySet(), path))
            .toList();
    if (mains.isEmpty()) {
      throw unreadable(
          name,
          "沒有可以匯入的檔案：.shp、.geojson、.gpkg、.csv 或 .tif",
          "holds nothing that can be imported: no .shp, .geojson, .gpkg, .csv or .tif");
    }
    for (String path : mains) {
      Path file = parts.get(path);
      if (path.toLowerCase(Locale.ROOT).endsWith(".shp")) {
        ShapefileParts shapefile =
            new ShapefileParts(
                name,
                base(path),
                file,
                ZipContents.sibling(parts, path, ".dbf"),
                ZipContents.sibling(parts, path, ".prj"),
                ZipContents.sibling(parts, path, ".cpg"));
        readers.add(new ShapefileReader(shapefile, options));
      } else {
        recognise(file, path);
      }
    }
  }

  /** Text files beside real data are notes about them. */
  private static boolean note(Iterable<String> paths, String path) {
    if (!path.toLowerCase(Locale.ROOT).endsWith(".txt")) {
      return false;
    }
    for (String other : paths) {
      if (!other.toLowerCase(Locale.ROOT).endsWith(".txt")) {
        return true;
      }
    }
    return false;
  }

  private void chooseLayer() throws IOException {
    if (options.layer().isEmpty() || readers.isEmpty()) {
      return;
    }
    String wanted = options.layer().get();
    List<String> names = readers.stream().map(FeatureReader::name).toList();
    if (!names.contains(wanted)) {
      throw RequestException.invalid("layer", wanted, "the file holds " + String.join(", ", names));
    }
    for (FeatureReader reader : List.copyOf(readers)) {
      if (!reader.name().equals(wanted)) {
        readers.remove(reader);
        if (!(reader instanceof GeoPackageReader)) {
          reader.close();
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (FeatureReader reader : readers) {
      reader.close();
    }
    readers.clear();
    if (directory.isPresent()) {
      try (Stream<Path> files = Files.walk(directory.get())) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      }
      directory = Optional.empty();
    }
  }
}
