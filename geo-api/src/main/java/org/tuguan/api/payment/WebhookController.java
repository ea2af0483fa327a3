package org.tuguan.api.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.RequestException;
import org.tuguan.core.payment.PaymentMethod;
import org.tuguan.core.payment.PaymentNotice;

/**
 * {@code POST /api/v1/payments/webhook/{method}}: what gateways report. Open to everybody and
 * believed only with the right signature; 200 means that it is kept, so that a gateway may stop
 * repeating it, whatever came of it.
 */
@RestController
class WebhookController {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);
  private static final int LONGEST = 100_000;

  private final PaymentMethods methods;
  private final GatewayNotices notices;

  WebhookController(PaymentMethods methods, GatewayNotices notices) {
    this.methods = methods;
    this.notices = notices;
  }

  /**
   * @param outcome what came of it, this time or the first
   */
  record Kept(String outcome) {}

  @PostMapping("/api/v1/payments/webhook/{method}")
  Kept receive(
      @PathVariable("method") String name, @RequestBody byte[] body, HttpServletRequest request) {
    PaymentMethod method = methods.get(name);
    if (body.length > LONGEST) {
      throw RequestException.invalid("body", "…", LONGEST + " bytes at most");
    }
    PaymentNotice notice;
    try {
      notice = method.read(headers(request), Fields.utf8("body", body));
    } catch (RequestException e) {
      LOG.warn("a notice for {} was refused: {}", name, e.getMessage());
      throw e;
    }
    return new Kept(notices.report(name, notice));
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new TreeMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
    }
    return headers;
  }
}
