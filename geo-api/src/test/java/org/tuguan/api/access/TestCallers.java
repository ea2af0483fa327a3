package org.tuguan.api.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tuguan.api.security.Callers;
import org.tuguan.core.access.Caller;

/** Lets a test be any caller: the header {@code X-Caller} names one that was made known before. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TestCallers extends OncePerRequestFilter {
  static final String HEADER = "X-Caller";

  private static final Map<String, Caller> KNOWN = new ConcurrentHashMap<>();

  private record Known(Caller caller) implements Callers.Principal {}

  static void know(String name, Caller caller) {
    KNOWN.put(name, caller);
  }

  static List<String> names() {
    return KNOWN.keySet().stream().sorted().toList();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String name = request.getHeader(HEADER);
    if (name != null) {
      Caller caller = KNOWN.get(name);
      List<SimpleGrantedAuthority> roles =
          caller.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
      request.setAttribute(
          RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME,
          new SecurityContextImpl(
              UsernamePasswordAuthenticationToken.authenticated(new Known(caller), null, roles)));
    }
    chain.doFilter(request, response);
  }
}
