package org.tuguan.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

class ImportFileTest {
  private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[120,24]}";

  @TempDir Path folder;

  private Path zip(String entry, byte[] content) throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content);
    }
    return zip;
  }

  @Test
  void pathsInAnArchiveLeadNowhere() throws IOException {
    Path zip = zip("../../evil.geojson", POINT.getBytes(StandardCharsets.UTF_8));

    Imported read = Imported.of(zip, ReadOptions.NONE);

    assertThat(read.lines()).hasSize(1);
    assertThat(folder.getParent().getParent().resolve("evil.geojson")).doesNotExist();
    assertThat(folder.getParent().resolve("evil.geojson")).doesNotExist();
  }

  @Test
  void archiveThatUnpacksBeyondTheLimitIsRefused() throws IOException {
    Path zip = zip("big.csv", new byte[40 << 20]);

    assertRefused(zip, Fault.TOO_LARGE, "300 times");
    assertThatThrownBy(
            () -> ImportFile.open(zip, "a.zip", ReadOptions.NONE, new UnpackLimits(5, 1 << 20)))
        .hasMessageContaining("1 MB");
  }

  @Test
  void archiveOfTooManyFilesIsRefused() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < 21; i++) {
        out.putNextEntry(new ZipEntry(i + ".csv"));
      }
    }

    assertRefused(zip, Fault.TOO_LARGE, "at most 20");
  }

  @Test
  void whatWasUnpackedIsRemoved() throws IOException {
    Path zip = zip("a.geojson", POINT.getBytes(StandardCharsets.UTF_8));
    long before = unpacked();

    try (ImportFile file = ImportFile.open(zip, "a.zip", ReadOptions.NONE, Imported.LIMITS)) {
      assertThat(file.readers()).hasSize(1);
      assertThat(unpacked()).isGreaterThan(before);
    }
    assertRefused(zip("a.gpkg", new byte[0]), Fault.UNREADABLE_DATA, "empty");

    assertThat(unpacked()).isEqualTo(before);
  }

  private static long unpacked() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(each -> each.getFileName().toString().startsWith("tuguan-import-"))
          .count();
    }
  }

  @Test
  void truncatedArchiveIsRefused() throws IOException {
    Path zip = zip("a.geojson", POINT.getBytes(StandardCharsets.UTF_8));
    byte[] whole = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(whole, whole.length / 2));

    assertRefused(zip, Fault.UNREADABLE_DATA, "not a whole zip archive");
  }

  @Test
  void truncatedGzipIsRefused() throws IOException {
    Path file = folder.resolve("a.geojson.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((POINT + "\n").repeat(5000).getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 20));

    assertRefused(file, Fault.UNREADABLE_DATA, "not a whole gzip file");
  }

  @Test
  void wrongNamesAndEmptyFilesAreRefused() throws IOException {
    assertRefused(Files.writeString(folder.resolve("a.zip"), "text"), Fault.UNREADABLE_DATA, "zip");
    assertRefused(Files.writeString(folder.resolve("a.csv"), ""), Fault.UNREADABLE_DATA, "empty");
    assertRefused(
        zip("readme.md", new byte[3]), Fault.UNREADABLE_DATA, "nothing that can be imported");
  }

  @Test
  void nameOfTheLayerIsTheFileWithoutItsEndings() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), POINT);

    try (ImportFile opened =
        ImportFile.open(file, "臺中 公廁.v2.geojson", ReadOptions.NONE, Imported.LIMITS)) {
      assertThat(opened.baseName()).isEqualTo("臺中 公廁.v2");
    }
  }

  private static void assertRefused(Path file, Fault fault, String words) {
    assertThatThrownBy(() -> Imported.of(file, ReadOptions.NONE))
        .isInstanceOfSatisfying(RequestException.class, e -> assertThat(e.fault()).isEqualTo(fault))
        .hasMessageContaining(words);
  }
}
