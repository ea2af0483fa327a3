package org.tuguan.api.demo.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of commands: the system's, unless the demonstration tells what happened before it was
 * made. No server has one.
 */
final class PastClock extends Clock {
  private final Clock present;
  private final AtomicReference<Optional<Instant>> told;

  PastClock(Clock present) {
    this(present, new AtomicReference<>(Optional.empty()));
  }

  private PastClock(Clock present, AtomicReference<Optional<Instant>> told) {
    this.present = present;
    this.told = told;
  }

  /** It stands still at this moment until it is told another, or comes back. */
  void tell(Instant moment) {
    if (moment.isAfter(present.instant())) {
      throw new IllegalArgumentException(moment + " is not in the past");
    }
    told.set(Optional.of(moment));
  }

  void comeBack() {
    told.set(Optional.empty());
  }

  @Override
  public Instant instant() {
    return told.get().orElseGet(present::instant);
  }

  @Override
  public ZoneId getZone() {
    return present.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new PastClock(present.withZone(zone), told);
  }
}
