package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tuguan.api.issuing.IssuingServer;
import tools.jackson.databind.JsonNode;

/** Money that paid for nothing by itself: what cashiers may do with it. */
class HeldMoneyTest {
  @RegisterExtension static final PaymentDesk DESK = new PaymentDesk();

  @Test
  void partsPayTogetherAndWhatIsLeftGoesBackWithInterest() {
    String application = DESK.orders().due();
    JsonNode slip = DESK.orders().begin(application, "slip");
    long first =
        DESK.orders()
            .money(slip, "P1", Orders.amount(slip) - 3)
            .get("remittance")
            .get("id")
            .asLong();
    String path = "/api/v1/payments/" + slip.get("number").asString() + "/settlement";
    String one = "{\"remittances\": [%d], \"reason\": \"分次\"}".formatted(first);
    assertThat(DESK.server().post("cashier", path, one).status()).isEqualTo(409);
    long second = DESK.orders().money(slip, "P2", 10).get("remittance").get("id").asLong();
    String both = "{\"remittances\": [%d, %d], \"reason\": \"分次\"}".formatted(first, second);

    assertThat(DESK.orders().post("cashier", path, both).get("state").asString()).isEqualTo("PAID");
    assertThat(DESK.orders().post("cashier", path, both).get("state").asString()).isEqualTo("PAID");
    assertThat(DESK.orders().state(application)).isEqualTo("PAID");

    String refund =
        "{\"request\": \"q1\", \"ground\": \"OVERPAID\", \"reason\": \"溢繳\", \"interest_rate\": 0.017}";
    JsonNode back =
        DESK.orders().post("cashier", "/api/v1/remittances/" + second + "/refunds", refund);
    assertThat(back.get("amount").asLong()).isEqualTo(7);
    assertThat(back.get("article").asString()).contains("規費法", "18");
    assertThat(
            DESK.orders()
                .post("cashier", "/api/v1/remittances/" + second + "/refunds", refund)
                .get("number"))
        .isEqualTo(back.get("number"));
    String number = back.get("number").asString();
    String payout = "{\"transfer\": \"BK-9\"}";
    assertThat(
            DESK.orders()
                .post("cashier", "/api/v1/refunds/" + number + "/payout", payout)
                .get("state")
                .asString())
        .isEqualTo("PAID_OUT");
    assertThat(
            DESK.server()
                .post(
                    "cashier", "/api/v1/refunds/" + number + "/payout", "{\"transfer\": \"BK-10\"}")
                .status())
        .isEqualTo(409);
  }

  private static String settlement(JsonNode payment) {
    return "/api/v1/payments/" + Orders.number(payment) + "/settlement";
  }

  private static String wish(String more, long... remittances) {
    return "{\"remittances\": %s, \"reason\": \"匯錯編號\"%s}"
        .formatted(Arrays.toString(remittances), more);
  }

  /** Money that came for an application that was withdrawn; its id. */
  private static long withdrawn(JsonNode slip, String transaction) {
    DESK.orders().move("partner", slip.get("application").asString(), "WITHDRAWN");
    return DESK.orders()
        .money(slip, transaction, Orders.amount(slip))
        .get("remittance")
        .get("id")
        .asLong();
  }

  @Test
  void moneyThatNamesAnotherApplicationPaysOnlyIfTheCashierSaysSo() {
    JsonNode other = DESK.orders().begin(DESK.orders().due(), "slip");
    JsonNode slip = DESK.orders().begin(DESK.orders().due(), "slip");
    long money = withdrawn(other, "O1");

    IssuingServer.Answer refused = DESK.server().post("cashier", settlement(slip), wish("", money));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("of_another", other.get("application").asString());
    assertThat(DESK.orders().payment(Orders.number(slip)).get("state").asString())
        .isEqualTo("OPEN");

    JsonNode paid =
        DESK.orders().post("cashier", settlement(slip), wish(", \"of_another\": true", money));
    assertThat(paid.get("state").asString()).isEqualTo("PAID");
    assertThat(
            DESK.server()
                .count(
                    "SELECT count(*) FROM tuguan.audit WHERE action = 'payment.match' AND details LIKE '%%%s%%匯錯編號%%'"
                        .formatted(other.get("application").asString())))
        .isEqualTo(1);
  }

  @Test
  void onlyTheVerySameSettlementIsARepetition() {
    JsonNode first = DESK.orders().begin(DESK.orders().due(), "slip");
    long spent = withdrawn(DESK.orders().begin(DESK.orders().due(), "slip"), "V1");
    DESK.orders().post("cashier", settlement(first), wish(", \"of_another\": true", spent));

    JsonNode second = DESK.orders().begin(DESK.orders().due(), "slip");
    long part = DESK.orders().money(second, "V2", 1).get("remittance").get("id").asLong();
    long rest =
        DESK.orders()
            .money(second, "V3", Orders.amount(second) - 1)
            .get("remittance")
            .get("id")
            .asLong();
    String both = wish("", part, rest);
    DESK.orders().post("cashier", settlement(second), both);
    assertThat(DESK.server().post("cashier", settlement(second), both).status()).isEqualTo(200);
    assertThat(DESK.server().post("cashier", settlement(second), wish("", part)).status())
        .as("a part of the money is another settlement")
        .isEqualTo(409);
    assertThat(DESK.server().post("cashier", settlement(second), wish("", spent)).status())
        .as("money that paid for something else")
        .isEqualTo(409);
  }

  @Test
  void moneyThatIsNotNeededIsRefused() {
    JsonNode slip = DESK.orders().begin(DESK.orders().due(), "slip");
    long enough =
        DESK.orders()
            .money(slip, "X1", Orders.amount(slip) + 1)
            .get("remittance")
            .get("id")
            .asLong();
    long more = DESK.orders().money(slip, "X2", 1).get("remittance").get("id").asLong();
    IssuingServer.Answer refused =
        DESK.server().post("cashier", settlement(slip), wish("", enough, more));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("X2");
  }
}
