package org.tuguan.core.issuing.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day by which something has to be done.
 *
 * @param due last day, a working day
 * @param extended last day if the time is extended; empty if it cannot be
 * @param certain false if the holidays of the year are not known yet, so that the day may move
 */
public record Deadline(
    LocalDate due, Optional<LocalDate> extended, boolean certain, Clause clause) {
  /** True from the day after the last day; with the extension if there was one. */
  public boolean missed(LocalDate today, boolean wasExtended) {
    return today.isAfter(wasExtended ? extended.orElse(due) : due);
  }
}
