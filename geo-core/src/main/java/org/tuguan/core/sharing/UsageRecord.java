package org.tuguan.core.sharing;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One layer used by one request, or by several alike: tiles that somebody gets within a moment are
 * counted together. A request over three layers leaves three records with the same {@code request},
 * and its bytes are shared out among them, so that sums over layers are true.
 *
 * @param request the same for all records of a request, and for no other
 * @param at when the answer had been given
 * @param measure how much
 * @param area around all that was asked for; empty if it was not about a part of the world
 * @param useClass by the rules of {@code rules}
 * @param rules version of the {@link UseRules} that decided
 */
public record UsageRecord(
    UUID request,
    Instant at,
    UsageParty by,
    String layer,
    UsedOperation operation,
    Measure measure,
    UseOutcome outcome,
    Optional<UsageArea> area,
    UseClass useClass,
    int rules) {
  public UsageRecord {
    Objects.requireNonNull(request);
    Objects.requireNonNull(at);
    Objects.requireNonNull(by);
    Objects.requireNonNull(layer);
    Objects.requireNonNull(operation);
    Objects.requireNonNull(measure);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(area);
    Objects.requireNonNull(useClass);
  }

  /**
   * How much was used.
   *
   * @param uses requests
   * @param count pictures, tiles or features
   * @param bytes of the answer before it was packed for the way
   * @param took from the first byte of each request to the last of its answer, together
   */
  public record Measure(long uses, long count, long bytes, Duration took) {
    public Measure {
      Objects.requireNonNull(took);
      if (uses < 1 || count < 0 || bytes < 0 || took.isNegative()) {
        throw new IllegalArgumentException(
            "%d uses, %d, %d bytes, %s".formatted(uses, count, bytes, took));
      }
    }
  }
}
