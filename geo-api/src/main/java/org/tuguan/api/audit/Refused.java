package org.tuguan.api.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/** Requests that somebody may not make, as the trail tells of them. */
public final class Refused {
  private Refused() {}

  /**
   * Writes it down if the caller was not allowed what they asked for; other faults are nobody's
   * business.
   */
  public static void tell(AuditTrail audit, Exception cause, HttpServletRequest request) {
    if (cause instanceof RequestException refused && refused.fault() == Fault.NOT_ALLOWED) {
      audit.denied(
          "request", request.getMethod() + " " + request.getServletPath(), request.getRemoteAddr());
    }
  }
}
