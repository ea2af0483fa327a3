package org.tuguan.core.sharing.ledger;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.tuguan.core.sharing.ledger.JournalBatch.Place;

/**
 * Reads a run's journal from where it was delivered to, and takes away what has been: of the run
 * that is writing now, or of one that has ended. Lines that are not what was written are passed
 * over and become a gap. For one thread.
 */
public final class JournalReader implements Closeable {
  private static final int CHUNK = 4 << 20;

  private final UUID run;
  private final JournalFiles files;
  private final Optional<FileChannel> lock;
  private Place place = new Place(0, 0);
  private long delivered;
  private long newest;
  private boolean ended;

  private JournalReader(UUID run, JournalFiles files, Optional<FileChannel> lock, long delivered) {
    this.run = run;
    this.files = files;
    this.lock = lock;
    this.delivered = delivered;
  }

  /** Of a journal that is being written by this process. */
  public static JournalReader of(Path root, UsageJournal journal) {
    return new JournalReader(
        journal.run(), JournalFiles.of(root, journal.run()), Optional.empty(), 0);
  }

  /** Runs in the folder that may have left something behind. */
  public static List<UUID> listRuns(Path root) throws IOException {
    return JournalFiles.listRuns(root);
  }

  /**
   * Of a run that has ended.
   *
   * @param delivered last sequence that is known to have arrived
   * @return empty if the run is still going on, or somebody else sees to it
   */
  public static Optional<JournalReader> ofEnded(Path root, UUID run, long delivered)
      throws IOException {
    JournalFiles files = JournalFiles.of(root, run);
    return files.lock().map(lock -> new JournalReader(run, files, Optional.of(lock), delivered));
  }

  public UUID run() {
    return run;
  }

  /**
   * What follows what was delivered, up to some megabytes; the same again until it is delivered.
   */
  public Optional<JournalBatch> next() throws IOException {
    List<Long> segments = files.listSegments();
    Gathering gathering = new Gathering();
    Place at = place;
    while (gathering.size() < CHUNK) {
      byte[] chunk = read(at);
      int used = gathering.take(chunk);
      at = new Place(at.segment(), at.offset() + used);
      if (used == 0) {
        long current = at.segment();
        Optional<Long> following =
            segments.stream().filter(segment -> segment > current).findFirst();
        if (following.isEmpty()) {
          break;
        }
        at = new Place(following.get(), 0);
      }
    }
    if (lock.isPresent() && gathering.size() < CHUNK) {
      gathering.conclude(segments);
    }
    return gathering.batch(at);
  }

  /** Up to some megabytes behind a place; nothing before the first file. */
  private byte[] read(Place from) throws IOException {
    Path file = files.segment(from.segment());
    if (from.segment() == 0 || !Files.exists(file)) {
      return new byte[0];
    }
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      in.skipNBytes(from.offset());
      return in.readNBytes(CHUNK);
    }
  }

  /** Everything up to this sequence is known to have arrived, whatever was thought before. */
  public void resume(long sequence) {
    delivered = sequence;
  }

  public long delivered() {
    return delivered;
  }

  /** What is in the batch has arrived. */
  public void delivered(JournalBatch batch) throws IOException {
    delivered = batch.to();
    place = batch.place();
    for (long segment : files.listSegments()) {
      if (segment < place.segment()) {
        Files.deleteIfExists(files.segment(segment));
      }
    }
  }

  /** Lets the journal of an ended run go, all of which has arrived. */
  public void remove() throws IOException {
    close();
    files.delete();
  }

  @Override
  public void close() throws IOException {
    if (lock.isPresent()) {
      lock.get().close();
    }
  }

  /** One batch as it fills. */
  private final class Gathering {
    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private final List<String> gaps = new ArrayList<>();
    private long to = delivered;

    int size() {
      return records.size();
    }

    /**
     * Whole lines only.
     *
     * @return how many bytes they took
     */
    int take(byte[] chunk) {
      int start = 0;
      for (int i = 0; i < chunk.length; i++) {
        if (chunk[i] == '\n') {
          if (i > start) {
            JournalLine.read(chunk, start, i).ifPresent(this::take);
          }
          start = i + 1;
        }
      }
      return start;
    }

    private void take(JournalLine line) {
      newest = Math.max(newest, line.sequence());
      ended |= line.kind() == JournalLine.Kind.END;
      if (line.sequence() <= to) {
        return;
      }
      long missing = line.sequence() - to - 1;
      if (missing > 0) {
        gap(UsageGap.Cause.DAMAGED, OptionalLong.of(missing));
      }
      to = line.sequence();
      switch (line.kind()) {
        case RECORD -> {
          records.writeBytes(line.row());
          records.write('\n');
        }
        case GAP -> gaps.add(new String(line.row(), StandardCharsets.UTF_8));
        case END -> {} // said above
      }
    }

    /** A run that did not say that it ends may have had more to tell; that too is told once. */
    void conclude(List<Long> segments) {
      if (!ended && !segments.isEmpty() && to <= newest) {
        to++;
        gap(UsageGap.Cause.STOPPED, OptionalLong.empty());
      }
    }

    private void gap(UsageGap.Cause cause, OptionalLong missing) {
      Instant when = written();
      gaps.add(UsageLine.of(new UsageGap(when, when.plusSeconds(1), missing, cause)));
    }

    private Instant written() {
      try {
        List<Long> segments = files.listSegments();
        Path newest = files.segment(segments.get(segments.size() - 1));
        return Files.getLastModifiedTime(newest).toInstant();
      } catch (IOException e) {
        return Instant.EPOCH;
      }
    }

    Optional<JournalBatch> batch(Place behind) {
      if (to == delivered) {
        return Optional.empty();
      }
      byte[] missing =
          gaps.stream()
              .map(row -> row + "\n")
              .reduce("", String::concat)
              .getBytes(StandardCharsets.UTF_8);
      return Optional.of(
          new JournalBatch(run, delivered, to, records.toByteArray(), missing, behind));
    }
  }
}
