package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.payment.CardGateway;
import org.tuguan.core.payment.GatewayKey;
import org.tuguan.core.payment.NoticeJson;
import org.tuguan.core.payment.PaymentNotice;
import org.tuguan.core.payment.PaymentNotice.Status;
import tools.jackson.databind.JsonNode;

/** Paying by card, with a gateway that repeats, delays, reorders, errs, lies and falls silent. */
class GatewayTest {
  private static final int CALLS = 100;

  @TempDir static Path home;
  private static TestDatabase database;
  private static Gateway gateway;
  private static IssuingServer server;
  private static Orders orders;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    gateway = new Gateway();
    server = new IssuingServer(database, home, gateway.settings());
    IssuingData.make(server);
    orders = new Orders(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    gateway.close();
    database.close();
  }

  @AfterEach
  void booksAgree() {
    gateway.mood = Gateway.Mood.TRUTHFUL;
    assertThatCode(() -> server.bean(PaymentCheck.class).run()).doesNotThrowAnyException();
  }

  private record Begun(String application, String payment, long amount) {
    String state() {
      return orders.payment(payment).get("state").asString();
    }

    PaymentNotice says(String transaction, Status status) {
      return Gateway.notice(payment, transaction, status, amount);
    }
  }

  private static Begun begin() {
    String application = orders.due();
    JsonNode payment = orders.begin(application, "card");
    return new Begun(application, payment.get("number").asString(), payment.get("amount").asLong());
  }

  private static String report(PaymentNotice notice) {
    return gateway.report(server.base(), notice);
  }

  private static void ask() {
    server.bean(GatewayQuestions.class).askAll();
  }

  private static long receipts(Begun begun) {
    return server.count(
        "SELECT count(*) FROM tuguan.receipt r JOIN tuguan.payment p ON p.id = r.payment WHERE p.number = '%s'"
            .formatted(begun.payment()));
  }

  @Test
  void redirectIsSignedOverEverythingThatItSays() {
    String application = orders.due();
    JsonNode payment = orders.begin(application, "card");
    URI address = URI.create(payment.get("instruction").get("url").asString());
    Map<String, String> fields = new TreeMap<>();
    for (String part : address.getRawQuery().split("&")) {
      String[] field = part.split("=", 2);
      fields.put(field[0], URLDecoder.decode(field[1], StandardCharsets.UTF_8));
    }
    GatewayKey key = new GatewayKey("k1", Gateway.SECRET);
    assertThat(fields)
        .containsEntry("amount", payment.get("amount").asString())
        .containsEntry("payment", payment.get("number").asString())
        .containsKeys("time", "key", "merchant", "return_url", "currency");
    assertThat(key.matches(GatewayKey.canonical(fields), fields.get("signature"))).isTrue();
    fields.put("amount", "1");
    assertThat(key.matches(GatewayKey.canonical(fields), fields.get("signature"))).isFalse();
  }

  @Test
  void paidNoticePaysOnceHoweverOftenItComes() {
    Begun begun = begin();
    PaymentNotice notice = begun.says("T1", Status.PAID);
    assertThat(report(notice)).startsWith("200").contains("MATCHED");
    assertThat(report(notice)).startsWith("200").contains("MATCHED");
    assertThat(report(begun.says("T1", Status.PAID))).startsWith("200").contains("DUPLICATE");
    assertThat(begun.state()).isEqualTo("PAID");
    assertThat(orders.state(begun.application())).isEqualTo("PAID");
    assertThat(receipts(begun)).isEqualTo(1);
  }

