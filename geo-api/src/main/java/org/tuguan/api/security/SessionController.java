package org.tuguan.api.security;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.people.Account;

/** Who is signed in. */
@RestController
@ConditionalOnWebApplication
class SessionController {
  /**
   * @param user name of the account; null for somebody who is not signed in
   * @param roles none as long as the password must be changed
   * @param agency id, or null
   * @param partner id, or null
   * @param providers that one may sign in with
   */
  record Session(
      String user,
      List<String> roles,
      String displayName,
      String agency,
      Long partner,
      boolean mustChange,
      List<OpenIdProviders.Provider> providers) {}

  private final OpenIdProviders providers;

  SessionController(OpenIdProviders providers) {
    this.providers = providers;
  }

  @GetMapping("/api/v1/session")
  Session session(CsrfToken token) {
    token.getToken(); // sets the cookie
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof SignedIn who
        ? session(who.account(), known)
        : new Session(null, List.of(), null, null, null, false, providers.list());
  }

  private Session session(Account account, Authentication known) {
    return new Session(
        account.name(),
        known.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(authority -> authority.startsWith("ROLE_"))
            .map(authority -> authority.substring("ROLE_".length()))
            .toList(),
        account.displayName(),
        account.agency().orElse(null),
        account.partner().orElse(null),
        account.mustChange(),
        providers.list());
  }
}
