package org.tuguan.api.usage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tuguan.core.sharing.ledger.UsageJournal;

/** How the ledger of this server is doing. */
final class UsageState {
  private final UsageRecorder recorder;
  private final UsageDelivery delivery;
  private final UsageJournal journal;
  private final Clock clock;

  UsageState(UsageRecorder recorder, UsageDelivery delivery, UsageJournal journal, Clock clock) {
    this.recorder = recorder;
    this.delivery = delivery;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * @param reachable whether the database takes what is delivered
   * @param lagSeconds since everything recorded was in the database
   * @param buffered requests in memory that are not on disk yet
   * @param journalBytes on disk, delivered or not
   * @param recorded since the start
   * @param dropped since the start; the ledger knows of the gap
   */
  record Now(
      boolean reachable,
      Instant caughtUp,
      double lagSeconds,
      int buffered,
      long journalBytes,
      long recorded,
      long dropped) {}

  Now now() {
    Instant caughtUp = delivery.caughtUp();
    return new Now(
        delivery.reachable(),
        caughtUp,
        Duration.between(caughtUp, clock.instant()).toMillis() / 1000.0,
        recorder.buffered(),
        journal.bytes(),
        recorder.recorded(),
        recorder.missing());
  }
}
