package org.tuguan.api.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An agreement has ended; heard in the transaction that ends it.
 *
 * @param number for example S-115-000001
 * @param reason for people
 * @param agency the other side, if it is an agency
 * @param partner the other side, if it is a partner
 * @param since first day in force, in Asia/Taipei
 * @param layers names of those that were given to the other side
 */
public record AgreementEnded(
    String number,
    String reason,
    Optional<String> agency,
    Optional<Long> partner,
    LocalDate since,
    List<String> layers) {
  public AgreementEnded {
    Objects.requireNonNull(number);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(agency);
    Objects.requireNonNull(partner);
    Objects.requireNonNull(since);
    layers = List.copyOf(layers);
  }
}
