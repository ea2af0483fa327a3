package org.tuguan.core.access;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param user name of the account; empty for the anonymous, and for a key that belongs to an agency
 * @param agency id of the city agency that the account or key belongs to
 * @param partner id of the partner organisation that the account or key belongs to; never together
 *     with an agency
 * @param roles none for the anonymous
 * @param key what the key opens that came with the request
 */
public record Caller(
    Optional<String> user,
    Optional<String> agency,
    Optional<Long> partner,
    Set<Role> roles,
    Optional<KeyScope> key) {
  public static final Caller ANONYMOUS =
      new Caller(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

  /** Whoever runs commands on the machine itself. */
  public static final Caller OPERATOR =
      new Caller(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of(Role.ADMIN),
          Optional.empty());

  public Caller {
    Objects.requireNonNull(user);
    Objects.requireNonNull(key);
    roles = Set.copyOf(roles);
    if (agency.isPresent() && partner.isPresent()) {
      throw new IllegalArgumentException("either of an agency or of a partner");
    }
  }

  public boolean isAnonymous() {
    return user.isEmpty() && key.isEmpty();
  }

  /** The role counts only for people themselves: a key never carries its holder's offices. */
  public boolean has(Role role) {
    return key.isEmpty() && roles.contains(role);
  }
}
