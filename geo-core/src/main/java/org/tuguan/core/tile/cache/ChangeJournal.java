package org.tuguan.core.tile.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;

/**
 * The change log on disk, a line a change, and beside it the moment up to which it is complete. The
 * moment is written after all lines before it have reached the disk, so that a moment that can be
 * read is true, whenever the process or the machine stopped. For one thread at a time.
 */
final class ChangeJournal implements Closeable {
  private static final String FILE = "changes";
  private static final String MOMENT = "moment";
  private static final long REWRITE_BYTES = 4 << 20;
  private static final String NOWHERE = "-";

  private final Path directory;
  private final ChangeLog log;
  private FileChannel channel;
  private boolean broken;

  private ChangeJournal(Path directory, ChangeLog log) {
    this.directory = directory;
    this.log = log;
  }

  /**
   * Fills the log with what was told in former runs.
   *
   * @return the journal; its {@link #moment} is empty if what was told is not known
   */
  static ChangeJournal open(Path directory, ChangeLog log) throws IOException {
    ChangeJournal journal = new ChangeJournal(directory, log);
    if (!journal.read()) {
      Files.deleteIfExists(directory.resolve(MOMENT));
    }
    journal.rewrite();
    return journal;
  }

  private boolean read() throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return false;
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    // A line without an end was being written when the process stopped.
    String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n");
    if (!lines[0].equals(header())) {
      return false;
    }
    for (int i = 1; i < lines.length; i++) {
      try {
        log.restore(change(lines[i]));
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        return false;
      }
    }
    return true;
  }

  private String header() {
    return "tuguan changes 1 "
        + log.systems().stream().map(Crs::code).collect(Collectors.joining(" "));
  }

  private ChangeLog.Change change(String line) {
    String[] parts = line.split("\t");
    long sequence = Long.parseLong(parts[0]);
    if (parts[2].equals(ChangeLog.ALL)) {
      return new ChangeLog.Change(sequence, parts[1], null);
    }
    List<Bounds> boxes = new ArrayList<>();
    for (int i = 0; i < log.systems().size(); i++) {
      boxes.add(box(log.systems().get(i), parts[2 + i]));
    }
    return new ChangeLog.Change(sequence, parts[1], boxes);
  }

  private static Bounds box(Crs system, String text) {
    if (text.equals(NOWHERE)) {
      return null;
    }
    String[] sides = text.split(",");
    return new Bounds(
        system,
        Double.parseDouble(sides[0]),
        Double.parseDouble(sides[1]),
        Double.parseDouble(sides[2]),
        Double.parseDouble(sides[3]));
  }

  private static String line(ChangeLog.Change change) {
    String boxes =
        change.boxes() == null
            ? ChangeLog.ALL
            : change.boxes().stream().map(ChangeJournal::text).collect(Collectors.joining("\t"));
    return "%d\t%s\t%s\n".formatted(change.sequence(), change.layer(), boxes);
  }

  private static String text(Bounds box) {
    return box == null
        ? NOWHERE
        : String.format(Locale.ROOT, "%s,%s,%s,%s", box.minX(), box.minY(), box.maxX(), box.maxY());
  }

  void add(ChangeLog.Change change) throws IOException {
    try {
      if (broken || channel.size() > REWRITE_BYTES) {
        rewrite();
      } else {
        write(channel, line(change));
      }
    } catch (IOException e) {
      broken = true;
      throw e;
    }
  }

  private static void write(FileChannel to, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /** Writes down what the log knows now in place of all that was written. */
  private void rewrite() throws IOException {
    StringBuilder text = new StringBuilder(header() + "\n");
    log.forEach(change -> text.append(line(change)));
    Path temporary = writeWhole(FILE, text.toString());
    close();
    replace(FILE, temporary);
    channel =
        FileChannel.open(
            directory.resolve(FILE), StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    broken = false;
  }

  /** All changes up to this moment have been added. Not written down if one of them is missing. */
  void reach(String moment) throws IOException {
    if (broken) {
      rewrite();
    }
    channel.force(false);
    replace(MOMENT, writeWhole(MOMENT, moment));
  }

  private Path writeWhole(String name, String text) throws IOException {
    Path temporary = directory.resolve(name + ".new");
    try (FileChannel out =
        FileChannel.open(
            temporary,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      write(out, text);
      out.force(true);
    }
    return temporary;
  }

  private void replace(String name, Path temporary) throws IOException {
    Files.move(
        temporary,
        directory.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** The last one that was reached; empty if there is none. */
  Optional<String> moment() throws IOException {
    Path file = directory.resolve(MOMENT);
    return Files.exists(file)
        ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
