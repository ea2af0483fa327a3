package org.tuguan.core.sharing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened and may show that an agency has adopted the city's map data.
 *
 * @param agency id of the one that used or was delivered to
 * @param reference number of the application or the agreement
 * @param layer name
 * @param day in Asia/Taipei
 * @param uses recorded on the day; 1 for a delivery
 * @param term of the agreement; empty for deliveries
 */
public record AdoptionEvent(
    String agency,
    String reference,
    String layer,
    LocalDate day,
    long uses,
    Optional<AgreementTerm> term) {
  public AdoptionEvent {
    Objects.requireNonNull(agency);
    Objects.requireNonNull(reference);
    Objects.requireNonNull(layer);
    Objects.requireNonNull(day);
    Objects.requireNonNull(term);
    if (uses < 1) {
      throw new IllegalArgumentException("nothing was used");
    }
  }

  public static AdoptionEvent delivered(
      String agency, String application, String layer, LocalDate day) {
    return new AdoptionEvent(agency, application, layer, day, 1, Optional.empty());
  }

  public static AdoptionEvent used(
      String agency, String agreement, String layer, LocalDate day, long uses, AgreementTerm term) {
    return new AdoptionEvent(agency, agreement, layer, day, uses, Optional.of(term));
  }
}