  @Test
  void hundredNoticesAtOncePayOnce() throws Exception {
    Begun begun = begin();
    List<String> answers = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(CALLS);
    try {
      List<Future<String>> calls = new ArrayList<>();
      PaymentNotice same = begun.says("H0", Status.PAID);
      for (int i = 0; i < CALLS; i++) {
        PaymentNotice notice =
            i % 3 == 0 ? same : begun.says(i % 3 == 1 ? "H0" : "H" + i, Status.PAID);
        calls.add(pool.submit(() -> report(notice)));
      }
      for (Future<String> call : calls) {
        answers.add(call.get());
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(answers).hasSize(CALLS).allMatch(answer -> answer.startsWith("200"));
    assertThat(receipts(begun)).isEqualTo(1);
    assertThat(
            server.count(
                "SELECT sum(applied) FROM tuguan.remittance WHERE reference = '%s'"
                    .formatted(begun.payment())))
        .isEqualTo(begun.amount());
    assertThat(
            server.count(
                "SELECT count(*) FROM tuguan.remittance WHERE reference = '%s'"
                    .formatted(begun.payment())))
        .as("each transaction is money that came, once")
        .isEqualTo(1 + CALLS / 3);
  }

  @Test
  void failureThatComesAfterThePaymentChangesNothing() {
    Begun begun = begin();
    report(begun.says("O1", Status.PAID));
    assertThat(report(begun.says("", Status.FAILED))).contains("IGNORED");
    assertThat(report(begun.says("", Status.PENDING))).startsWith("200");
    assertThat(begun.state()).isEqualTo("PAID");
  }

  @Test
  void paymentThatComesAfterAFailureCounts() {
    Begun begun = begin();
    assertThat(report(begun.says("", Status.FAILED))).contains("FAILED");
    assertThat(begun.state()).isEqualTo("FAILED");
    assertThat(report(begun.says("A1", Status.PAID))).contains("MATCHED");
    assertThat(begun.state()).isEqualTo("PAID");
  }

  @Test
  void wrongAmountIsHeldForTheCashier() {
    Begun begun = begin();
    assertThat(report(Gateway.notice(begun.payment(), "W1", Status.PAID, begun.amount() + 1)))
        .startsWith("200")
        .contains("WRONG_AMOUNT");
    assertThat(begun.state()).isEqualTo("OPEN");
    assertThat(orders.state(begun.application())).isEqualTo("PAYMENT_DUE");
    assertThat(server.get("cashier", "/api/v1/remittances?open=true").text()).contains("\"W1\"");
  }

  @Test
  void moneyForAPaymentThatNobodyKnowsIsKept() {
    assertThat(report(Gateway.notice("99900000000001", "U1", Status.PAID, 5)))
        .startsWith("200")
        .contains("UNKNOWN_REFERENCE");
    assertThat(server.get("cashier", "/api/v1/remittances?open=true").text()).contains("\"U1\"");
    assertThat(server.get("cashier", "/api/v1/payment-events").text()).contains("99900000000001");
  }

  @Test
  void noticeWithAWrongOrOldSignatureIsRefused() {
    Begun begun = begin();
    GatewayKey key = new GatewayKey("k1", Gateway.SECRET);
    String body = NoticeJson.write(begun.says("S1", Status.PAID));
    Instant now = Instant.now();
    Instant old = now.minus(GatewayKey.GOOD_FOR).minusSeconds(60);
    for (Map<String, String> headers :
        List.of(
            Map.<String, String>of(),
            headers("k1", now, "0".repeat(64)),
            headers("k2", now, key.signMessage(now, body)),
            headers("k1", now, key.signMessage(now, body + " ")),
            headers("k1", now.plusSeconds(1), key.signMessage(now, body)),
            headers("k1", old, key.signMessage(old, body)))) {
      assertThat(gateway.report(server.base(), body, headers)).startsWith("403");
    }
    assertThat(begun.state()).isEqualTo("OPEN");
    assertThat(gateway.report(server.base(), body, headers("k1", now, key.signMessage(now, body))))
        .startsWith("200");
    String rubbish = "{\"event\": ";
    assertThat(
            gateway.report(
                server.base(), rubbish, headers("k1", now, key.signMessage(now, rubbish))))
        .startsWith("422");
  }

  private static Map<String, String> headers(String key, Instant time, String signature) {
    return Map.of(
        CardGateway.KEY_HEADER,
        key,
        CardGateway.TIME_HEADER,
        Long.toString(time.getEpochSecond()),
        CardGateway.SIGNATURE_HEADER,
        signature);
  }

  @Test
  void answerThatIsLostIsAskedForAgain() {
    for (Gateway.Mood mood :
        Arrays.stream(Gateway.Mood.values())
            .filter(each -> each != Gateway.Mood.TRUTHFUL)
            .toList()) {
      Begun begun = begin();
      gateway.knows(begun.says("L-" + mood, Status.PAID));
      gateway.mood = mood;
      ask();
      assertThat(begun.state()).as(mood.name()).isEqualTo("UNKNOWN");
      assertThat(orders.state(begun.application())).isEqualTo("PAYMENT_UNKNOWN");
      String due =
          server
              .get("partner", "/api/v1/applications/" + begun.application())
              .json()
              .get("due")
              .asString();
      assertThat(due).as("the last day stays").isNotBlank();
      gateway.mood = Gateway.Mood.TRUTHFUL;
      ask();
      assertThat(begun.state()).isEqualTo("PAID");
      assertThat(receipts(begun)).isEqualTo(1);
      assertThat(report(begun.says("L-" + mood, Status.PAID))).contains("DUPLICATE");
    }
  }

  @Test
  void unknownPaymentThatFailedIsDueAgainAndMayBePaidInAnotherWay() {
    Begun begun = begin();
    gateway.mood = Gateway.Mood.SILENT;
    ask();
    assertThat(
            server
                .post(
                    "partner",
                    "/api/v1/applications/" + begun.application() + "/payments",
                    "{\"method\": \"slip\"}")
                .status())
        .isEqualTo(409);
    gateway.mood = Gateway.Mood.TRUTHFUL;
    gateway.knows(begun.says("", Status.FAILED));
    ask();
    assertThat(begun.state()).isEqualTo("FAILED");
    assertThat(orders.state(begun.application())).isEqualTo("PAYMENT_DUE");
    assertThat(orders.begin(begun.application(), "slip").get("state").asString()).isEqualTo("OPEN");
  }

  @Test
  void paymentThatTheGatewayNeverHeardOfEndsAfterAWhile() {
    Begun begun = begin();
    ask();
    assertThat(begun.state()).isEqualTo("ENDED");
    assertThat(report(begun.says("N1", Status.PAID)))
        .as("should money come all the same, it counts")
        .contains("MATCHED");
  }

  @Test
  void secondWayOfPayingIsFoundAndHeld() {
    Begun begun = begin();
    JsonNode slip = orders.begin(begun.application(), "slip");
    report(begun.says("D1", Status.PAID));
    JsonNode second =
        orders.post(
            "cashier",
            "/api/v1/payments/" + slip.get("number").asString() + "/money",
            "{\"transaction\": \"D2\", \"amount\": %d}".formatted(begun.amount()));
    assertThat(second.get("finding").asString()).isEqualTo("ALREADY_PAID");
  }

  @Test
  void noticeForAMethodWithoutAGatewayIsRefused() {
    assertThat(server.post("", "/api/v1/payments/webhook/slip", "{}").status()).isEqualTo(404);
    assertThat(server.post("", "/api/v1/payments/webhook/cash", "{}").status()).isEqualTo(404);
  }
}
