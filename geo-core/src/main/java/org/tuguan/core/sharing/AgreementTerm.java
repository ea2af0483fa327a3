package org.tuguan.core.sharing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The days on which an agreement was in force, in Asia/Taipei. One that is ended in the course of a
 * day is not in force on that day.
 *
 * @param first day; never before that of signing
 * @param last day; empty if it has not ended. May lie before the first: then it never was in force
 */
public record AgreementTerm(LocalDate first, Optional<LocalDate> last) {
  public AgreementTerm {
    Objects.requireNonNull(first);
    Objects.requireNonNull(last);
  }

  public boolean includes(LocalDate day) {
    return !day.isBefore(first) && last.map(end -> !day.isAfter(end)).orElse(true);
  }

  /**
   * Where one that is to run to a day stands on another.
   *
   * @param until last day agreed on
   * @param notice days before it from which on it is expiring
   */
  public static AgreementState stateOn(LocalDate day, LocalDate from, LocalDate until, int notice) {
    if (day.isAfter(until)) {
      return AgreementState.ENDED;
    }
    if (day.isBefore(from)) {
      return AgreementState.SIGNED;
    }
    return day.isBefore(until.minusDays(notice))
        ? AgreementState.IN_FORCE
        : AgreementState.EXPIRING;
  }
}
