package org.tuguan.api.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.tuguan.core.sharing.ledger.UsageGap;

/**
 * Counts what could not be recorded, and gathers it into gaps that are told when they are over, or
 * every ten seconds. For one thread; {@link #total} for any.
 */
final class MissingRecords {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Map<UsageGap.Cause, UsageGap> open = new EnumMap<>(UsageGap.Cause.class);
  private final Set<UsageGap.Cause> going = EnumSet.noneOf(UsageGap.Cause.class);
  private final AtomicLong total = new AtomicLong();

  /** All since the start. */
  long total() {
    return total.get();
  }

  void add(UsageGap.Cause cause, long records, Instant now) {
    if (records > 0) {
      open.merge(
          cause, new UsageGap(now, now, OptionalLong.of(records), cause), (a, b) -> a.and(b));
      going.add(cause);
      total.addAndGet(records);
    }
  }

  /** Those that are over, or have gone on for a while; to be asked once a round. */
  List<UsageGap> takeDue(Instant now) {
    List<UsageGap> due = new ArrayList<>();
    for (UsageGap gap : List.copyOf(open.values())) {
      if (!going.contains(gap.cause()) || gap.from().plus(LONGEST).isBefore(now)) {
        due.add(open.remove(gap.cause()));
      }
    }
    going.clear();
    return due;
  }
}
