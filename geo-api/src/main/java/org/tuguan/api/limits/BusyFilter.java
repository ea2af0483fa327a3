package org.tuguan.api.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tuguan.api.Overload;
import org.tuguan.api.Refusal;
import org.tuguan.api.RefusalAnswers;
import org.tuguan.core.LocalText;

/**
 * Says come again where a filter finds no database, such as the one that looks for the session;
 * what controllers meet is told by themselves.
 */
final class BusyFilter extends OncePerRequestFilter {
  private static final int SERVICE_UNAVAILABLE = 503;

  private final RefusalAnswers refusals;

  BusyFilter(RefusalAnswers refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      Optional<LocalText> overload = Overload.find(e);
      if (overload.isEmpty() || response.isCommitted()) {
        throw e;
      }
      response.reset();
      Refusal refusal =
          new Refusal(
              SERVICE_UNAVAILABLE,
              overload.get(),
              Map.of(HttpHeaders.RETRY_AFTER, Integer.toString(Overload.RETRY_SECONDS)));
      refusals.answer(request, response, request.getServletPath(), refusal);
    }
  }
}
