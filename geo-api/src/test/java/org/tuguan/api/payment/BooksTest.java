package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What is reported of money, and that the books are what they should be. */
class BooksTest {
  @RegisterExtension static final PaymentDesk DESK = new PaymentDesk();

  @Test
  void reportEqualsTheBooksByEveryDivision() {
    DESK.orders().begin(DESK.orders().approved("[\"blocks\", \"spots\"]", "business", ""), "slip");
    JsonNode two =
        DESK.orders().paid(DESK.orders().approved("[\"blocks\", \"spots\"]", "business", ""));
    String year = Orders.TODAY.substring(0, 4);
    for (String by : new String[] {"layer", "agency", "article"}) {
      String path = "/api/v1/payments/report?from=%1$s-01&to=%1$s-12&by=%2$s".formatted(year, by);
      JsonNode report = DESK.server().get("officer", path).json();
      assertThat(report.get("net").asLong())
          .isEqualTo(report.get("ledger_revenue").asLong())
          .isGreaterThanOrEqualTo(Orders.amount(two));
      assertThat(report.get("charged").asLong() - report.get("refunded").asLong())
          .isEqualTo(report.get("net").asLong());
      String csv = DESK.server().get("officer", path + "&f=csv").text();
      assertThat(csv.lines()).hasSize(report.get("rows").size() + 1);
    }
    assertThat(DESK.server().get("officer", "/api/v1/payments/report?by=colour").status())
        .isEqualTo(400);
  }

  @Test
  void feeForgoneIsFullPriceLessWhatWasCharged() {
    DESK.server()
        .jdbc()
        .sql("UPDATE tuguan.partner SET applicant_class = 'public_school'")
        .update();
    try {
      String application = DESK.orders().approved("[\"blocks\"]", "academic", "");
      JsonNode half = DESK.orders().paid(application);
      JsonNode forgone =
          DESK.server().get("cashier", "/api/v1/payments/forgone").json().get("forgone").get(0);
      assertThat(forgone.get("full").asLong() - forgone.get("charged").asLong())
          .isEqualTo(forgone.get("forgone").asLong());
      assertThat(forgone.get("charged").asLong()).isEqualTo(Orders.amount(half));
      assertThat(forgone.get("full").asLong()).isEqualTo(2 * Orders.amount(half));
      assertThat(forgone.get("article").asString()).isNotBlank();
    } finally {
      DESK.server().jdbc().sql("UPDATE tuguan.partner SET applicant_class = 'company'").update();
    }
  }

  @Test
  void booksTakeNoEntryThatDoesNotBalanceAndChangeNone() {
    DESK.orders().paid(DESK.orders().due());
    String entry =
        """
        WITH e AS (INSERT INTO tuguan.ledger_entry (at, day, kind, total_twd, lines)
          VALUES (now(), '2026-01-01', 'HELD', 5, 2) RETURNING id)
        INSERT INTO tuguan.ledger_line (entry, position, account, debit_twd, credit_twd)
        SELECT e.id, v.* FROM e, (VALUES (0, 'unmatched', 5, 0), (1, 'bank:slip', 0, %d)) v
        """;
    assertThatThrownBy(() -> DESK.server().jdbc().sql(entry.formatted(4)).update())
        .hasMessageContaining("does not balance");
    String added =
        """
        INSERT INTO tuguan.ledger_line (entry, position, account, debit_twd, credit_twd)
        SELECT (SELECT min(id) FROM tuguan.ledger_entry), v.* FROM (VALUES (8, 'unmatched', 5, 0), (9, 'interest', 0, 5)) v
        """;
    assertThatThrownBy(() -> DESK.server().jdbc().sql(added).update())
        .hasMessageContaining("does not balance");
    assertThatThrownBy(
            () -> DESK.server().jdbc().sql("UPDATE tuguan.ledger_line SET layer = 'x'").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> DESK.server().jdbc().sql("DELETE FROM tuguan.ledger_entry").update())
        .hasMessageContaining("append-only");
  }

  @Test
  void checkFindsAPaymentThatWasLost() {
    JsonNode payment = DESK.orders().paid(DESK.orders().due());
    String number = payment.get("number").asString();
    String receipt = payment.get("receipt").asString();
    DESK.server()
        .jdbc()
        .sql("UPDATE tuguan.receipt SET number = 'R-1-000001' WHERE number = :number")
        .param("number", receipt)
        .update();
    assertThatThrownBy(() -> DESK.server().bean(PaymentCheck.class).run())
        .hasMessageContaining(receipt);
    DESK.server()
        .jdbc()
        .sql("UPDATE tuguan.receipt SET number = :number WHERE number = 'R-1-000001'")
        .param("number", receipt)
        .update();
    DESK.server()
        .jdbc()
        .sql("UPDATE tuguan.payment SET state = 'ENDED', paid = NULL WHERE number = :number")
        .param("number", number)
        .update();
    assertThatThrownBy(() -> DESK.server().bean(PaymentCheck.class).run())
        .hasMessageContaining(payment.get("application").asString());
    DESK.server()
        .jdbc()
        .sql("UPDATE tuguan.payment SET state = 'PAID', paid = now() WHERE number = :number")
        .param("number", number)
        .update();
  }
}
