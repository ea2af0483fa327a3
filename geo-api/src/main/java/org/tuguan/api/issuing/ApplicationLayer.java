package org.tuguan.api.issuing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the owner of a layer says to an application for it.
 *
 * @param agency id of the one that answers for the layer
 * @param reason given with a refusal
 * @param decidedBy name of the account; empty while it is pending
 */
public record ApplicationLayer(
    String layer,
    String agency,
    Decision decision,
    String reason,
    Optional<String> decidedBy,
    Optional<Instant> decided) {
  /** What was said. */
  public enum Decision {
    PENDING,
    APPROVED,
    REFUSED
  }

  public ApplicationLayer {
    Objects.requireNonNull(layer);
    Objects.requireNonNull(agency);
    Objects.requireNonNull(decision);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(decidedBy);
    Objects.requireNonNull(decided);
  }
}
