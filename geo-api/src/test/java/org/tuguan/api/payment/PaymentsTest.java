package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.core.issuing.ApplicationState;
import tools.jackson.databind.JsonNode;

/** Paying with slips: whose they are, what pays them and what comes too late. */
class PaymentsTest {
  private static final String MAILS = "SELECT count(*) FROM tuguan.mail";

  @RegisterExtension static final PaymentDesk DESK = new PaymentDesk();

  @Test
  void slipIsIssuedOnceAndPaidOnce() {
    String application = DESK.orders().due();
    long mails = DESK.server().count(MAILS);
    JsonNode slip = DESK.orders().begin(application, "slip");
    assertThat(DESK.orders().begin(application, "slip").get("number"))
        .isEqualTo(slip.get("number"));
    assertThat(DESK.server().count(MAILS)).as("one letter for one slip").isEqualTo(mails + 1);
    assertThat(slip.get("instruction").get("barcode")).hasSize(3);
    assertThat(slip.get("may").toString()).contains("pay");

    JsonNode booked = DESK.orders().money(slip, "B1", Orders.amount(slip));
    assertThat(booked.get("finding").asString()).isEqualTo("MATCHED");
    assertThat(booked.get("payment").get("state").asString()).isEqualTo("PAID");
    assertThat(booked.get("payment").get("receipt").asString()).matches("R-\\d{3}-\\d{6}");
    assertThat(DESK.orders().state(application)).isEqualTo("PAID");
    assertThat(DESK.orders().money(slip, "B1", Orders.amount(slip)).get("finding").asString())
        .isEqualTo("DUPLICATE");

    JsonNode again = DESK.orders().money(slip, "B2", Orders.amount(slip));
    assertThat(again.get("finding").asString()).isEqualTo("ALREADY_PAID");
    assertThat(again.get("remittance").get("open").asLong()).isEqualTo(Orders.amount(slip));
    assertThat(
            DESK.server()
                .get(
                    "partner",
                    "/api/v1/receipts/" + booked.get("payment").get("receipt").asString())
                .json()
                .get("amount")
                .asLong())
        .isEqualTo(Orders.amount(slip));
  }

  @Test
  void lateMoneyWaitsForTheCashierWhoMayTakeIt() {
    String application = DESK.orders().due();
    JsonNode slip = DESK.orders().begin(application, "slip");
    DESK.server()
        .jdbc()
        .sql("UPDATE tuguan.application SET due = '2020-01-01' WHERE number = :number")
        .param("number", application)
        .update();
    DESK.server()
        .jdbc()
        .sql("UPDATE tuguan.payment SET due = '2020-01-01' WHERE number = :number")
        .param("number", slip.get("number").asString())
        .update();
    DESK.server()
        .bean(JdbcApplications.class)
        .move(
            DESK.server()
                .count("SELECT id FROM tuguan.application WHERE number = '" + application + "'"),
            ApplicationState.PAYMENT_DUE,
            ApplicationState.EXPIRED,
            Actor.SYSTEM,
            "");
    assertThat(DESK.orders().payment(slip.get("number").asString()).get("state").asString())
        .isEqualTo("ENDED");

    JsonNode late = DESK.orders().money(slip, "L1", Orders.amount(slip));
    assertThat(late.get("finding").asString()).isEqualTo("TOO_LATE");
    assertThat(DESK.orders().state(application)).isEqualTo("EXPIRED");
    DESK.orders()
        .post(
            "cashier",
            "/api/v1/payments/" + slip.get("number").asString() + "/settlement",
            "{\"remittances\": [%d], \"reason\": \"經核准\"}"
                .formatted(late.get("remittance").get("id").asLong()));
    assertThat(DESK.orders().state(application)).isEqualTo("PAID");
  }

  @Test
  void moneyForWhatWasWithdrawnIsHeld() {
    String application = DESK.orders().due();
    JsonNode slip = DESK.orders().begin(application, "slip");
    DESK.orders().move("partner", application, "WITHDRAWN");
    assertThat(DESK.orders().money(slip, "W1", Orders.amount(slip)).get("finding").asString())
        .isEqualTo("NOT_DUE");
    assertThat(DESK.orders().state(application)).isEqualTo("WITHDRAWN");
  }

  @Test
  void othersDoNotLearnThatAPaymentExists() {
    JsonNode slip = DESK.orders().begin(DESK.orders().due(), "slip");
    String path = "/api/v1/payments/" + slip.get("number").asString();
    assertThat(DESK.server().get("", path).status()).isEqualTo(401);
    assertThat(DESK.server().get("owner", path).status()).isEqualTo(404);
    assertThat(DESK.server().get("officer", path).json().get("may")).isEmpty();
    assertThat(DESK.server().get("officer", path).json().get("instruction").isNull()).isTrue();
    assertThat(DESK.server().get("owner", "/api/v1/payments").json().get("payments")).isEmpty();
    String money = "{\"transaction\": \"Z\", \"amount\": 1}";
    assertThat(DESK.server().post("partner", path + "/money", money).status()).isEqualTo(403);
    assertThat(DESK.server().post("officer", path + "/money", money).status()).isEqualTo(403);
    assertThat(DESK.server().post("owner", path + "/money", money).status()).isEqualTo(404);
    assertThat(DESK.server().get("partner", "/api/v1/remittances").status()).isEqualTo(404);
    assertThat(DESK.server().get("partner", "/api/v1/ledger").status()).isEqualTo(404);
    assertThat(DESK.server().get("partner", "/api/v1/payments/report").status()).isEqualTo(404);
    assertThat(DESK.server().get("partner", "/api/v1/receipts").status()).isEqualTo(404);
    assertThat(
            DESK.server()
                .post(
                    "officer",
                    "/api/v1/applications/" + slip.get("application").asString() + "/payments",
                    "{\"method\": \"slip\"}")
                .status())
        .isEqualTo(403);
  }
}
