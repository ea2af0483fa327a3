package org.tuguan.api.security;

import java.security.Principal;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in. */
@RestController
class SessionController {
  /** {@code user} is null for somebody who is not signed in. */
  record Session(String user, List<String> roles) {}

  @GetMapping("/api/v1/session")
  Session session(Principal who, CsrfToken token) {
    token.getToken(); // sets the cookie
    return who instanceof Authentication account
        ? new Session(
            account.getName(),
            account.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith("ROLE_"))
                .map(authority -> authority.substring("ROLE_".length()))
                .toList())
        : new Session(null, List.of());
  }
}
