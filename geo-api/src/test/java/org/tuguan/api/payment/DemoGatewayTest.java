package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.core.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Somebody who tries the demonstration pays by card, without a card. */
class DemoGatewayTest {
  @Test
  void pretendedCardPaysByTheSameSignedNotices(@TempDir Path home) {
    try (TestDatabase database = TestDatabase.create();
        IssuingServer server = new IssuingServer(database, home)) {
      IssuingData.make(server);
      Orders orders = new Orders(server);
      JsonNode payment = orders.begin(orders.due(), "card");
      String address = payment.get("instruction").get("url").asString();
      assertThat(address).startsWith("/demo-gateway?");
      assertThat(server.get("", address).text()).contains("不是真的", "not a real gateway");
      assertThat(server.get("", address.replace("amount=", "amount=1")).status()).isEqualTo(403);

      String form = address.substring(address.indexOf('?') + 1);
      assertThat(pay(server, form.replace("payment=1", "payment=2") + "&result=PAID").status())
          .isEqualTo(403);
      assertThat(pay(server, form + "&result=FAILED").status()).isEqualTo(303);
      assertThat(pay(server, form + "&result=PAID").status()).isEqualTo(303);
      assertThat(pay(server, form + "&result=PAID").status()).isEqualTo(303);

      JsonNode paid = orders.payment(payment.get("number").asString());
      assertThat(paid.get("state").asString()).isEqualTo("PAID");
      assertThat(
              server
                  .get("partner", "/api/v1/receipts/" + paid.get("receipt").asString())
                  .json()
                  .get("demonstration")
                  .asBoolean())
          .isTrue();
      assertThatCode(() -> server.bean(PaymentCheck.class).run()).doesNotThrowAnyException();
    }
  }

  private static IssuingServer.Answer pay(IssuingServer server, String form) {
    return server.send(
        "POST",
        "",
        DemoGateway.PAGE,
        "application/x-www-form-urlencoded",
        form.getBytes(StandardCharsets.UTF_8));
  }
}
