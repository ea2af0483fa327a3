package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.core.TestDatabase;
import tools.jackson.databind.JsonNode;

class ErasedPayerTest {
  private static final String MAILS = "SELECT count(*) FROM tuguan.mail WHERE recipient = '%s'";

  @Test
  void whoPaidAndIsErasedLeavesVouchersButNoMail(@TempDir Path home) {
    try (TestDatabase database = TestDatabase.create();
        Gateway gateway = new Gateway();
        IssuingServer server = new IssuingServer(database, home, gateway.settings())) {
      IssuingData.make(server);
      Orders orders = new Orders(server);
      String application = orders.due();
      JsonNode payment = orders.begin(application, "slip");
      String number = payment.get("number").asString();
      orders.post(
          "cashier",
          "/api/v1/payments/" + number + "/money",
          "{\"transaction\": \"T-1\", \"amount\": %s}".formatted(payment.get("amount")));
      String open = orders.due();
      JsonNode own = server.get("partner", "/api/v1/account/export").json();
      String address = own.get("email").asString();
      String receipt = orders.payment(number).get("receipt").asString();
      assertThat(own.get("applications").size()).isEqualTo(2);
      assertThat(own.get("payments").get(0).get("receipt").asString()).isEqualTo(receipt);
      assertThat(server.count(MAILS.formatted(address))).isPositive();

      IssuingServer.Answer erased = server.send("DELETE", "admin", "/api/v1/users/partner", "");

      assertThat(erased.status()).as(erased.text()).isEqualTo(204);
      assertThat(server.count(MAILS.formatted(address))).isZero();
      assertThat(orders.payment(number).get("payer").asString())
          .isEqualTo(payment.get("payer").asString());
      assertThat(server.get("cashier", "/api/v1/receipts/" + receipt + ".pdf").status())
          .isEqualTo(200);
      assertThat(orders.state(application)).isEqualTo("PAID");
      orders.move("officer", open, "CANCELLED");
      assertThat(server.count(MAILS.formatted(address))).isZero();
      assertThatCode(() -> server.bean(PaymentCheck.class).run()).doesNotThrowAnyException();
    }
  }
}
