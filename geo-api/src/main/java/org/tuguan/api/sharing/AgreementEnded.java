package org.tuguan.api.sharing;

import java.util.Objects;

/**
 * An agreement that was signed has ended, for both sides; heard in the transaction that ends it,
 * which has the agreement's lock.
 *
 * @param agreement id
 * @param reason for people
 */
public record AgreementEnded(long agreement, String reason) {
  public AgreementEnded {
    Objects.requireNonNull(reason);
  }
}
