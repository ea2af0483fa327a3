package org.tuguan.api.people;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;

/**
 * A person who may sign in.
 *
 * @param name lasting; says nothing about the person where the program made it
 * @param email in lower case
 * @param agency id; never together with a partner
 * @param partner id
 * @param stamp grows with everything that ends the account's sessions: password, state, second
 *     factor
 * @param mustChange the password is for one time; until it is changed nothing else works
 * @param demo exists in the demonstration only
 */
public record Account(
    String name,
    Optional<String> email,
    String displayName,
    Optional<String> agency,
    Optional<Long> partner,
    Set<Role> roles,
    State state,
    long stamp,
    boolean mustChange,
    boolean secondFactor,
    boolean demo,
    String language,
    Instant created,
    Optional<Instant> lastSignIn) {
  /** How far an account has come. */
  public enum State {
    /** It has no password yet. */
    INVITED,
    ACTIVE,
    /** By an administrator; may become active again. */
    DISABLED,
    /** Nothing is left of the person. */
    ERASED
  }

  public Account {
    Objects.requireNonNull(name);
    Objects.requireNonNull(email);
    Objects.requireNonNull(displayName);
    roles = Set.copyOf(roles);
    Objects.requireNonNull(state);
    if (agency.isPresent() && partner.isPresent()) {
      throw new IllegalArgumentException("either of an agency or of a partner");
    }
  }

  public Caller caller() {
    return new Caller(Optional.of(name), agency, partner, roles, Optional.empty());
  }

  public boolean isActive() {
    return state == State.ACTIVE;
  }
}
