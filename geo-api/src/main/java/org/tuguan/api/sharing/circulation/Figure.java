package org.tuguan.api.sharing.circulation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.sharing.AdoptionRule;
import org.tuguan.core.sharing.CirculationRate;

/**
 * The rate of a day as it is told.
 *
 * @param published empty while the day is not over and all that happened on it may not be known
 */
record Figure(CirculationRate rate, AdoptionRule rule, Optional<Published> published) {
  /**
   * @param at when it was told first; what is known since is not in it
   * @param sha256 of its evidence, which the audit trail has too
   */
  record Published(Instant at, String sha256) {}

  Figure {
    Objects.requireNonNull(rate);
    Objects.requireNonNull(rule);
    Objects.requireNonNull(published);
  }
}
