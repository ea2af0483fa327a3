package org.tuguan.core.sharing;

import java.util.Objects;
import java.util.Optional;

/**
 * On whose behalf something was used, by ids alone.
 *
 * @param agency id of a city agency; never together with a partner
 * @param user name of the account
 * @param key id of the key that came with the request
 */
public record UsageParty(
    Optional<String> agency, Optional<Long> partner, Optional<String> user, Optional<Long> key) {
  public static final UsageParty ANONYMOUS =
      new UsageParty(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public UsageParty {
    Objects.requireNonNull(user);
    Objects.requireNonNull(key);
    if (agency.isPresent() && partner.isPresent()) {
      throw new IllegalArgumentException("either of an agency or of a partner");
    }
  }

  public boolean isAnonymous() {
    return user.isEmpty() && key.isEmpty();
  }
}
