package org.tuguan.api.keys;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.api.limits.Allowance;
import org.tuguan.api.limits.Buckets;

/**
 * How often each key has been used: by the minute on this node, by the month on all of them. The
 * month's count is written and read every few seconds, so that a quota is overrun by no more than
 * what the nodes let through in that time. Safe for any thread.
 */
@Component
@ConditionalOnWebApplication
class KeyUses {
  private final JdbcKeys keys;
  private final Clock clock;
  private final Map<Long, Use> uses = new ConcurrentHashMap<>();

  KeyUses(JdbcKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** One key's; guarded by itself. */
  private static final class Use {
    private LocalDate month;
    private long stored;
    private long pending;
    private Instant last = Instant.EPOCH;
    private int perMinute;
    private Bucket bucket;

    private void bring(LocalDate now) {
      if (!now.equals(month)) {
        month = now;
        stored = 0;
      }
    }
  }

  /** Counts one request, unless a quota is used up. */
  Allowance take(AccessKey key) {
    Instant now = clock.instant();
    LocalDate month = LocalDate.ofInstant(now, clock.getZone()).withDayOfMonth(1);
    Use use = uses.computeIfAbsent(key.id(), any -> start(key, month));
    synchronized (use) {
      use.bring(month);
      if (use.perMinute != key.terms().perMinute()) {
        use.perMinute = key.terms().perMinute();
        use.bucket = Buckets.perMinute(use.perMinute);
      }
      Allowance left = monthly(key, use, now);
      if (left.refused()) {
        return left;
      }
      Allowance minute = Buckets.take(use.bucket, use.perMinute);
      if (!minute.refused()) {
        use.pending++;
        use.last = now;
      }
      return minute.and(left);
    }
  }

  private static Use start(AccessKey key, LocalDate month) {
    Use use = new Use();
    use.month = month;
    use.stored = key.requests();
    return use;
  }

  private Allowance monthly(AccessKey key, Use use, Instant now) {
    OptionalLong quota = key.terms().perMonth();
    if (quota.isEmpty()) {
      return Allowance.UNLIMITED;
    }
    LocalDate next = use.month.plusMonths(1);
    long month =
        next.atStartOfDay(clock.getZone()).toEpochSecond()
            - use.month.atStartOfDay(clock.getZone()).toEpochSecond();
    long rest = next.atStartOfDay(clock.getZone()).toEpochSecond() - now.getEpochSecond();
    long left = quota.getAsLong() - use.stored - use.pending - 1;
    return Allowance.of("month", quota.getAsLong(), month, left, rest);
  }

  /** Writes what has been counted since; what cannot be written is kept for the next time. */
  void store() {
    for (Map.Entry<Long, Use> each : uses.entrySet()) {
      store(each.getKey(), each.getValue());
    }
  }

  private void store(long id, Use use) {
    LocalDate month;
    long pending;
    Instant last;
    synchronized (use) {
      month = use.month;
      pending = use.pending;
      last = use.last;
    }
    if (pending > 0) {
      OptionalLong total = keys.addUses(id, month, pending, last);
      synchronized (use) {
        use.pending -= pending;
        if (month.equals(use.month)) {
          use.stored = total.orElse(use.stored + pending);
        }
      }
    }
  }
}
