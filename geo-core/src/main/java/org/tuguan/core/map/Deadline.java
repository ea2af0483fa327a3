package org.tuguan.core.map;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/** The moment at which drawing gives up. Belongs to one thread. */
final class Deadline {
  private static final int EVERY = 64;

  private final Clock clock;
  private final Instant end;
  private final Duration limit;
  private int calls;

  Deadline(Clock clock, Duration limit) {
    this.clock = clock;
    this.limit = limit;
    this.end = clock.instant().plus(limit);
  }

  /** Cheap enough for every feature: looks at the clock every so many calls. */
  void tick() {
    if (++calls % EVERY == 0) {
      check();
    }
  }

  /** Throws a timeout if time is up or the thread was interrupted. */
  void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new RequestException(Fault.TIMEOUT, "", "drawing the map was interrupted");
    }
    if (clock.instant().isAfter(end)) {
      throw new RequestException(
          Fault.TIMEOUT,
          "",
          "drawing the map took longer than %d s; ask for a smaller area or fewer layers"
              .formatted(limit.toSeconds()));
    }
  }
}
