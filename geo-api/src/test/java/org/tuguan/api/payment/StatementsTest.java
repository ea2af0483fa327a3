package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
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
    String yesterday = LocalDate.parse(Orders.TODAY).minusDays(1).toString();
    DESK.server()
        .jdbc()
        .sql("UPDATE tuguan.payment SET due = :due::date WHERE number = :number")
        .param("due", yesterday)
        .param("number", Orders.number(late))
        .update();
    String csv =
        """
        \uFEFFdate,transaction_id,amount,reference,payer
        %1$s,S1,"%2$s",%3$s,公司
        %1$s,S1,"%2$s",%3$s,公司
        %1$s,S2,%2$s,%3$s,公司

        %1$s,S3,%4$d,%5$s,公司
        %1$s,S4,100,12345,誰
        %1$s,S5,%6$d,%7$s,晚
        """
            .formatted(
                Orders.TODAY,
                Orders.amount(right),
                right.get("number").asString(),
                Orders.amount(wrong) - 1,
                wrong.get("number").asString(),
                Orders.amount(late),
                late.get("number").asString());
    long before = DESK.server().count("SELECT count(*) FROM tuguan.remittance");
    JsonNode dry = DESK.orders().statement(csv, true);
    assertThat(dry.get("lines").findValuesAsString("finding"))
        .containsExactly(
            "MATCHED",
            "ALREADY_PAID",
            "ALREADY_PAID",
            "WRONG_AMOUNT",
            "UNKNOWN_REFERENCE",
            "TOO_LATE");
    assertThat(DESK.server().count("SELECT count(*) FROM tuguan.remittance")).isEqualTo(before);

    JsonNode booked = DESK.orders().statement(csv, false);
    assertThat(booked.get("lines").findValuesAsString("finding"))
        .isEqualTo(dry.get("lines").findValuesAsString("finding"));
    assertThat(booked.get("booked").asLong()).isEqualTo(6);
    assertThat(DESK.orders().statement(csv, false).get("booked").asLong()).isZero();
    assertThat(DESK.server().count("SELECT count(*) FROM tuguan.remittance")).isEqualTo(before + 6);
    assertThat(DESK.orders().payment(right.get("number").asString()).get("state").asString())
        .isEqualTo("PAID");
    assertThat(
            DESK.server()
                .get("cashier", "/api/v1/remittances?open=true")
                .json()
                .findValuesAsString("transaction"))
        .contains("S1", "S2", "S3", "S4", "S5");
  }

  @Test
  void statementWithALineThatCannotBeReadIsRefusedWhole() {
    IssuingServer.Answer answer =
        DESK.server()
            .send(
                "POST",
                "cashier",
                "/api/v1/payments/bank-statements?account=first&dry_run=false",
                "text/csv",
                "transaction_id,date,amount,reference\nX1,2026-01-01,5,1\nX2,2026-01-01,1.5,1\n"
                    .getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("line 3");
    assertThat(
            DESK.server().count("SELECT count(*) FROM tuguan.remittance WHERE transaction = 'X1'"))
        .isZero();
  }

  private static String csv(String... lines) {
    return "transaction_id,date,amount,reference\n" + String.join("\n", lines) + "\n";
  }

  private static String finding(JsonNode statement, int line) {
    return statement.get("lines").get(line).get("finding").asString();
  }

  private static long count(String transaction) {
    return DESK.server()
        .count(
            "SELECT count(*) FROM tuguan.remittance WHERE transaction = '%s'"
                .formatted(transaction));
  }

  @Test
  void dayThatHasNotComeIsRefusedWithItsLine() {
    String tomorrow = LocalDate.parse(Orders.TODAY).plusDays(1).toString();
    IssuingServer.Answer answer =
        DESK.orders()
            .sendStatement(
                csv("F1," + Orders.TODAY + ",5,1", "F2," + tomorrow + ",5,1"),
                "account=first&dry_run=false");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("line 3", tomorrow);
    assertThat(count("F1")).isZero();
  }

  @Test
  void lineOfAnOverlappingStatementIsBookedAgainOnlyForAReason() {
    String line = "N1," + Orders.TODAY + ",7,1";
    DESK.orders().statement(csv(line), false);
    String second = csv("N2," + Orders.TODAY + ",8,1", line);
    JsonNode tried = DESK.orders().statement(second, true);
    assertThat(finding(tried, 1)).isEqualTo("DUPLICATE");
    assertThat(tried.get("lines").get(1).get("may_be_another").asBoolean()).isTrue();

    String another = "account=first&dry_run=false&another=3";
    assertThat(DESK.orders().sendStatement(second, another).status())
        .as("without a reason")
        .isEqualTo(400);
    String reason = another + "&reason=" + URLEncoder.encode("銀行確認為兩筆", StandardCharsets.UTF_8);
    assertThat(finding(DESK.orders().sendStatement(second, reason).json(), 1))
        .isEqualTo("UNKNOWN_REFERENCE");
    assertThat(finding(DESK.orders().sendStatement(second, reason).json(), 1))
        .as("said again, it is the same line")
        .isEqualTo("DUPLICATE");
    assertThat(count("N1")).isEqualTo(2);
    assertThat(
            DESK.server()
                .count(
                    "SELECT count(*) FROM tuguan.audit WHERE action = 'payment.tell-apart' AND details LIKE '%銀行確認為兩筆%'"))
        .isEqualTo(1);
    assertThat(finding(DESK.orders().statement(csv(line, line), false), 1))
        .as("a third statement has both")
        .isEqualTo("DUPLICATE");
    assertThat(count("N1")).isEqualTo(2);
  }

  @Test
  void numberThatWasUsedForOtherMoneyIsLeftToTheCashier() {
    JsonNode slip = DESK.orders().begin(DESK.orders().due(), "slip");
    DESK.orders().money(slip, "M1", 3);
    String csv =
        csv("M1,%s,%d,%s".formatted(Orders.TODAY, Orders.amount(slip), Orders.number(slip)));
    JsonNode booked = DESK.orders().statement(csv, false);
    assertThat(finding(booked, 0)).isEqualTo("IN_DOUBT");
    assertThat(booked.get("booked").asLong()).isZero();
    assertThat(booked.get("lines").get(0).get("message").get("en").asString()).contains("NT$ 3");
    assertThat(
            finding(
                DESK.orders()
                    .sendStatement(csv, "account=first&dry_run=false&another=2&reason=ok")
                    .json(),
                0))
        .isEqualTo("MATCHED");
    assertThat(
            finding(
                DESK.orders()
                    .sendStatement(csv, "account=first&dry_run=false&another=2&reason=ok")
                    .json(),
                0))
        .isEqualTo("DUPLICATE");
  }

  @Test
  void accountAndLinesMustBeThere() {
    String csv = csv("K1," + Orders.TODAY + ",5,1");
    assertThat(DESK.orders().sendStatement(csv, "account=x").text()).contains("first, second");
    assertThat(DESK.orders().sendStatement(csv, "").status()).isEqualTo(400);
    assertThat(DESK.orders().sendStatement(csv, "account=first&another=9&reason=x").text())
        .contains("another");
    assertThat(
            DESK.server()
                .get("cashier", "/api/v1/payments/bank-statements/accounts")
                .json()
                .get("accounts"))
        .hasSize(2);
  }

  @Test
  void eachBankAccountHasStatementsOfItsOwn() {
    String line = "G1," + Orders.TODAY + ",9,1";
    DESK.orders().statement(csv(line), false);
    assertThat(DESK.orders().sendStatement(csv(line), "account=second").status())
        .as("the very same file")
        .isEqualTo(409);
    String other = csv("G2," + Orders.TODAY + ",9,1", line);
    JsonNode booked = DESK.orders().sendStatement(other, "account=second&dry_run=false").json();
    assertThat(finding(booked, 0)).isEqualTo("UNKNOWN_REFERENCE");
    assertThat(finding(booked, 1)).as("just the same of another").isEqualTo("IN_DOUBT");
    assertThat(booked.get("lines").get(1).get("message").get("en").asString())
        .contains("account first");
    assertThat(count("G1")).isEqualTo(1);
    String said = "account=second&dry_run=false&another=3&reason=ok";
    assertThat(finding(DESK.orders().sendStatement(other, said).json(), 1))
        .isEqualTo("UNKNOWN_REFERENCE");
    assertThat(count("G1")).isEqualTo(2);
  }

  @Test
  void nothingIsBookedAgainWhenTheBankAccountsGetNames() {
    String line = "H1," + Orders.TODAY + ",9,1";
    String old = csv(line);
    DESK.orders().statement(old, false);
    DESK.server()
        .jdbc()
        .sql("UPDATE tuguan.remittance SET account = '' WHERE transaction = 'H1'")
        .update();
    String overlapping = csv("H2," + Orders.TODAY + ",9,1", line);
    JsonNode booked =
        DESK.orders().sendStatement(overlapping, "account=second&dry_run=false").json();
    assertThat(finding(booked, 1)).isEqualTo("DUPLICATE");
    assertThat(finding(DESK.orders().sendStatement(old, "account=first&dry_run=false").json(), 0))
        .as("the very same file")
        .isEqualTo("DUPLICATE");
    assertThat(count("H1")).isEqualTo(1);
  }
}
