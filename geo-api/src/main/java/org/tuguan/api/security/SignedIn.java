package org.tuguan.api.security;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.tuguan.api.people.Account;
import org.tuguan.core.access.Caller;

/**
 * An account that has proved itself. With a password for one time it has no roles and counts as
 * nobody, until that is changed.
 */
record SignedIn(Account account) implements Callers.Principal, AuthenticatedPrincipal {
  @Override
  public String getName() {
    return account.name();
  }

  @Override
  public Caller caller() {
    return account.mustChange() ? Caller.ANONYMOUS : account.caller();
  }

  /** As Spring Security wants it; a role R is the authority ROLE_R. */
  static Authentication authentication(Account account) {
    List<GrantedAuthority> authorities =
        account.mustChange()
            ? List.of()
            : account.roles().stream()
                .sorted()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    return UsernamePasswordAuthenticationToken.authenticated(
        new SignedIn(account), null, authorities);
  }
}
