package org.tuguan.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tuguan.core.LocalText;

/** Who came with a password for one time may change it, and nothing else under {@code /api}. */
final class PasswordChangeFirst extends OncePerRequestFilter {
  private static final Set<String> OPEN =
      Set.of("/api/v1/session", "/api/v1/account", "/api/v1/account/password", "/api/v1/status");

  private final Refusals refusals;

  PasswordChangeFirst(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.startsWith("/api/") && !OPEN.contains(path) && mustChange()) {
      refusals.refuse(
          response,
          HttpStatus.FORBIDDEN,
          "PASSWORD_CHANGE",
          new LocalText("請先變更一次性密碼", "Change the one-time password first"));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean mustChange() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null
        && known.getPrincipal() instanceof SignedIn who
        && who.account().mustChange();
  }
}
