package org.tuguan.api.usage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tuguan.api.BackgroundWork;
import org.tuguan.api.Worker;
import org.tuguan.core.sharing.ledger.JournalBatch;
import org.tuguan.core.sharing.ledger.JournalReader;
import org.tuguan.core.sharing.ledger.UsageJournal;

/**
 * Brings the journal to the database: that of this run four times a second, and those that former
 * runs left behind. While the database is away the journal waits on disk.
 */
final class UsageDelivery implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(UsageDelivery.class);
  private static final int EVERY_MILLIS = 250;
  private static final int AFTER_FAILURE_MILLIS = 1_000;
  private static final Duration LOOK_FOR_FORMER = Duration.ofMinutes(1);

  private final Path root;
  private final UsageJournal journal;
  private final JdbcUsageDelivery jdbc;
  private final Clock clock;
  private final JournalReader reader;
  private final Worker worker = new Worker("usage-delivery", this::run);
  private volatile Instant caughtUp;
  private volatile boolean reachable = true;
  private Instant lookedForFormer = Instant.EPOCH;

  /**
   * @param root folder of all journals for this database
   */
  UsageDelivery(Path root, UsageJournal journal, JdbcUsageDelivery jdbc, Clock clock) {
    this.root = root;
    this.journal = journal;
    this.jdbc = jdbc;
    this.clock = clock;
    this.reader = JournalReader.of(root, journal);
    this.caughtUp = clock.instant();
  }

  /** Stops after the recorder has written its last. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public Worker worker() {
    return worker;
  }

  @Override
  public void stop() {
    worker.stop();
    if (reachable && deliverAll() && journal.last() == reader.delivered()) {
      try {
        reader.remove();
      } catch (IOException e) {
        LOG.warn("the delivered journal cannot be removed: {}", e.getMessage());
      }
    }
  }

  /** Up to this moment everything of this run that is on disk is in the database. */
  Instant caughtUp() {
    return caughtUp;
  }

  /** False while the database does not take batches. */
  boolean reachable() {
    return reachable;
  }

  private void run() {
    while (isRunning()) {
      worker.sleep(deliverAll() ? EVERY_MILLIS : AFTER_FAILURE_MILLIS);
    }
  }

  private synchronized boolean deliverAll() {
    try {
      Instant now = clock.instant();
      if (!reachable) {
        reader.resume(jdbc.delivered(journal.run()));
      }
      deliver(reader);
      caughtUp = now;
      if (lookedForFormer.plus(LOOK_FOR_FORMER).isBefore(now)) {
        deliverFormer();
        lookedForFormer = now;
      }
      if (!reachable) {
        LOG.info("use is delivered to the database again");
      }
      reachable = true;
    } catch (IOException | RuntimeException e) {
      if (reachable && isRunning()) {
        LOG.warn("use waits on disk, it cannot be delivered for now: {}", e.getMessage());
      }
      reachable = false;
    }
    return reachable;
  }

  private void deliverFormer() throws IOException {
    for (UUID run : JournalReader.listRuns(root)) {
      if (!run.equals(journal.run())) {
        Optional<JournalReader> former = JournalReader.ofEnded(root, run, jdbc.delivered(run));
        if (former.isPresent()) {
          deliverFormer(former.get());
        }
      }
    }
  }

  private void deliverFormer(JournalReader former) throws IOException {
    try (former) {
      long before = former.delivered();
      deliver(former);
      if (former.delivered() > before) {
        LOG.info("delivered what run {} had left: {}", former.run(), former.delivered() - before);
      }
      former.remove();
    }
  }

  private void deliver(JournalReader from) throws IOException {
    for (Optional<JournalBatch> batch = from.next(); batch.isPresent(); batch = from.next()) {
      jdbc.deliver(batch.get());
      from.delivered(batch.get());
    }
  }
}
