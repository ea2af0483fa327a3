package org.tuguan.api.usage;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tuguan.api.BackgroundWork;
import org.tuguan.api.Worker;
import org.tuguan.core.sharing.ledger.UsageBuffer;
import org.tuguan.core.sharing.ledger.UsageGap;
import org.tuguan.core.sharing.ledger.UsageJournal;
import org.tuguan.core.sharing.ledger.UsageLine;

/**
 * Writes served requests from memory to the journal, ten times a second, and has them reach the
 * disk itself twice a second. What finds no room is counted.
 */
final class UsageRecorder implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(UsageRecorder.class);
  private static final int EVERY_MILLIS = 100;
  private static final int FORCE_ROUNDS = 5;
  private static final int MOST = 20_000;

  private final UsageBuffer<ServedRequest> buffer;
  private final UsageRecords records;
  private final UsageJournal journal;
  private final Clock clock;
  private final MissingRecords missing = new MissingRecords();
  private final AtomicLong recorded = new AtomicLong();
  private final Worker worker = new Worker("usage-journal", this::run);
  private boolean healthy = true;
  private boolean closed;

  UsageRecorder(
      UsageBuffer<ServedRequest> buffer, UsageRecords records, UsageJournal journal, Clock clock) {
    this.buffer = buffer;
    this.records = records;
    this.journal = journal;
    this.clock = clock;
  }

  /** Behind the web server's own, so that the last requests are written down. */
  @Override
  public int getPhase() {
    return 1;
  }

  @Override
  public Worker worker() {
    return worker;
  }

  @Override
  public void stop() {
    worker.stop();
    finish();
  }

  /** Writes what is left; nothing is written after it. */
  private synchronized void finish() {
    if (closed) {
      return;
    }
    int left;
    do {
      left = buffer.size();
      write();
    } while (buffer.size() > 0 && buffer.size() < left);
    closed = true;
    try {
      journal.close();
    } catch (IOException e) {
      LOG.error("the journal of use cannot be ended: {}", e.getMessage());
    }
  }

  /** Requests that wait in memory. */
  int buffered() {
    return buffer.size();
  }

  /** Records that were written to disk, since the start. */
  long recorded() {
    return recorded.get();
  }

  /** Records that could not be, since the start. */
  long missing() {
    return missing.total();
  }

  private void run() {
    for (int round = 1; isRunning(); round++) {
      write();
      if (round % FORCE_ROUNDS == 0) {
        attempt(
            () -> {
              journal.force();
              journal.measure();
            });
      }
      worker.sleep(EVERY_MILLIS);
    }
  }

  private synchronized void write() {
    if (closed) {
      return;
    }
    Instant now = clock.instant();
    List<String> rows = rows(now);
    missing.add(UsageGap.Cause.BUFFER_FULL, buffer.takeOverflow(), now);
    if (!journal.hasRoom()) {
      missing.add(UsageGap.Cause.JOURNAL_FULL, rows.size(), now);
      rows = List.of();
    }
    List<String> gaps = missing.takeDue(now).stream().map(this::row).toList();
    List<String> kept = rows;
    attempt(() -> journal.append(kept, gaps));
    recorded.addAndGet(kept.size());
  }

  private List<String> rows(Instant now) {
    List<ServedRequest> served = buffer.take(MOST);
    try {
      return records.of(served).stream().map(UsageLine::of).toList();
    } catch (RuntimeException e) {
      LOG.error("requests cannot be recorded", e);
      missing.add(UsageGap.Cause.DAMAGED, served.size(), now);
      return List.of();
    }
  }

  private String row(UsageGap gap) {
    LOG.warn(
        "{} uses from {} to {} are not in the ledger: {} (tuguan.usage.journal, tuguan.usage.buffer)",
        gap.records().orElse(0),
        gap.from(),
        gap.until(),
        gap.cause().code());
    return UsageLine.of(gap);
  }

  /** Something done to the disk. */
  private interface Step {
    void run() throws IOException;
  }

  private void attempt(Step step) {
    try {
      step.run();
      healthy = true;
    } catch (IOException | RuntimeException e) {
      if (healthy) {
        LOG.warn("the journal of use cannot be written for now: {}", e.getMessage());
      }
      healthy = false;
    }
  }
}
