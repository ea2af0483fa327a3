package org.tuguan.core.payment;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * Paying by card on the page of a gateway: the browser goes there with a signed address, the
 * gateway reports with signed notices, and answers when it is asked. Card data stay there. Safe for
 * any thread; off without settings.
 */
public final class CardGateway implements PaymentMethod {
  public static final String NAME = "card";
  public static final String KEY_HEADER = "x-tuguan-key";
  public static final String TIME_HEADER = "x-tuguan-time";
  public static final String SIGNATURE_HEADER = "x-tuguan-signature";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER = 100_000;

  private final Optional<Settings> settings;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Clock clock;

  /**
   * @param settings empty to be off
   */
  public CardGateway(Optional<Settings> settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param page where a payer pays
   * @param query where it is asked how a payment ended
   * @param merchant what it calls us
   * @param demonstration true if no money moves there
   */
  public record Settings(
      URI page, URI query, String merchant, GatewayKey key, boolean demonstration) {
    public Settings {
      Objects.requireNonNull(page);
      Objects.requireNonNull(query);
      Objects.requireNonNull(merchant);
      Objects.requireNonNull(key);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int priority() {
    return 20;
  }

  @Override
  public LocalText title() {
    return new LocalText("信用卡", "credit card");
  }

  @Override
  public boolean isReady() {
    return settings.isPresent();
  }

  @Override
  public boolean isDemonstration() {
    return settings.map(Settings::demonstration).orElse(false);
  }

  @Override
  public boolean canAsk() {
    return isReady();
  }

  @Override
  public Instruction instruction(Bill bill) {
    Settings known = settings();
    Map<String, String> fields = about(bill);
    fields.put("amount", bill.amount().toBigIntegerExact().toString());
    fields.put("currency", "TWD");
    fields.put("order", bill.application());
    fields.put("return_url", bill.back().toString());
    return new Instruction.Redirect(signed(known.page(), fields));
  }

  @Override
  public PaymentNotice read(Map<String, String> headers, String body) {
    Settings known = settings();
    if (!isSigned(known, headers, body)) {
      throw new RequestException(
          Fault.NOT_ALLOWED, "signature", new LocalText("簽章不符", "the signature is wrong"));
    }
    PaymentNotice notice = NoticeJson.read(body);
    if (notice.event().isBlank()) {
      throw RequestException.missing("event");
    }
    return notice;
  }

  @Override
  public PaymentNotice ask(Bill bill) throws IOException {
    Settings known = settings();
    HttpRequest request =
        HttpRequest.newBuilder(signed(known.query(), about(bill))).timeout(PATIENCE).build();
    HttpResponse<String> answer;
    try {
      answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    Map<String, String> headers =
        answer.headers().map().entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> each.getKey().toLowerCase(Locale.ROOT),
                    each -> each.getValue().get(0),
                    (one, other) -> one));
    if (answer.statusCode() != 200
        || answer.body().length() > LONGEST_ANSWER
        || !isSigned(known, headers, answer.body())) {
      throw new IOException("no answer to be believed: HTTP " + answer.statusCode());
    }
    try {
      PaymentNotice notice = NoticeJson.read(answer.body());
      if (!notice.reference().equals(bill.number().text())) {
        throw new IOException("an answer about another payment");
      }
      return notice;
    } catch (RequestException e) {
      throw new IOException("an answer that cannot be read", e);
    }
  }

  private Settings settings() {
    return settings.orElseThrow(
        () ->
            new RequestException(
                Fault.NOT_FOUND,
                "method",
                new LocalText("未設定刷卡閘道", "no card gateway is configured")));
  }

  private Map<String, String> about(Bill bill) {
    Settings known = settings();
    Map<String, String> fields = new TreeMap<>();
    fields.put("merchant", known.merchant());
    fields.put("payment", bill.number().text());
    fields.put("time", Long.toString(clock.instant().getEpochSecond()));
    fields.put("key", known.key().id());
    return fields;
  }

  private URI signed(URI page, Map<String, String> fields) {
    String signature = settings().key().sign(GatewayKey.canonical(fields));
    String query =
        fields.entrySet().stream()
            .map(each -> each.getKey() + "=" + escaped(each.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(
        page + (page.getQuery() == null ? "?" : "&") + query + "&signature=" + signature);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private boolean isSigned(Settings known, Map<String, String> headers, String body) {
    Instant now = clock.instant();
    return known
        .key()
        .matchesMessage(
            headers.getOrDefault(KEY_HEADER, ""),
            headers.getOrDefault(TIME_HEADER, ""),
            body,
            headers.getOrDefault(SIGNATURE_HEADER, ""),
            now);
  }
}
