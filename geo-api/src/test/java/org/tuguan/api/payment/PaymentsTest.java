package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.issuing.ApplicationState;
import tools.jackson.databind.JsonNode;

/** Paying with slips, what cashiers do, refunds and the books; each test leaves them in order. */
class PaymentsTest {
  private static final String TODAY = LocalDate.now(ZoneId.of("Asia/Taipei")).toString();

  @TempDir static Path home;
  private static TestDatabase database;
  private static Gateway gateway;
  private static IssuingServer server;
  private static Orders orders;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    gateway = new Gateway();
    server = new IssuingServer(database, home, gateway.settings());
    IssuingData.make(server);
    orders = new Orders(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    gateway.close();
    database.close();
  }

  @AfterEach
  void booksAgree() {
    assertThatCode(() -> server.bean(PaymentCheck.class).run()).doesNotThrowAnyException();
  }

  private static JsonNode money(JsonNode payment, String transaction, long amount) {
    return orders.post(
        "cashier",
        "/api/v1/payments/" + payment.get("number").asString() + "/money",
        "{\"transaction\": \"%s\", \"amount\": %d}".formatted(transaction, amount));
  }

  private static long amount(JsonNode payment) {
    return payment.get("amount").asLong();
  }

  private static JsonNode paid(String application) {
    JsonNode payment = orders.begin(application, "slip");
    money(payment, "T-" + payment.get("number").asString(), amount(payment));
    return orders.payment(payment.get("number").asString());
  }

