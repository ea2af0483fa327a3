package org.tuguan.api.security;

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
