package org.tuguan.api.catalog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.tuguan.api.RenderGate;
import org.tuguan.api.TuguanProperties;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.exports.Export;
import org.tuguan.core.exports.ExportTarget;
import org.tuguan.core.exports.FileFormat;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;

/**
 * Whole layers in formats that cannot be streamed: written to a folder of the server first. Two are
 * written at a time and {@value #MOST} lie there at most; beyond that, whoever asks is told to come
 * back. Safe for any thread.
 */
@Component
class LayerFiles {
  private static final int WRITTEN_AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST = 16;
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final RenderGate gate = new RenderGate(WRITTEN_AT_ONCE, PATIENCE);
  private final Semaphore places = new Semaphore(MOST);

  LayerFiles(TuguanProperties properties, Clock clock) throws IOException {
    this.folder = Files.createDirectories(properties.home().resolve("exports"));
    deleteBefore(clock.instant().minus(LEFT_BEHIND));
  }

  /** What a server left that was killed. */
  private void deleteBefore(Instant oldest) throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      for (Path each : left.toList()) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(oldest)) {
          delete(each);
        }
      }
    }
  }

  /** Sends a file while it is there. */
  interface Sender {
    void send(Path file) throws IOException;
  }

  /** Writes the features, gives the file away and deletes it. */
  void with(FileFormat format, FeatureType type, Stream<Feature> features, Crs crs, Sender sender)
      throws IOException {
    if (!places.tryAcquire()) {
      throw new RenderGate.OverloadedException();
    }
    try {
      Path scratch = Files.createTempDirectory(folder, "layer-");
      try {
        String name = type.name().replace(':', '_');
        sender.send(write(format, type, features, new ExportTarget(scratch, name, crs)));
      } finally {
        delete(scratch);
      }
    } finally {
      places.release();
    }
  }

  private Path write(
      FileFormat format, FeatureType type, Stream<Feature> features, ExportTarget target)
      throws IOException {
    try {
      return gate.pass(1, () -> packed(format, format.write(type, features, target), target));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static Path packed(FileFormat format, Export export, ExportTarget target)
      throws IOException {
    if (!format.mediaType().equals("application/zip")) {
      return export.files().get(0);
    }
    Path zip = target.folder().resolve(target.baseName() + ".zip");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip), BUFFER);
        ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Path file : export.files()) {
        packed.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, packed);
      }
      if (!export.notes().isEmpty()) {
        packed.putNextEntry(new ZipEntry(target.baseName() + ".notes.txt"));
        packed.write(notes(export).getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }

  private static String notes(Export export) {
    return export.notes().stream()
        .flatMap(note -> List.of(note.text().zh(), note.text().en()).stream())
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static void delete(Path scratch) throws IOException {
    try (Stream<Path> all = Files.walk(scratch)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
