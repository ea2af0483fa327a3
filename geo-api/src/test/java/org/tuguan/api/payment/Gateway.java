package org.tuguan.api.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tuguan.core.payment.CardGateway;
import org.tuguan.core.payment.GatewayKey;
import org.tuguan.core.payment.NoticeJson;
import org.tuguan.core.payment.PaymentNotice;

/**
 * A card gateway that does whatever a test wants of it: says things twice, late, wrong, or never.
 */
final class Gateway implements AutoCloseable {
  static final String SECRET = "a secret of the tests";

  /** How it answers questions. */
  enum Mood {
    TRUTHFUL,
    SILENT,
    BROKEN,
    FORGED,
    OF_ANOTHER
  }

  private final GatewayKey key = new GatewayKey("k1", SECRET);
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, PaymentNotice> known = new ConcurrentHashMap<>();
  volatile Mood mood = Mood.TRUTHFUL;

  Gateway() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/query", this::answer);
    server.start();
  }

  Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("db-scheduler.enabled", "false");
    settings.put("tuguan.payment.gateway.page", "https://gateway.invalid/pay");
    settings.put(
        "tuguan.payment.gateway.query",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/query");
    settings.put("tuguan.payment.gateway.merchant", "tuguan");
    settings.put("tuguan.payment.gateway.key-id", "k1");
    settings.put("tuguan.payment.gateway.secret", SECRET);
    settings.put("tuguan.payment.ask-after", "0s");
    settings.put("tuguan.payment.forget", "0s");
    settings.put("tuguan.payment.bank-accounts", "first,second");
    return settings;
  }

  /** What it says when it is asked. */
  void knows(PaymentNotice notice) {
    known.put(notice.reference(), notice);
  }

  static PaymentNotice notice(
      String payment, String transaction, PaymentNotice.Status status, long amount) {
    return new PaymentNotice(
        UUID.randomUUID().toString(),
        payment,
        transaction,
        status,
        BigDecimal.valueOf(amount),
        Instant.now());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (mood == Mood.SILENT) {
        return;
      }
      String payment = exchange.getRequestURI().getQuery().replaceAll(".*payment=(\\d+).*", "$1");
      PaymentNotice notice =
          known.getOrDefault(
              mood == Mood.OF_ANOTHER ? "none" : payment,
              notice(mood == Mood.OF_ANOTHER ? "none" : payment, "", PaymentNotice.Status.NONE, 0));
      byte[] body =
          (mood == Mood.BROKEN ? "{" : NoticeJson.write(notice)).getBytes(StandardCharsets.UTF_8);
      sign(new String(body, StandardCharsets.UTF_8))
          .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Map<String, String> sign(String body) {
    Instant now = Instant.now();
    return Map.of(
        CardGateway.KEY_HEADER,
        key.id(),
        CardGateway.TIME_HEADER,
        Long.toString(now.getEpochSecond()),
        CardGateway.SIGNATURE_HEADER,
        mood == Mood.FORGED ? "0".repeat(64) : key.signMessage(now, body));
  }

  /** Reports to a server; the status and the body of its answer. */
  String report(String base, PaymentNotice notice) {
    String body = NoticeJson.write(notice);
    return report(base, body, sign(body));
  }

  String report(String base, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/api/v1/payments/webhook/card"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
