package org.tuguan.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.people.Account;
import org.tuguan.api.people.Accounts;

/**
 * Lets somebody in whom an OpenID provider has sent: who was here before by the provider's own name
 * for them, the first time by an e-mail address that the provider has verified. Accounts are not
 * made this way: whoever has none is told so.
 */
final class OpenIdSignIn implements AuthenticationSuccessHandler {
  private final Accounts accounts;
  private final SecurityContextRepository sessions;
  private final AuditTrail audit;

  OpenIdSignIn(Accounts accounts, SecurityContextRepository sessions, AuditTrail audit) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication sent)
      throws IOException {
    Optional<Account> account =
        sent.getPrincipal() instanceof OidcUser user ? findAccount(user) : Optional.empty();
    if (account.isEmpty()) {
      SecurityContextHolder.clearContext();
      audit.denied("sign-in", "openid", request.getRemoteAddr());
      response.sendRedirect(request.getContextPath() + "/account.html#no-account");
      return;
    }
    SecurityContextImpl context = new SecurityContextImpl(SignedIn.authentication(account.get()));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    accounts.signedIn(account.get().name());
    response.sendRedirect(request.getContextPath() + "/");
  }

  private Optional<Account> findAccount(OidcUser user) {
    String subject = user.getIssuer() + "|" + user.getSubject();
    return accounts
        .findBySubject(subject)
        .filter(Account::isActive)
        .or(() -> findByVerifiedEmail(user).flatMap(each -> accounts.link(each.name(), subject)));
  }

  private Optional<Account> findByVerifiedEmail(OidcUser user) {
    return Boolean.TRUE.equals(user.getEmailVerified())
        ? accounts.findByEmail(user.getEmail())
        : Optional.empty();
  }
}
