package org.tuguan.api.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * The package of an application, being made or there.
 *
 * @param application its id
 * @param attempt number of the latest try; 0 before the first
 * @param error of the latest try that failed; empty texts if none did
 * @param licence from the first try on
 * @param packed once it is there
 */
record Delivery(
    long application,
    State state,
    int attempt,
    long featuresDone,
    long featuresExpected,
    LocalText error,
    Optional<LicenceTerm> licence,
    Optional<Packed> packed) {
  /** How far a package has come. */
  enum State {
    WAITING,
    MAKING,
    READY,
    /** All tries failed; a person must look. */
    FAILED
  }

  /**
   * @param until last day, in Asia/Taipei
   * @param revoked when it was taken back
   */
  record LicenceTerm(
      String number,
      LocalText licensor,
      LocalDate from,
      Optional<LocalDate> until,
      Optional<Instant> revoked,
      String revokedReason) {
    LicenceTerm {
      Objects.requireNonNull(number);
      Objects.requireNonNull(licensor);
      Objects.requireNonNull(from);
      Objects.requireNonNull(until);
      Objects.requireNonNull(revoked);
    }

    Validity on(LocalDate day) {
      if (revoked.isPresent()) {
        return Validity.REVOKED;
      }
      return until.filter(day::isAfter).isPresent() ? Validity.ENDED : Validity.VALID;
    }
  }

  /** Whether data may be used under a licence. */
  enum Validity {
    VALID,
    ENDED,
    REVOKED
  }

  /**
   * @param file name in the folder of deliveries
   * @param sha256 in lower case
   */
  record Packed(String file, long bytes, String sha256, Instant made) {}

  /** Packing is the last of it: 99 until all is there. */
  int percent() {
    return switch (state) {
      case WAITING, FAILED -> 0;
      case MAKING -> (int) Math.min(99, 100 * featuresDone / Math.max(1, featuresExpected));
      case READY -> 100;
    };
  }

  Delivery {
    Objects.requireNonNull(state);
    Objects.requireNonNull(error);
    Objects.requireNonNull(licence);
    Objects.requireNonNull(packed);
  }
}
