package org.tuguan.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tuguan.api.limits.AnonymousLimitFilter;

/** Lets {@link EarlyAnswer}s answer plain requests that come with neither account nor key. */
final class EarlyAnswerFilter extends OncePerRequestFilter {
  private final AnonymousLimitFilter limit;
  private final List<EarlyAnswer> answers;

  EarlyAnswerFilter(AnonymousLimitFilter limit, List<EarlyAnswer> answers) {
    this.limit = limit;
    this.answers = List.copyOf(answers);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!plain(request)) {
      chain.doFilter(request, response);
      return;
    }
    limit.doFilter(
        request,
        response,
        (asked, answered) -> {
          for (EarlyAnswer each : answers) {
            if (each.answer(request, response)) {
              return;
            }
          }
          chain.doFilter(asked, answered);
        });
  }

  private static boolean plain(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && request.getQueryString() == null
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && request.getHeader(HttpHeaders.COOKIE) == null
        && Callers.presented(request).isEmpty();
  }
}
