package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tuguan.core.payment.CardGateway;
import org.tuguan.core.payment.GatewayKey;
import org.tuguan.core.payment.NoticeJson;
import org.tuguan.core.payment.PaymentNotice;
import org.tuguan.core.payment.PaymentNotice.Status;
import tools.jackson.databind.JsonNode;

/** Paying by card, with a gateway that repeats, delays, reorders, errs, lies and falls silent. */
class GatewayTest {
  private static final int CALLS = 100;

  @RegisterExtension static final PaymentDesk DESK = new PaymentDesk();

  private record Begun(String application, String payment, long amount) {
    String state() {
      return DESK.orders().payment(payment).get("state").asString();
    }

    PaymentNotice says(String transaction, Status status) {
      return Gateway.notice(payment, transaction, status, amount);
    }
  }

  private static Begun begin() {
    String application = DESK.orders().due();
    JsonNode payment = DESK.orders().begin(application, "card");
    return new Begun(application, payment.get("number").asString(), payment.get("amount").asLong());
  }

  private static String report(PaymentNotice notice) {
    return DESK.gateway().report(DESK.server().base(), notice);
  }

  private static void ask() {
    DESK.server().bean(GatewayQuestions.class).askAll();
  }

  private static long receipts(Begun begun) {
    return DESK.server()
        .count(
            "SELECT count(*) FROM tuguan.receipt r JOIN tuguan.payment p ON p.id = r.payment WHERE p.number = '%s'"
                .formatted(begun.payment()));
  }

