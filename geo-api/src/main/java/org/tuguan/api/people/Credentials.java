package org.tuguan.api.people;

import java.util.Optional;

/**
 * What an account proves itself with; never leaves the server.
 *
 * @param password encoded
 * @param totpSecret in Base32, if there is a second factor
 * @param totpStep the last time step of which a code was taken
 */
public record Credentials(
    Account account, Optional<String> password, Optional<String> totpSecret, long totpStep) {
  /** Without the secrets, since it might be logged. */
  @Override
  public String toString() {
    return "Credentials[" + account.name() + "]";
  }
}
