package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tuguan.core.payment.PaymentNotice;
import tools.jackson.databind.JsonNode;

/** Giving fees back. */
class RefundsTest {
  @RegisterExtension static final PaymentDesk DESK = new PaymentDesk();

  @Test
  void partOfAFeeGoesBackAndThenAllOfItEndsTheApplication() {
    String application = DESK.orders().due();
    JsonNode payment = DESK.orders().paid(application);
    String path = "/api/v1/payments/" + payment.get("number").asString() + "/refunds";
    String part =
        "{\"request\": \"a\", \"amount\": 1, \"ground\": \"OTHER\", \"article\": \"第9條\", \"reason\": \"溢計\"}";
    JsonNode first = DESK.orders().post("cashier", path, part);
    assertThat(DESK.orders().post("cashier", path, part).get("number"))
        .isEqualTo(first.get("number"));
    assertThat(
            DESK.server()
                .post("cashier", path, part.replace("\"amount\": 1,", "\"amount\": 2,"))
                .status())
        .isEqualTo(409);
    assertThat(DESK.orders().state(application)).isEqualTo("PAID");
    assertThat(
            DESK.server()
                .post("cashier", path, part.replace("\"a\"", "\"b\"").replace("1,", "99999999,"))
                .status())
        .isEqualTo(409);

    String rest =
        "{\"request\": \"c\", \"ground\": \"NOT_DONE\", \"reason\": \"逾期未辦\", \"interest_rate\": 0.017}";
    assertThat(
            DESK.server()
                .post(
                    "cashier",
                    path,
                    rest.replace("\"request\"", "\"own_fault\": true, \"request\""))
                .status())
        .isEqualTo(409);
    JsonNode all = DESK.orders().post("cashier", path, rest);
    assertThat(all.get("amount").asLong()).isEqualTo(Orders.amount(payment) - 1);
    assertThat(DESK.orders().state(application)).isEqualTo("REFUNDED");
    assertThat(
            DESK.server()
                .get("cashier", "/api/v1/receipts/" + payment.get("receipt").asString())
                .json()
                .get("voided")
                .asString())
        .isEqualTo(Orders.TODAY);
  }

  private static long held(JsonNode booked) {
    return booked.get("remittance").get("id").asLong();
  }

  private static long inBooks(String refund, String account) {
    return DESK.server()
        .count(
            """
            SELECT coalesce(sum(l.credit_twd), 0) FROM tuguan.ledger_line l
            JOIN tuguan.ledger_entry e ON e.id = l.entry JOIN tuguan.refund r ON r.id = e.refund
            WHERE e.kind = 'PAID_OUT' AND r.number = '%s' AND l.account = '%s'
            """
                .formatted(refund, account));
  }

  @Test
  void refundLeavesTheAccountsInWhichTheMoneyCame() {
    String application = DESK.orders().due();
    JsonNode card = DESK.orders().begin(application, "card");
    JsonNode slip = DESK.orders().begin(application, "slip");
    String number = Orders.number(card);
    DESK.gateway()
        .report(
            DESK.server().base(),
            Gateway.notice(number, "R-card", PaymentNotice.Status.PAID, Orders.amount(card) - 5));
    long byCard =
        DESK.server().count("SELECT id FROM tuguan.remittance WHERE transaction = 'R-card'");
    long bySlip = held(DESK.orders().money(slip, "R-slip", 5));
    DESK.orders()
        .post(
            "cashier",
            "/api/v1/payments/" + number + "/settlement",
            "{\"remittances\": [%d, %d], \"reason\": \"分次\"}".formatted(byCard, bySlip));

    String path = "/api/v1/payments/" + number + "/refunds";
    String wish =
        "{\"request\": \"%s\", \"amount\": %d, \"ground\": \"OTHER\", \"article\": \"第9條\", \"reason\": \"溢計\"}";
    JsonNode first =
        DESK.orders().post("cashier", path, wish.formatted("one", Orders.amount(card) - 6));
    JsonNode second = DESK.orders().post("cashier", path, wish.formatted("two", 6));
    assertThat(first.get("sources").findValuesAsString("method")).containsExactly("card");
    assertThat(second.get("sources").findValuesAsString("method")).containsExactly("card", "slip");

    String refund = Orders.number(second);
    DESK.orders()
        .post("cashier", "/api/v1/refunds/" + refund + "/payout", "{\"transfer\": \"BK-1\"}");
    assertThat(inBooks(refund, "bank:card")).isEqualTo(1);
    assertThat(inBooks(refund, "bank:slip")).isEqualTo(5);
  }

  @Test
  void refundNamesTheBankAccountOfTheStatementToTheCashier() {
    JsonNode slip = DESK.orders().begin(DESK.orders().due(), "slip");
    String number = Orders.number(slip);
    String csv =
        "transaction_id,date,amount,reference\nR-second,%s,%d,%s\nR-held,%s,8,1\n"
            .formatted(Orders.TODAY, Orders.amount(slip), number, Orders.TODAY);
    DESK.orders().sendStatement(csv, "account=second&dry_run=false");
    String wish =
        "{\"request\": \"one\", \"amount\": 3, \"ground\": \"OTHER\", \"article\": \"第9條\", \"reason\": \"溢計\"}";
    long held =
        DESK.server().count("SELECT id FROM tuguan.remittance WHERE transaction = 'R-held'");
    for (String path : List.of("/api/v1/payments/" + number, "/api/v1/remittances/" + held)) {
      JsonNode refund = DESK.orders().post("cashier", path + "/refunds", wish);
      assertThat(refund.get("sources").findValuesAsString("account")).containsExactly("second");
    }
    assertThat(
            DESK.server()
                .get("partner", "/api/v1/refunds?payment=" + number)
                .json()
                .get("refunds")
                .get(0)
                .get("sources")
                .get(0)
                .get("account")
                .isNull())
        .isTrue();
  }

  @Test
  void refundOfACardPaymentThatATransferPaidLeavesTheBank() {
    String application = DESK.orders().due();
    JsonNode card = DESK.orders().begin(application, "card");
    JsonNode slip = DESK.orders().begin(application, "slip");
    long more = held(DESK.orders().money(slip, "RB-1", Orders.amount(slip) + 1));
    String path = "/api/v1/payments/" + Orders.number(card);
    DESK.orders()
        .post(
            "cashier",
            path + "/settlement",
            "{\"remittances\": [%d], \"reason\": \"改以匯款\"}".formatted(more));
    String receipt =
        "/api/v1/receipts/" + DESK.orders().payment(Orders.number(card)).get("receipt").asString();
    assertThat(DESK.server().get("cashier", receipt).json().get("method").asString())
        .isEqualTo("slip");
    String refund =
        Orders.number(
            DESK.orders()
                .post(
                    "cashier",
                    path + "/refunds",
                    "{\"request\": \"r\", \"ground\": \"NOT_DONE\", \"reason\": \"逾期未辦\", \"interest_rate\": 0.017}"));
    DESK.orders()
        .post("cashier", "/api/v1/refunds/" + refund + "/payout", "{\"transfer\": \"BK-2\"}");
    assertThat(inBooks(refund, "bank:card")).isZero();
    assertThat(inBooks(refund, "bank:slip")).isEqualTo(Orders.amount(card));
  }
}
