package org.tuguan.api.issuing;

import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;

/**
 * Who wants a price.
 *
 * @param kind code of a class of applicant
 * @param name of the body; may be blank
 * @param account empty for those who are not signed in
 * @param trial true if the class was only said
 */
record Asker(
    String kind,
    String name,
    Optional<String> account,
    Optional<Long> partner,
    Optional<String> agency,
    boolean trial) {
  Asker {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
    Objects.requireNonNull(account);
    Objects.requireNonNull(partner);
    Objects.requireNonNull(agency);
  }

  Asker as(String other) {
    return new Asker(other, name, account, partner, agency, trial);
  }

  /** True for the asker, their organisation and officers; for all if nobody was signed in. */
  boolean isSeenBy(Caller caller) {
    return account.isEmpty()
        || caller.has(Role.OFFICER)
        || caller.has(Role.ADMIN)
        || (caller.key().isEmpty()
            && (account.equals(caller.user())
                || (partner.isPresent() && partner.equals(caller.partner()))));
  }
}
