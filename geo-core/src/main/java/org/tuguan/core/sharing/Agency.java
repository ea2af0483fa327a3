package org.tuguan.core.sharing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * A body of the city government.
 *
 * @param id short and lasting; names may change over time, ids do not
 * @param firstLevel a first-level agency (一級機關), counted in the circulation rate
 * @param from first day of existence, in Asia/Taipei; empty if it was not found in a source
 * @param until last day of existence; empty while it exists
 */
public record Agency(
    String id,
    LocalText name,
    boolean firstLevel,
    Optional<LocalDate> from,
    Optional<LocalDate> until) {
  public Agency {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(from);
    Objects.requireNonNull(until);
  }
}
