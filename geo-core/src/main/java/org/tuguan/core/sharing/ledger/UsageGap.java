package org.tuguan.core.sharing.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A time for which the ledger is not complete, and by how much.
 *
 * @param records that are missing; empty if nobody can know
 */
public record UsageGap(Instant from, Instant until, OptionalLong records, Cause cause) {
  public UsageGap {
    Objects.requireNonNull(from);
    Objects.requireNonNull(until);
    Objects.requireNonNull(records);
    Objects.requireNonNull(cause);
  }

  /** Why records are missing. */
  public enum Cause {
    /** More came in at once than the buffer in memory holds. */
    BUFFER_FULL,
    /** The database was away for so long that the journal reached its limit. */
    JOURNAL_FULL,
    /** The program ended without notice; what was used in the last second may be missing. */
    STOPPED,
    /** The journal on disk is not what was written. */
    DAMAGED;

    /** As it is stored: {@code journal-full}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Both together, of one cause. */
  public UsageGap and(UsageGap other) {
    return new UsageGap(
        from.isBefore(other.from) ? from : other.from,
        until.isAfter(other.until) ? until : other.until,
        records.isPresent() && other.records.isPresent()
            ? OptionalLong.of(records.getAsLong() + other.records.getAsLong())
            : OptionalLong.empty(),
        cause);
  }
}
