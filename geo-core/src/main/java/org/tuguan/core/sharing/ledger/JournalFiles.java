package org.tuguan.core.sharing.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder of one run of the program: files called after the first sequence in them, and a lock
 * that is held for as long as the run, or whoever delivers what it left behind, is alive.
 */
record JournalFiles(Path folder) {
  private static final String ENDING = ".log";

  static JournalFiles of(Path root, UUID run) {
    return new JournalFiles(root.resolve(run.toString()));
  }

  /** All runs that have a folder. */
  static List<UUID> listRuns(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders.map(JournalFiles::run).flatMap(Optional::stream).toList();
    }
  }

  private static Optional<UUID> run(Path folder) {
    try {
      return Optional.of(UUID.fromString(folder.getFileName().toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Empty if somebody else holds it. */
  Optional<FileChannel> lock() throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      // held in this process
    }
    channel.close();
    return Optional.empty();
  }

  Path segment(long first) {
    return folder.resolve(String.format(Locale.ROOT, "%019d%s", first, ENDING));
  }

  /** First sequences of the files, in order. */
  List<Long> listSegments() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> Long.parseLong(name.substring(0, name.length() - ENDING.length())))
          .sorted()
          .toList();
    }
  }

  /** Bytes of all files. */
  long size() throws IOException {
    long size = 0;
    for (long segment : listSegments()) {
      try {
        size += Files.size(segment(segment));
      } catch (NoSuchFileException e) {
        // delivered in the meantime
      }
    }
    return size;
  }

  void delete() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(JournalFiles::deleteFile);
    }
    Files.deleteIfExists(folder);
  }

  private static void deleteFile(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
