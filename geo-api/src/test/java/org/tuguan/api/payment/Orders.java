package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import tools.jackson.databind.JsonNode;

/** Applications of the partner that were approved, made over HTTP as people make them. */
final class Orders {
  private static final String PATH = "/api/v1/applications";

  /** In Asia/Taipei. */
  static final String TODAY = LocalDate.now(ZoneId.of("Asia/Taipei")).toString();

  private final IssuingServer server;

  Orders(IssuingServer server) {
    this.server = server;
  }

  JsonNode post(String account, String path, String body) {
    IssuingServer.Answer answer = server.post(account, path, body);
    assertThat(answer.status()).as(path + " " + answer.text()).isBetween(200, 201);
    return answer.json();
  }

  /** The number of one that is to be paid for. */
  String due() {
    return approved("[\"blocks\"]", "business", "");
  }

  String approved(String layers, String purpose, String more) {
    String quote =
        post(
                "partner",
                "/api/v1/quotes",
                "{\"layers\": %s, \"area\": %s, \"purpose\": \"%s\"%s}"
                    .formatted(layers, IssuingData.WEST, purpose, more))
            .get("number")
            .asString();
    JsonNode made = post("partner", PATH, "{\"quote\": \"" + quote + "\"}");
    String number = made.get("number").asString();
    move("partner", number, "SUBMITTED");
    move("officer", number, "UNDER_REVIEW");
    for (JsonNode layer : made.get("layers")) {
      post(
          "owner",
          PATH + "/" + number + "/layers/" + layer.get("layer").asString(),
          "{\"decision\": \"APPROVED\"}");
    }
    move("officer", number, "APPROVED");
    return number;
  }

  void move(String account, String number, String to) {
    post(
        account,
        PATH + "/" + number + "/moves",
        "{\"to\": \"%s\", \"reason\": \"因為\"}".formatted(to));
  }

  /** Begins to pay; the payment. */
  JsonNode begin(String application, String method) {
    return post(
        "partner", PATH + "/" + application + "/payments", "{\"method\": \"" + method + "\"}");
  }

  String state(String application) {
    return server.get("officer", PATH + "/" + application).json().get("state").asString();
  }

  JsonNode payment(String number) {
    return server.get("cashier", "/api/v1/payments/" + number).json();
  }

  static long amount(JsonNode payment) {
    return payment.get("amount").asLong();
  }

  static String number(JsonNode payment) {
    return payment.get("number").asString();
  }

  /** A cashier books money by hand; what became of it. */
  JsonNode money(JsonNode payment, String transaction, long amount) {
    return post(
        "cashier",
        "/api/v1/payments/" + number(payment) + "/money",
        "{\"transaction\": \"%s\", \"amount\": %d}".formatted(transaction, amount));
  }

  /** The payment of an application, paid. */
  JsonNode paid(String application) {
    JsonNode payment = begin(application, "slip");
    money(payment, "T-" + number(payment), amount(payment));
    return payment(number(payment));
  }

  /** What a cashier is told of a bank statement. */
  JsonNode statement(String csv, boolean dryRun) {
    IssuingServer.Answer answer = sendStatement(csv, "account=first&dry_run=" + dryRun);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  IssuingServer.Answer sendStatement(String csv, String query) {
    return server.send(
        "POST",
        "cashier",
        "/api/v1/payments/bank-statements?" + query,
        "text/csv",
        csv.getBytes(StandardCharsets.UTF_8));
  }
}