  private static JsonNode statement(String csv, boolean dryRun) {
    IssuingServer.Answer answer =
        server.send(
            "POST",
            "cashier",
            "/api/v1/payments/bank-statements?dry_run=" + dryRun,
            "text/csv",
            csv.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static long mails() {
    return server.count("SELECT count(*) FROM tuguan.mail");
  }

  @Test
  void slipIsIssuedOnceAndPaidOnce() {
    String application = orders.due();
    long mails = mails();
    JsonNode slip = orders.begin(application, "slip");
    assertThat(orders.begin(application, "slip").get("number")).isEqualTo(slip.get("number"));
    assertThat(mails()).as("one letter for one slip").isEqualTo(mails + 1);
    assertThat(slip.get("instruction").get("barcode")).hasSize(3);
    assertThat(slip.get("may").toString()).contains("pay");

    JsonNode booked = money(slip, "B1", amount(slip));
    assertThat(booked.get("finding").asString()).isEqualTo("MATCHED");
    assertThat(booked.get("payment").get("state").asString()).isEqualTo("PAID");
    assertThat(booked.get("payment").get("receipt").asString()).matches("R-\\d{3}-\\d{6}");
    assertThat(orders.state(application)).isEqualTo("PAID");
    assertThat(money(slip, "B1", amount(slip)).get("finding").asString()).isEqualTo("DUPLICATE");

    JsonNode again = money(slip, "B2", amount(slip));
    assertThat(again.get("finding").asString()).isEqualTo("ALREADY_PAID");
    assertThat(again.get("remittance").get("open").asLong()).isEqualTo(amount(slip));
    assertThat(
            server
                .get(
                    "partner",
                    "/api/v1/receipts/" + booked.get("payment").get("receipt").asString())
                .json()
                .get("amount")
                .asLong())
        .isEqualTo(amount(slip));
  }

  @Test
  void statementIsBookedOnceHoweverOftenItComes() {
    JsonNode right = orders.begin(orders.due(), "slip");
    JsonNode wrong = orders.begin(orders.due(), "slip");
    JsonNode late = orders.begin(orders.due(), "slip");
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
                TODAY,
                amount(right),
                right.get("number").asString(),
                amount(wrong) - 1,
                wrong.get("number").asString(),
                LocalDate.parse(late.get("due").asString()).plusDays(1),
                amount(late),
                late.get("number").asString());
    long before = server.count("SELECT count(*) FROM tuguan.remittance");
    JsonNode dry = statement(csv, true);
    assertThat(dry.get("lines").findValuesAsString("finding"))
        .containsExactly(
            "MATCHED",
            "DUPLICATE",
            "ALREADY_PAID",
            "WRONG_AMOUNT",
            "UNKNOWN_REFERENCE",
            "TOO_LATE");
    assertThat(server.count("SELECT count(*) FROM tuguan.remittance")).isEqualTo(before);

    JsonNode booked = statement(csv, false);
    assertThat(booked.get("lines").findValuesAsString("finding"))
        .isEqualTo(dry.get("lines").findValuesAsString("finding"));
    assertThat(booked.get("booked").asLong()).isEqualTo(5);
    assertThat(statement(csv, false).get("booked").asLong()).isZero();
    assertThat(server.count("SELECT count(*) FROM tuguan.remittance")).isEqualTo(before + 5);
    assertThat(orders.payment(right.get("number").asString()).get("state").asString())
        .isEqualTo("PAID");
    assertThat(
            server
                .get("cashier", "/api/v1/remittances?open=true")
                .json()
                .findValuesAsString("transaction"))
        .contains("S2", "S3", "S4", "S5")
        .doesNotContain("S1");
  }

  @Test
  void statementWithALineThatCannotBeReadIsRefusedWhole() {
    IssuingServer.Answer answer =
        server.send(
            "POST",
            "cashier",
            "/api/v1/payments/bank-statements?dry_run=false",
            "text/csv",
            "transaction_id,date,amount,reference\nX1,2026-01-01,5,1\nX2,2026-01-01,1.5,1\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("line 3");
    assertThat(server.count("SELECT count(*) FROM tuguan.remittance WHERE transaction = 'X1'"))
        .isZero();
  }

  @Test
  void partsPayTogetherAndWhatIsLeftGoesBackWithInterest() {
    String application = orders.due();
    JsonNode slip = orders.begin(application, "slip");
    long first = money(slip, "P1", amount(slip) - 3).get("remittance").get("id").asLong();
    String path = "/api/v1/payments/" + slip.get("number").asString() + "/settlement";
    String one = "{\"remittances\": [%d], \"reason\": \"分次\"}".formatted(first);
    assertThat(server.post("cashier", path, one).status()).isEqualTo(409);
    long second = money(slip, "P2", 10).get("remittance").get("id").asLong();
    String both = "{\"remittances\": [%d, %d], \"reason\": \"分次\"}".formatted(first, second);

    assertThat(orders.post("cashier", path, both).get("state").asString()).isEqualTo("PAID");
    assertThat(orders.post("cashier", path, both).get("state").asString()).isEqualTo("PAID");
    assertThat(orders.state(application)).isEqualTo("PAID");

    String refund =
        "{\"request\": \"q1\", \"ground\": \"OVERPAID\", \"reason\": \"溢繳\", \"interest_rate\": 0.017}";
    JsonNode back = orders.post("cashier", "/api/v1/remittances/" + second + "/refunds", refund);
    assertThat(back.get("amount").asLong()).isEqualTo(7);
    assertThat(back.get("article").asString()).contains("規費法", "18");
    assertThat(
            orders
                .post("cashier", "/api/v1/remittances/" + second + "/refunds", refund)
                .get("number"))
        .isEqualTo(back.get("number"));
    String number = back.get("number").asString();
    String payout = "{\"transfer\": \"BK-9\"}";
    assertThat(
            orders
                .post("cashier", "/api/v1/refunds/" + number + "/payout", payout)
                .get("state")
                .asString())
        .isEqualTo("PAID_OUT");
    assertThat(
            server
                .post(
                    "cashier", "/api/v1/refunds/" + number + "/payout", "{\"transfer\": \"BK-10\"}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void partOfAFeeGoesBackAndThenAllOfItEndsTheApplication() {
    String application = orders.due();
    JsonNode payment = paid(application);
    String path = "/api/v1/payments/" + payment.get("number").asString() + "/refunds";
    String part =
        "{\"request\": \"a\", \"amount\": 1, \"ground\": \"OTHER\", \"article\": \"第9條\", \"reason\": \"溢計\"}";
    JsonNode first = orders.post("cashier", path, part);
    assertThat(orders.post("cashier", path, part).get("number")).isEqualTo(first.get("number"));
    assertThat(
            server.post("cashier", path, part.replace("\"amount\": 1,", "\"amount\": 2,")).status())
        .isEqualTo(409);
    assertThat(orders.state(application)).isEqualTo("PAID");
    assertThat(
            server
                .post("cashier", path, part.replace("\"a\"", "\"b\"").replace("1,", "99999999,"))
                .status())
        .isEqualTo(409);

    String rest =
        "{\"request\": \"c\", \"ground\": \"NOT_DONE\", \"reason\": \"逾期未辦\", \"interest_rate\": 0.017}";
    assertThat(
            server
                .post(
                    "cashier",
                    path,
                    rest.replace("\"request\"", "\"own_fault\": true, \"request\""))
                .status())
        .isEqualTo(409);
    JsonNode all = orders.post("cashier", path, rest);
    assertThat(all.get("amount").asLong()).isEqualTo(amount(payment) - 1);
    assertThat(orders.state(application)).isEqualTo("REFUNDED");
    assertThat(
            server
                .get("cashier", "/api/v1/receipts/" + payment.get("receipt").asString())
                .json()
                .get("voided")
                .asString())
        .isEqualTo(TODAY);
  }

  @Test
  void lateMoneyWaitsForTheCashierWhoMayTakeIt() {
    String application = orders.due();
    JsonNode slip = orders.begin(application, "slip");
    server
        .jdbc()
        .sql("UPDATE tuguan.application SET due = '2020-01-01' WHERE number = :number")
        .param("number", application)
        .update();
    server
        .jdbc()
        .sql("UPDATE tuguan.payment SET due = '2020-01-01' WHERE number = :number")
        .param("number", slip.get("number").asString())
        .update();
    server
        .bean(JdbcApplications.class)
        .move(
            server.count("SELECT id FROM tuguan.application WHERE number = '" + application + "'"),
            ApplicationState.PAYMENT_DUE,
            ApplicationState.EXPIRED,
            Actor.SYSTEM,
            "");
    assertThat(orders.payment(slip.get("number").asString()).get("state").asString())
        .isEqualTo("ENDED");

    JsonNode late = money(slip, "L1", amount(slip));
    assertThat(late.get("finding").asString()).isEqualTo("TOO_LATE");
    assertThat(orders.state(application)).isEqualTo("EXPIRED");
    orders.post(
        "cashier",
        "/api/v1/payments/" + slip.get("number").asString() + "/settlement",
        "{\"remittances\": [%d], \"reason\": \"經核准\"}"
            .formatted(late.get("remittance").get("id").asLong()));
    assertThat(orders.state(application)).isEqualTo("PAID");
  }

  @Test
  void moneyForWhatWasWithdrawnIsHeld() {
    String application = orders.due();
    JsonNode slip = orders.begin(application, "slip");
    orders.move("partner", application, "WITHDRAWN");
    assertThat(money(slip, "W1", amount(slip)).get("finding").asString()).isEqualTo("NOT_DUE");
    assertThat(orders.state(application)).isEqualTo("WITHDRAWN");
  }

  @Test
  void reportEqualsTheBooksByEveryDivision() {
    orders.begin(orders.approved("[\"blocks\", \"spots\"]", "business", ""), "slip");
    JsonNode two = paid(orders.approved("[\"blocks\", \"spots\"]", "business", ""));
    String year = TODAY.substring(0, 4);
    for (String by : new String[] {"layer", "agency", "article"}) {
      String path = "/api/v1/payments/report?from=%1$s-01&to=%1$s-12&by=%2$s".formatted(year, by);
      JsonNode report = server.get("officer", path).json();
      assertThat(report.get("net").asLong())
          .isEqualTo(report.get("ledger_revenue").asLong())
          .isGreaterThanOrEqualTo(amount(two));
      assertThat(report.get("charged").asLong() - report.get("refunded").asLong())
          .isEqualTo(report.get("net").asLong());
      String csv = server.get("officer", path + "&f=csv").text();
      assertThat(csv.lines()).hasSize(report.get("rows").size() + 1);
    }
    assertThat(server.get("officer", "/api/v1/payments/report?by=colour").status()).isEqualTo(400);
  }

  @Test
  void feeForgoneIsFullPriceLessWhatWasCharged() {
    server.jdbc().sql("UPDATE tuguan.partner SET applicant_class = 'public_school'").update();
    try {
      String application = orders.approved("[\"blocks\"]", "academic", "");
      JsonNode half = paid(application);
      JsonNode forgone =
          server.get("cashier", "/api/v1/payments/forgone").json().get("forgone").get(0);
      assertThat(forgone.get("full").asLong() - forgone.get("charged").asLong())
          .isEqualTo(forgone.get("forgone").asLong());
      assertThat(forgone.get("charged").asLong()).isEqualTo(amount(half));
      assertThat(forgone.get("full").asLong()).isEqualTo(2 * amount(half));
      assertThat(forgone.get("article").asString()).isNotBlank();
    } finally {
      server.jdbc().sql("UPDATE tuguan.partner SET applicant_class = 'company'").update();
    }
  }

  @Test
  void othersDoNotLearnThatAPaymentExists() {
    JsonNode slip = orders.begin(orders.due(), "slip");
    String path = "/api/v1/payments/" + slip.get("number").asString();
    assertThat(server.get("", path).status()).isEqualTo(401);
    assertThat(server.get("owner", path).status()).isEqualTo(404);
    assertThat(server.get("officer", path).json().get("may")).isEmpty();
    assertThat(server.get("officer", path).json().get("instruction").isNull()).isTrue();
    assertThat(server.get("owner", "/api/v1/payments").json().get("payments")).isEmpty();
    String money = "{\"transaction\": \"Z\", \"amount\": 1}";
    assertThat(server.post("partner", path + "/money", money).status()).isEqualTo(403);
    assertThat(server.post("officer", path + "/money", money).status()).isEqualTo(403);
    assertThat(server.post("owner", path + "/money", money).status()).isEqualTo(404);
    assertThat(server.get("partner", "/api/v1/remittances").status()).isEqualTo(404);
    assertThat(server.get("partner", "/api/v1/ledger").status()).isEqualTo(404);
    assertThat(server.get("partner", "/api/v1/payments/report").status()).isEqualTo(404);
    assertThat(server.get("partner", "/api/v1/receipts").status()).isEqualTo(404);
    assertThat(
            server
                .post(
                    "officer",
                    "/api/v1/applications/" + slip.get("application").asString() + "/payments",
                    "{\"method\": \"slip\"}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void booksTakeNoEntryThatDoesNotBalanceAndChangeNone() {
    paid(orders.due());
    String entry =
        """
        WITH e AS (INSERT INTO tuguan.ledger_entry (at, day, kind, total_twd, lines)
          VALUES (now(), '2026-01-01', 'HELD', 5, 2) RETURNING id)
        INSERT INTO tuguan.ledger_line (entry, position, account, debit_twd, credit_twd)
        SELECT e.id, v.* FROM e, (VALUES (0, 'unmatched', 5, 0), (1, 'bank:slip', 0, %d)) v
        """;
    assertThatThrownBy(() -> server.jdbc().sql(entry.formatted(4)).update())
        .hasMessageContaining("does not balance");
    String added =
        """
        INSERT INTO tuguan.ledger_line (entry, position, account, debit_twd, credit_twd)
        SELECT (SELECT min(id) FROM tuguan.ledger_entry), v.* FROM (VALUES (8, 'unmatched', 5, 0), (9, 'interest', 0, 5)) v
        """;
    assertThatThrownBy(() -> server.jdbc().sql(added).update())
        .hasMessageContaining("does not balance");
    assertThatThrownBy(
            () -> server.jdbc().sql("UPDATE tuguan.ledger_line SET layer = 'x'").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> server.jdbc().sql("DELETE FROM tuguan.ledger_entry").update())
        .hasMessageContaining("append-only");
  }

  @Test
  void checkFindsAPaymentThatWasLost() {
    JsonNode payment = paid(orders.due());
    String number = payment.get("number").asString();
    String receipt = payment.get("receipt").asString();
    server
        .jdbc()
        .sql("UPDATE tuguan.receipt SET number = 'R-1-000001' WHERE number = :number")
        .param("number", receipt)
        .update();
    assertThatThrownBy(() -> server.bean(PaymentCheck.class).run()).hasMessageContaining(receipt);
    server
        .jdbc()
        .sql("UPDATE tuguan.receipt SET number = :number WHERE number = 'R-1-000001'")
        .param("number", receipt)
        .update();
    server
        .jdbc()
        .sql("UPDATE tuguan.payment SET state = 'ENDED', paid = NULL WHERE number = :number")
        .param("number", number)
        .update();
    assertThatThrownBy(() -> server.bean(PaymentCheck.class).run())
        .hasMessageContaining(payment.get("application").asString());
    server
        .jdbc()
        .sql("UPDATE tuguan.payment SET state = 'PAID', paid = now() WHERE number = :number")
        .param("number", number)
        .update();
  }
}
