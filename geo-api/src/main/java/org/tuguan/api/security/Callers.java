package org.tuguan.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tuguan.core.access.Caller;

/** Who makes the request that this thread answers. */
public final class Callers {
  private Callers() {}

  /** What Spring Security knows as the principal: an account that is signed in, or a key. */
  public interface Principal {
    Caller caller();
  }

  private static final String PRESENTED = Callers.class.getName() + ".presented";

  /** Says who makes a request, before Spring Security has looked at it. */
  public static void present(HttpServletRequest request, Principal principal) {
    request.setAttribute(PRESENTED, principal);
  }

  /** Who was found to make a request before Spring Security looked at it. */
  static Optional<Principal> presented(HttpServletRequest request) {
    return Optional.ofNullable((Principal) request.getAttribute(PRESENTED));
  }

  /** False in threads of the server's own, and in commands. */
  public static boolean isRequest() {
    return SecurityContextHolder.getContext().getAuthentication() != null;
  }

  /** The anonymous one outside requests. */
  public static Caller current() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof Principal principal
        ? principal.caller()
        : Caller.ANONYMOUS;
  }
}
