package org.tuguan.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.tuguan.api.people.Account;
import org.tuguan.api.people.Accounts;

/**
 * Keeps in a session nothing but the account's name and stamp, so that what the account may do is
 * always what it may do now, and a new password ends all other sessions. A request without a
 * session's cookie asks nothing of the database.
 */
@Component
final class SessionAccounts implements SecurityContextRepository {
  private static final String NAME = "account";
  private static final String STAMP = "stamp";

  private final Accounts accounts;

  SessionAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(() -> find(request));
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    Authentication known = context.getAuthentication();
    if (known != null && known.getPrincipal() instanceof SignedIn who) {
      HttpSession session = request.getSession(true);
      session.setAttribute(NAME, who.account().name());
      session.setAttribute(STAMP, who.account().stamp());
    } else if (known == null && request.getSession(false) != null) {
      request.getSession(false).removeAttribute(NAME);
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return find(request).isPresent();
  }

  private Optional<Account> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(NAME) instanceof String name)
        || !(session.getAttribute(STAMP) instanceof Long stamp)) {
      return Optional.empty();
    }
    return accounts.find(name).filter(each -> each.isActive() && each.stamp() == stamp);
  }

  /** Looked for when somebody wants to know, once. */
  private static final class Deferred implements DeferredSecurityContext {
    private final Supplier<Optional<Account>> search;
    private SecurityContext context;
    private boolean generated;

    Deferred(Supplier<Optional<Account>> search) {
      this.search = search;
    }

    @Override
    public SecurityContext get() {
      if (context == null) {
        Optional<Account> account = search.get();
        generated = account.isEmpty();
        context =
            account
                .<SecurityContext>map(
                    each -> new SecurityContextImpl(SignedIn.authentication(each)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
      }
      return context;
    }

    @Override
    public boolean isGenerated() {
      get();
      return generated;
    }
  }
}
