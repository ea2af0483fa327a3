package org.tuguan.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes known to Spring Security who was found before it ({@link Callers#present}). Such a caller
 * takes the place of a session that came along, and is forgotten after the request.
 */
final class PresentedCallerFilter extends OncePerRequestFilter {
  /** A caller without authorities: a key never carries its holder's offices. */
  private static final class PresentedCaller extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private final transient Callers.Principal principal;

    PresentedCaller(Callers.Principal principal) {
      super(List.of());
      this.principal = principal;
      setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public Object getPrincipal() {
      return principal;
    }

    @Override
    public String getName() {
      return principal.caller().user().orElse("");
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Callers.Principal> principal = Callers.presented(request);
    if (principal.isPresent()) {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(new PresentedCaller(principal.get()));
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }
}
