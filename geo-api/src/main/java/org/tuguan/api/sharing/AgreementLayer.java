package org.tuguan.api.sharing;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.access.Right;

/**
 * What one side of an agreement gives the other.
 *
 * @param layer name of a layer here; empty for data that the other side keeps, which are only named
 * @param charged NT$ that are charged for it in spite of the agreement
 * @param value NT$: full price when it was signed, or what the sides say it is worth
 * @param valueNote by which standard, or who says so
 */
record AgreementLayer(
    Direction direction,
    Optional<String> layer,
    String title,
    Set<Right> rights,
    BigDecimal charged,
    Optional<BigDecimal> value,
    String valueNote) {
  /** Who gives. */
  enum Direction {
    /** The agency that the agreement was made by. */
    GIVEN,
    /** The other side. */
    RECEIVED
  }

  AgreementLayer {
    Objects.requireNonNull(direction);
    Objects.requireNonNull(layer);
    Objects.requireNonNull(title);
    rights = Set.copyOf(rights);
    Objects.requireNonNull(charged);
    Objects.requireNonNull(value);
    Objects.requireNonNull(valueNote);
  }

  AgreementLayer worth(Optional<BigDecimal> price, String note) {
    return new AgreementLayer(direction, layer, title, rights, charged, price, note);
  }
}