  @Test
  void redirectIsSignedOverEverythingThatItSays() {
    String application = DESK.orders().due();
    JsonNode payment = DESK.orders().begin(application, "card");
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
    assertThat(DESK.orders().state(begun.application())).isEqualTo("PAID");
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
            DESK.server()
                .count(
                    "SELECT sum(applied) FROM tuguan.remittance WHERE reference = '%s'"
                        .formatted(begun.payment())))
        .isEqualTo(begun.amount());
    assertThat(
            DESK.server()
                .count(
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
    assertThat(DESK.orders().state(begun.application())).isEqualTo("PAYMENT_DUE");
    assertThat(DESK.server().get("cashier", "/api/v1/remittances?open=true").text())
        .contains("\"W1\"");
  }

  @Test
  void moneyForAPaymentThatNobodyKnowsIsKept() {
    assertThat(report(Gateway.notice("99900000000001", "U1", Status.PAID, 5)))
        .startsWith("200")
        .contains("UNKNOWN_REFERENCE");
    assertThat(DESK.server().get("cashier", "/api/v1/remittances?open=true").text())
        .contains("\"U1\"");
    assertThat(DESK.server().get("cashier", "/api/v1/payment-events").text())
        .contains("99900000000001");
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
      assertThat(DESK.gateway().report(DESK.server().base(), body, headers)).startsWith("403");
    }
    assertThat(begun.state()).isEqualTo("OPEN");
    assertThat(
            DESK.gateway()
                .report(DESK.server().base(), body, headers("k1", now, key.signMessage(now, body))))
        .startsWith("200");
    String rubbish = "{\"event\": ";
    assertThat(
            DESK.gateway()
                .report(
                    DESK.server().base(),
                    rubbish,
                    headers("k1", now, key.signMessage(now, rubbish))))
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
      DESK.gateway().knows(begun.says("L-" + mood, Status.PAID));
      DESK.gateway().mood = mood;
      ask();
      assertThat(begun.state()).as(mood.name()).isEqualTo("UNKNOWN");
      assertThat(DESK.orders().state(begun.application())).isEqualTo("PAYMENT_UNKNOWN");
      String due =
          DESK.server()
              .get("partner", "/api/v1/applications/" + begun.application())
              .json()
              .get("due")
              .asString();
      assertThat(due).as("the last day stays").isNotBlank();
      DESK.gateway().mood = Gateway.Mood.TRUTHFUL;
      ask();
      assertThat(begun.state()).isEqualTo("PAID");
      assertThat(receipts(begun)).isEqualTo(1);
      assertThat(report(begun.says("L-" + mood, Status.PAID))).contains("DUPLICATE");
    }
  }

  @Test
  void unknownPaymentThatFailedIsDueAgainAndMayBePaidInAnotherWay() {
    Begun begun = begin();
    DESK.gateway().mood = Gateway.Mood.SILENT;
    ask();
    assertThat(
            DESK.server()
                .post(
                    "partner",
                    "/api/v1/applications/" + begun.application() + "/payments",
                    "{\"method\": \"slip\"}")
                .status())
        .isEqualTo(409);
    DESK.gateway().mood = Gateway.Mood.TRUTHFUL;
    DESK.gateway().knows(begun.says("", Status.FAILED));
    ask();
    assertThat(begun.state()).isEqualTo("FAILED");
    assertThat(DESK.orders().state(begun.application())).isEqualTo("PAYMENT_DUE");
    assertThat(DESK.orders().begin(begun.application(), "slip").get("state").asString())
        .isEqualTo("OPEN");
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
    JsonNode slip = DESK.orders().begin(begun.application(), "slip");
    report(begun.says("D1", Status.PAID));
    JsonNode second =
        DESK.orders()
            .post(
                "cashier",
                "/api/v1/payments/" + slip.get("number").asString() + "/money",
                "{\"transaction\": \"D2\", \"amount\": %d}".formatted(begun.amount()));
    assertThat(second.get("finding").asString()).isEqualTo("ALREADY_PAID");
  }

  @Test
  void noticeForAMethodWithoutAGatewayIsRefused() {
    assertThat(DESK.server().post("", "/api/v1/payments/webhook/slip", "{}").status())
        .isEqualTo(404);
    assertThat(DESK.server().post("", "/api/v1/payments/webhook/cash", "{}").status())
        .isEqualTo(404);
  }

  @Test
  void attemptThatFailedAndWasPaidAfterAllIsAskedForAndPays() {
    Begun begun = begin();
    DESK.gateway().knows(begun.says("", Status.FAILED));
    ask();
    assertThat(begun.state()).isEqualTo("FAILED");
    DESK.gateway().mood = Gateway.Mood.SILENT;
    ask();
    assertThat(begun.state()).as("silence changes nothing").isEqualTo("FAILED");
    DESK.gateway().mood = Gateway.Mood.TRUTHFUL;
    DESK.gateway().knows(begun.says("Q1", Status.PAID));
    ask();
    assertThat(begun.state()).isEqualTo("PAID");
    assertThat(receipts(begun)).isEqualTo(1);
  }

  @Test
  void attemptThatEndedAndWasPaidAfterAllIsHeldToGiveBack() {
    Begun begun = begin();
    JsonNode slip = DESK.orders().begin(begun.application(), "slip");
    DESK.orders().money(slip, "Q2-slip", begun.amount());
    assertThat(begun.state()).isEqualTo("ENDED");
    ask();
    DESK.gateway().knows(begun.says("Q2", Status.PAID));
    ask();
    assertThat(begun.state()).isEqualTo("ENDED");
    assertThat(held("Q2")).isEqualTo("ALREADY_PAID");
    assertThat(asksLeft(begun)).as("all of it is known").isZero();
  }

  @Test
  void attemptIsForgottenInTheEndUnlessSomebodyAsks() {
    Begun begun = begin();
    DESK.gateway().knows(begun.says("", Status.FAILED));
    ask();
    assertThat(asksLeft(begun)).isEqualTo(1);
    DESK.server()
        .jdbc()
        .sql(
            "UPDATE tuguan.payment SET changed = changed - interval '4 days' WHERE number = :number")
        .param("number", begun.payment())
        .update();
    ask();
    assertThat(asksLeft(begun)).isZero();
    DESK.gateway().knows(begun.says("Q3", Status.PAID));
    ask();
    assertThat(begun.state()).isEqualTo("FAILED");
    JsonNode seen = DESK.server().get("partner", "/api/v1/payments/" + begun.payment()).json();
    assertThat(seen.get("may").toString()).contains("check");
    DESK.orders().post("partner", "/api/v1/payments/" + begun.payment() + "/check", "{}");
    assertThat(begun.state()).isEqualTo("PAID");
  }

  private static String held(String transaction) {
    return DESK.server()
        .jdbc()
        .sql("SELECT finding FROM tuguan.remittance WHERE transaction = :transaction")
        .param("transaction", transaction)
        .query(String.class)
        .single();
  }

  private static long asksLeft(Begun begun) {
    return DESK.server()
        .count(
            "SELECT count(ask_next) FROM tuguan.payment WHERE number = '%s'"
                .formatted(begun.payment()));
  }
}
