package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.tuguan.core.payment.CardGateway;
import org.tuguan.core.payment.GatewayKey;
import org.tuguan.core.payment.PaymentNotice;

/**
 * The card gateway of the demonstration: no card, no money. It signs and is signed for as a real
 * one would be, with a secret of this process, and forgets everything with it.
 */
@Component
@ConditionalOnProperty(name = "tuguan.demo", havingValue = "true")
class DemoGateway {
  static final String PAGE = "/demo-gateway";

  private static final int SECRET_BYTES = 32;

  private final GatewayKey key;
  private final CardGateway.Settings settings;
  private final Map<String, PaymentNotice> ended = new ConcurrentHashMap<>();
  private final Clock clock;

  DemoGateway(@Value("${tuguan.port}") String port, Clock clock) {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    this.key = new GatewayKey("demo", HexFormat.of().formatHex(secret));
    this.settings =
        new CardGateway.Settings(
            URI.create(PAGE),
            URI.create("http://127.0.0.1:" + port + PAGE + "/query"),
            "demo",
            key,
            true);
    this.clock = clock;
  }

  CardGateway.Settings settings() {
    return settings;
  }

  /** Whether these fields were signed by us a short while ago. */
  boolean isSigned(Map<String, String> fields) {
    String time = fields.getOrDefault("time", "");
    try {
      return key.matches(GatewayKey.canonical(fields), fields.getOrDefault("signature", ""))
          && Instant.ofEpochSecond(Long.parseLong(time))
              .plus(GatewayKey.GOOD_FOR)
              .isAfter(clock.instant());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Somebody pressed a button: what is reported, and answered from now on. */
  PaymentNotice end(String payment, BigDecimal amount, boolean paid) {
    PaymentNotice notice =
        new PaymentNotice(
            UUID.randomUUID().toString(),
            payment,
            "DEMO-" + payment,
            paid ? PaymentNotice.Status.PAID : PaymentNotice.Status.FAILED,
            amount,
            clock.instant());
    return ended.merge(
        payment,
        notice,
        (before, now) -> before.status() == PaymentNotice.Status.PAID ? before : now);
  }

  PaymentNotice answer(String payment) {
    return Optional.ofNullable(ended.get(payment))
        .orElseGet(
            () ->
                new PaymentNotice(
                    "", payment, "", PaymentNotice.Status.NONE, BigDecimal.ZERO, clock.instant()));
  }

  /** The headers that go with a message. */
  Map<String, String> headers(String body) {
    Instant now = clock.instant();
    Map<String, String> headers = new TreeMap<>();
    headers.put(CardGateway.KEY_HEADER, key.id());
    headers.put(CardGateway.TIME_HEADER, Long.toString(now.getEpochSecond()));
    headers.put(CardGateway.SIGNATURE_HEADER, key.signMessage(now, body));
    return headers;
  }
}
