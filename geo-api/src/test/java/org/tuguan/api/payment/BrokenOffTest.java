package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.payment.PaymentNotice;
import org.tuguan.core.payment.PaymentNotice.Status;
import tools.jackson.databind.JsonNode;

/**
 * The database is taken away, and the program killed, at every step of paying and giving back: all
 * of it is done or nothing, and who repeats it does it once.
 */
class BrokenOffTest {
  /** Every table that is written to when money comes, in that order; the last while committing. */
  private static final List<String> STEPS_OF_PAYING =
      List.of(
          "payment_event",
          "remittance",
          "ledger_entry",
          "ledger_line",
          "payment",
          "application",
          "application_event",
          "delivery",
          "serial_number",
          "receipt",
          "mail",
          "audit_waiting",
          "audit");

  private static final List<String> STEPS_OF_GIVING_BACK =
      List.of(
          "payment", "receipt", "application", "serial_number", "refund", "ledger_line", "audit");

  private static final List<String> STEPS_OF_KILLING = List.of("receipt", "audit");

  @RegisterExtension static final PaymentDesk DESK = new PaymentDesk();

  private static PaymentNotice notice(String transaction) {
    JsonNode payment = DESK.orders().begin(DESK.orders().due(), "card");
    return Gateway.notice(
        payment.get("number").asString(), transaction, Status.PAID, payment.get("amount").asLong());
  }

  private static long count(String table, PaymentNotice notice) {
    return DESK.server()
        .count(
            switch (table) {
              case "receipt" ->
                  "SELECT count(*) FROM tuguan.receipt r JOIN tuguan.payment p ON p.id = r.payment WHERE p.number = '%s'"
                      .formatted(notice.reference());
              default ->
                  "SELECT count(*) FROM tuguan.remittance WHERE reference = '%s'"
                      .formatted(notice.reference());
            });
  }

  private static void paidOnce(PaymentNotice notice) {
    assertThat(DESK.gateway().report(DESK.server().base(), notice))
        .startsWith("200")
        .contains("MATCHED");
    assertThat(DESK.gateway().report(DESK.server().base(), notice))
        .startsWith("200")
        .contains("MATCHED");
    assertThat(count("receipt", notice)).isEqualTo(1);
    assertThat(count("remittance", notice)).isEqualTo(1);
    assertThat(DESK.orders().payment(notice.reference()).get("state").asString()).isEqualTo("PAID");
  }

  @Test
  void databaseThatStopsInAnyStepOfPayingTakesAllOfItBack() {
    for (String step : STEPS_OF_PAYING) {
      PaymentNotice notice = notice("B-" + step);
      CompletableFuture<String> answer;
      try (Halt halt = new Halt(DESK.database(), step)) {
        answer =
            CompletableFuture.supplyAsync(
                () -> DESK.gateway().report(DESK.server().base(), notice));
        halt.terminate(halt.held());
        assertThat(answer.join()).as(step).startsWith("5");
      }
      assertThat(count("remittance", notice)).as(step).isZero();
      assertThat(count("receipt", notice)).as(step).isZero();
      assertThat(DESK.orders().payment(notice.reference()).get("state").asString())
          .as(step)
          .isEqualTo("OPEN");
      paidOnce(notice);
    }
  }

  @Test
  void databaseThatStopsInAnyStepOfGivingBackTakesAllOfItBack() {
    for (String step : STEPS_OF_GIVING_BACK) {
      PaymentNotice notice = notice("G-" + step);
      paidOnce(notice);
      String path = "/api/v1/payments/" + notice.reference() + "/refunds";
      String wish =
          "{\"request\": \"r\", \"ground\": \"OTHER\", \"article\": \"第9條\", \"reason\": \"取消\"}";
      try (Halt halt = new Halt(DESK.database(), step)) {
        CompletableFuture<Integer> answer =
            CompletableFuture.supplyAsync(() -> DESK.server().post("cashier", path, wish).status());
        halt.terminate(halt.held());
        assertThat(answer.join()).as(step).isGreaterThanOrEqualTo(500);
      }
      assertThat(DESK.orders().payment(notice.reference()).get("state").asString())
          .as(step)
          .isEqualTo("PAID");
      JsonNode refund = DESK.orders().post("cashier", path, wish);
      assertThat(DESK.orders().post("cashier", path, wish).get("number"))
          .isEqualTo(refund.get("number"));
      assertThat(DESK.orders().payment(notice.reference()).get("state").asString())
          .isEqualTo("REFUNDED");
    }
  }

  @Test
  void programThatIsKilledWhilePayingLeavesAllOrNothing() throws Exception {
    for (String step : STEPS_OF_KILLING) {
      PaymentNotice notice = notice("K-" + step);
      int port = freePort();
      Process child = child(port);
      try {
        await(child, port);
        try (Halt halt = new Halt(DESK.database(), step)) {
          CompletableFuture<String> answer =
              CompletableFuture.supplyAsync(
                  () -> DESK.gateway().report("http://127.0.0.1:" + port, notice));
          halt.held();
          child.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
          assertThat(answer).as("nobody answers").failsWithin(Duration.ofSeconds(30));
        }
        paidOnce(notice);
      } finally {
        child.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
      }
    }
  }

  private static Process child(int port) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "-Xmx400m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            TuguanApplication.class.getName(),
            "--DESK.server().port=" + port,
            "--tuguan.port=" + port,
            "--spring.datasource.url=" + DESK.database().url(),
            "--spring.datasource.username=" + TestDatabase.user(),
            "--spring.datasource.password=" + TestDatabase.password(),
            "--tuguan.home=" + DESK.home().resolve("child"),
            "--tuguan.demo=true"));
    DESK.gateway().settings().forEach((name, value) -> line.add("--" + name + "=" + value));
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(DESK.home().resolve("child.log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void await(Process child, int port) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/payment-methods"))
            .build();
    for (int i = 0; i < 1_200 && child.isAlive(); i++) {
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not there yet
      }
      Thread.sleep(100);
    }
    throw new AssertionError(
        "no second program: " + Files.readString(DESK.home().resolve("child.log")));
  }
}
