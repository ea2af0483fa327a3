package org.tuguan.api.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tuguan.api.security.Callers;

/**
 * Counts what the anonymous ask of the services. Stands behind authentication: a whole office may
 * share one address.
 */
public final class AnonymousLimitFilter extends OncePerRequestFilter {
  /** Pages and their parts cost next to nothing, and one page has dozens of parts. */
  private static final List<String> COUNTED =
      List.of("/wms", "/wmts", "/wfs", "/csw", "/tiles", "/ogc", "/api");

  private final AddressLimits limits;
  private final Turnstile turnstile;

  public AnonymousLimitFilter(AddressLimits limits, Turnstile turnstile) {
    this.limits = limits;
    this.turnstile = turnstile;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getServletPath();
    if (Callers.current().isAnonymous()
        && request.getUserPrincipal() == null
        && COUNTED.stream().anyMatch(path::startsWith)
        && !turnstile.pass(request, response, path, limits.take(request.getRemoteAddr()))) {
      return;
    }
    chain.doFilter(request, response);
  }
}
