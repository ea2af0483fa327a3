package org.tuguan.core.sharing;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What is counted for an agency: the events of one application or agreement with one layer.
 *
 * @param kind what the reference is the number of
 * @param uses of all events together; 1 for a delivery
 * @param first day of an event
 * @param last day of an event
 */
public record AdoptionEvidence(
    Kind kind,
    String agency,
    String reference,
    String layer,
    long uses,
    LocalDate first,
    LocalDate last) {
  /** By what an agency adopts. */
  public enum Kind {
    APPLICATION,
    AGREEMENT
  }

  public AdoptionEvidence {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(agency);
    Objects.requireNonNull(reference);
    Objects.requireNonNull(layer);
    Objects.requireNonNull(first);
    Objects.requireNonNull(last);
  }

  static AdoptionEvidence of(AdoptionEvent event) {
    return new AdoptionEvidence(
        event.term().isPresent() ? Kind.AGREEMENT : Kind.APPLICATION,
        event.agency(),
        event.reference(),
        event.layer(),
        event.uses(),
        event.day(),
        event.day());
  }

  AdoptionEvidence and(AdoptionEvidence other) {
    return new AdoptionEvidence(
        kind,
        agency,
        reference,
        layer,
        kind == Kind.APPLICATION ? 1 : uses + other.uses,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last);
  }
}
