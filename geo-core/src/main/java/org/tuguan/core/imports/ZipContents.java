package org.tuguan.core.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * Unpacks the parts of an archive that an import can use. Files are written under names of our own,
 * so a path inside the archive leads nowhere.
 */
final class ZipContents {
  private static final String USABLE =
      ".*\\.(shp|dbf|prj|cpg|geojson|json|ndjson|geojsonl|gpkg|csv|tsv|txt|tif|tiff)";

  private ZipContents() {}

  /** Unpacked files by their path in the archive, in its order. */
  static Map<String, Path> unpack(Path zip, String name, Path directory, UnpackLimits limits)
      throws IOException {
    Map<String, Path> unpacked = new LinkedHashMap<>();
    long packed = Math.max(1, Files.size(zip));
    long[] total = {0};
    // One byte a character keeps names whole that are in no known encoding.
    try (ZipFile archive = new ZipFile(zip.toFile(), StandardCharsets.ISO_8859_1)) {
      if (archive.size() > limits.entries()) {
        throw new RequestException(
            Fault.TOO_LARGE,
            "file",
            "%s holds %d files; at most %d are allowed"
                .formatted(RequestException.quote(name), archive.size(), limits.entries()));
      }
      for (ZipEntry entry : Collections.list(archive.entries())) {
        String path = readable(entry.getName());
        if (!entry.isDirectory() && usable(path)) {
          Path target = directory.resolve("part-" + unpacked.size());
          try (InputStream in = archive.getInputStream(entry);
              OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
              total[0] += n;
              limits.check(name, total[0], packed);
              out.write(buffer, 0, n);
            }
          }
          unpacked.put(path, target);
        }
      }
    } catch (ZipException | EOFException e) {
      throw new RequestException(
          Fault.UNREADABLE_DATA,
          "file",
          new LocalText(
              RequestException.quote(name) + " 不是完整的 zip 檔",
              "%s is not a whole zip archive: %s"
                  .formatted(RequestException.quote(name), e.getMessage())),
          e);
    }
    return unpacked;
  }

  private static boolean usable(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.matches("(?s)" + USABLE)
        && !lower.startsWith("__macosx/")
        && !lower.endsWith(".shp.xml");
  }

  /** Names marked as UTF-8 have been decoded; of the others the encoding is found out. */
  private static String readable(String name) {
    if (name.chars().anyMatch(c -> c > 0xFF)) {
      return name;
    }
    byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
    EncodingDetector detector = new EncodingDetector();
    detector.feed(bytes, 0, bytes.length);
    return new String(bytes, detector.detect().charset());
  }

  /** The file beside another one with another ending, upper or lower case. */
  static Optional<Path> sibling(Map<String, Path> files, String path, String ending) {
    String wanted = path.substring(0, path.lastIndexOf('.')) + ending;
    return files.entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(wanted))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
