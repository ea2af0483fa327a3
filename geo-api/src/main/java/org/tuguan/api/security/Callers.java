package org.tuguan.api.security;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;

/** Who makes the request that this thread answers. */
public final class Callers {
  private Callers() {}

  /** What Spring Security knows as the principal: an account that is signed in, or a key. */
  public interface Principal {
    Caller caller();
  }

  /** The anonymous one outside requests. */
  public static Caller current() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (known == null) {
      return Caller.ANONYMOUS;
    }
    return known.getPrincipal() instanceof Principal principal ? principal.caller() : named(known);
  }

  /** Accounts that are known by name and roles alone. */
  private static Caller named(Authentication known) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (known.getAuthorities().contains(new SimpleGrantedAuthority("ROLE_" + role))) {
        roles.add(role);
      }
    }
    return roles.isEmpty()
        ? Caller.ANONYMOUS
        : new Caller(
            Optional.of(known.getName()),
            roles.contains(Role.OWNER) ? Optional.of("unassigned") : Optional.empty(),
            Optional.empty(),
            roles,
            Optional.empty());
  }
}
