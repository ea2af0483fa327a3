package org.tuguan.api.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Quotas of a minute, as buckets that are refilled bit by bit. */
public final class Buckets {
  private static final int MINUTE = 60;

  private Buckets() {}

  public static Bucket perMinute(long most) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofSeconds(MINUTE)))
        .build();
  }

  /**
   * Takes one request out of the bucket.
   *
   * @param most what it was made with
   */
  public static Allowance take(Bucket bucket, long most) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    long nanos =
        probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
    return Allowance.of(
        "minute",
        most,
        MINUTE,
        probe.isConsumed() ? probe.getRemainingTokens() : -1,
        TimeUnit.NANOSECONDS.toSeconds(nanos) + 1);
  }
}
