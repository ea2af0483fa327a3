package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tuguan.api.issuing.IssuingServer;
import tools.jackson.databind.JsonNode;

/** What banks say came, over HTTP. */
class StatementsTest {
  @RegisterExtension static final PaymentDesk DESK = new PaymentDesk();

  @Test
  void statementIsBookedOnceHoweverOftenItComes() {
    JsonNode right = DESK.orders().begin(DESK.orders().due(), "slip");
    JsonNode wrong = DESK.orders().begin(DESK.orders().due(), "slip");
    JsonNode late = DESK.orders().begin(DESK.orders().due(), "slip");
    String csv =
        """
        \uFEFFdate,transaction_id,amount,reference,payer
        %1$s,S1,"%2$s",%3$s,公司
        %1$s,S1,"%2$s",%3$s,公司
        %1$s,S2,%2$s,%3$s,公司

        %1$s,S3,%4$d,%5$s,公司
        %1$s,S4,100,12345,誰
        %6$s,S5,%7$d,%8$s,晚
        """
            .formatted(
                Orders.TODAY,
                Orders.amount(right),
                right.get("number").asString(),
                Orders.amount(wrong) - 1,
                wrong.get("number").asString(),
                LocalDate.parse(late.get("due").asString()).plusDays(1),
                Orders.amount(late),
                late.get("number").asString());
    long before = DESK.server().count("SELECT count(*) FROM tuguan.remittance");
    JsonNode dry = DESK.orders().statement(csv, true);
    assertThat(dry.get("lines").findValuesAsString("finding"))
        .containsExactly(
            "MATCHED",
            "DUPLICATE",
            "ALREADY_PAID",
            "WRONG_AMOUNT",
            "UNKNOWN_REFERENCE",
            "TOO_LATE");
    assertThat(DESK.server().count("SELECT count(*) FROM tuguan.remittance")).isEqualTo(before);

    JsonNode booked = DESK.orders().statement(csv, false);
    assertThat(booked.get("lines").findValuesAsString("finding"))
        .isEqualTo(dry.get("lines").findValuesAsString("finding"));
    assertThat(booked.get("booked").asLong()).isEqualTo(5);
    assertThat(DESK.orders().statement(csv, false).get("booked").asLong()).isZero();
    assertThat(DESK.server().count("SELECT count(*) FROM tuguan.remittance")).isEqualTo(before + 5);
    assertThat(DESK.orders().payment(right.get("number").asString()).get("state").asString())
        .isEqualTo("PAID");
    assertThat(
            DESK.server()
                .get("cashier", "/api/v1/remittances?open=true")
                .json()
                .findValuesAsString("transaction"))
        .contains("S2", "S3", "S4", "S5")
        .doesNotContain("S1");
  }

  @Test
  void statementWithALineThatCannotBeReadIsRefusedWhole() {
    IssuingServer.Answer answer =
        DESK.server()
            .send(
                "POST",
                "cashier",
                "/api/v1/payments/bank-statements?dry_run=false",
                "text/csv",
                "transaction_id,date,amount,reference\nX1,2026-01-01,5,1\nX2,2026-01-01,1.5,1\n"
                    .getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("line 3");
    assertThat(
            DESK.server().count("SELECT count(*) FROM tuguan.remittance WHERE transaction = 'X1'"))
        .isZero();
  }
}
