package org.tuguan.core.sharing.ledger;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Writes what one run of the program has to tell the ledger to local disk, line by line, in files
 * of some megabytes. A sequence is given once and never to anything else, also if the disk fails in
 * the middle of a write: what could not be written stays in memory and goes first the next time.
 *
 * <p>Written lines survive the end of the process, forced ones that of the machine. For one thread
 * at a time; {@link #last} and {@link #bytes} for any.
 */
public final class UsageJournal implements Closeable {
  private static final long SEGMENT_BYTES = 8 << 20;
  private static final int UNWRITTEN_BYTES = 16 << 20;

  private final Path root;
  private final UUID run;
  private final JournalFiles files;
  private final long limit;
  private final FileChannel lock;
  private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream();
  private long sequence;
  private long segmentBytes;
  private FileOutputStream segment;
  private boolean dirty;
  private volatile long last;
  private volatile long bytes;

  private UsageJournal(Path root, UUID run, long limit, FileChannel lock) {
    this.root = root;
    this.run = run;
    this.files = JournalFiles.of(root, run);
    this.limit = limit;
    this.lock = lock;
  }

  /**
   * @param root folder of all runs
   * @param run never used before
   * @param limit of all journals in the folder together, in bytes
   */
  public static UsageJournal begin(Path root, UUID run, long limit) throws IOException {
    FileChannel lock =
        JournalFiles.of(root, run)
            .lock()
            .orElseThrow(() -> new IOException("run " + run + " is taken"));
    UsageJournal journal = new UsageJournal(root, run, limit, lock);
    journal.measure();
    return journal;
  }

  public UUID run() {
    return run;
  }

  /** Last sequence that is on disk. */
  public long last() {
    return last;
  }

  /** Of all runs in the folder, as of the last {@link #measure}. */
  public long bytes() {
    return bytes;
  }

  /** Looks how much there is on disk. */
  public void measure() throws IOException {
    long sum = 0;
    for (UUID each : JournalFiles.listRuns(root)) {
      sum += JournalFiles.of(root, each).size();
    }
    bytes = sum;
  }

  /** Whether records may still be added; gaps always may. */
  public boolean hasRoom() {
    return bytes + unwritten.size() < limit && unwritten.size() < UNWRITTEN_BYTES;
  }

  /**
   * Adds rows of {@link UsageLine} and writes.
   *
   * @throws IOException if the disk does not take them now; they are kept
   */
  public void append(List<String> records, List<String> gaps) throws IOException {
    records.forEach(row -> add(JournalLine.Kind.RECORD, row));
    gaps.forEach(row -> add(JournalLine.Kind.GAP, row));
    write();
  }

  private void add(JournalLine.Kind kind, String row) {
    sequence++;
    JournalLine.write(sequence, kind, row, unwritten);
  }

  private void write() throws IOException {
    if (unwritten.size() == 0) {
      return;
    }
    try {
      if (segment == null || segmentBytes > SEGMENT_BYTES) {
        open();
      }
      unwritten.writeTo(segment);
    } catch (IOException e) {
      closeSegment(); // it may end in half a line
      throw e;
    }
    segmentBytes += unwritten.size();
    bytes += unwritten.size();
    unwritten.reset();
    dirty = true;
    last = sequence;
  }

  private void open() throws IOException {
    closeSegment();
    segment = new FileOutputStream(files.segment(last + 1).toFile(), true);
    segment.write('\n'); // ends what a failed write may have left
    segmentBytes = 0;
  }

  private void closeSegment() throws IOException {
    if (segment != null) {
      try (FileOutputStream ending = segment) {
        segment = null;
        ending.getFD().sync();
      }
    }
  }

  /** Has everything that was written reach the disk itself. */
  public void force() throws IOException {
    if (dirty && segment != null) {
      segment.getFD().sync();
      dirty = false;
    }
  }

  /** Says that nothing is missing, and lets others deliver what is left. */
  @Override
  public void close() throws IOException {
    try (lock) {
      if (sequence > 0) {
        add(JournalLine.Kind.END, "");
        write();
      }
      closeSegment();
    }
  }
}
