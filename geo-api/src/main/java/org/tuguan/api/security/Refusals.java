package org.tuguan.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.LocalText;
import tools.jackson.databind.json.JsonMapper;

/** Tells those who are not let in, as problem+json, and the audit trail. */
@Component
class Refusals {
  private static final LocalText SIGN_IN =
      new LocalText("請先登入", "Sign in first: this takes an account");
  private static final LocalText FORBIDDEN =
      new LocalText(
          "此帳號沒有這項權限，或頁面已過期，請重新載入",
          "This account may not do that, or the page is too old: reload it and try again");

  private final JsonMapper json;
  private final AuditTrail audit;

  Refusals(JsonMapper json, AuditTrail audit) {
    this.json = json;
    this.audit = audit;
  }

  /**
   * A browser would open a dialog of its own for {@code WWW-Authenticate}; the portal has one and
   * says who it is.
   */
  void signIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (!"XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tuguan\", charset=\"UTF-8\"");
    }
    if (cause instanceof SignInException refused) {
      refuse(response, HttpStatus.UNAUTHORIZED, refused.reason().name(), refused.text());
    } else {
      denied(request);
      refuse(response, HttpStatus.UNAUTHORIZED, "SIGN_IN", SIGN_IN);
    }
  }

  /** Somebody unknown is asked to sign in, whatever the first reason was. */
  void forbid(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    if (Callers.current().isAnonymous()) {
      signIn(request, response, null);
    } else {
      denied(request);
      refuse(response, HttpStatus.FORBIDDEN, "FORBIDDEN", FORBIDDEN);
    }
  }

  private void denied(HttpServletRequest request) {
    audit.denied(
        "request", request.getMethod() + " " + request.getServletPath(), request.getRemoteAddr());
  }

  void refuse(HttpServletResponse response, HttpStatus status, String fault, LocalText message)
      throws IOException {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, message.en());
    problem.setProperty("fault", fault);
    problem.setProperty("message", message);
    response.setStatus(status.value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
