package org.tuguan.api.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.tuguan.api.Refusal;
import org.tuguan.api.RefusalAnswers;
import org.tuguan.core.LocalText;

/** Tells callers what is left of their quotas, and turns away those who have used them up. */
@Component
public class Turnstile {
  private static final int TOO_MANY_REQUESTS = 429;

  private final RefusalAnswers refusals;

  Turnstile(RefusalAnswers refusals) {
    this.refusals = refusals;
  }

  /**
   * @param path under the server's root
   * @return false if the request has been answered with a refusal
   */
  public boolean pass(
      HttpServletRequest request, HttpServletResponse response, String path, Allowance allowance)
      throws IOException {
    if (!allowance.quotas().isEmpty()) {
      response.setHeader("RateLimit-Policy", allowance.policyHeader());
      response.setHeader("RateLimit", allowance.header());
    }
    if (!allowance.refused()) {
      return true;
    }
    long wait = allowance.retryAfter();
    refusals.answer(
        request,
        response,
        path,
        new Refusal(
            TOO_MANY_REQUESTS,
            new LocalText(
                "請求次數已達上限，請於 %d 秒後再試。".formatted(wait),
                "too many requests; try again in %d seconds".formatted(wait)),
            Map.of(HttpHeaders.RETRY_AFTER, Long.toString(wait))));
    return false;
  }
}
