package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The receipts; none is ever deleted. */
@Repository
class JdbcReceipts {
  private final JdbcClient jdbc;

  JdbcReceipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A receipt as it is kept.
   *
   * @param payment id
   * @param day on which the money came
   * @param voided empty while it holds
   */
  record Row(
      String number,
      long payment,
      String payer,
      BigDecimal amount,
      LocalDate day,
      Optional<Instant> voided,
      String voidReason) {}

  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(String number, Payment payment, LocalDate day, Instant now) {
    jdbc.sql(
            """
            INSERT INTO tuguan.receipt (number, payment, payer, amount_twd, day, created)
            VALUES (:number, :payment, :payer, :amount, :day, :now)
            """)
        .param("number", number)
        .param("payment", payment.id())
        .param("payer", payment.payer())
        .param("amount", payment.amount())
        .param("day", day)
        .param("now", JdbcPayments.at(now))
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void annul(long payment, String reason, Instant now) {
    jdbc.sql(
            "UPDATE tuguan.receipt SET voided = :now, void_reason = :reason WHERE payment = :payment")
        .param("now", JdbcPayments.at(now))
        .param("reason", reason)
        .param("payment", payment)
        .update();
  }

  Optional<Row> find(String number) {
    return jdbc.sql("SELECT * FROM tuguan.receipt WHERE number = :number")
        .param("number", number)
        .query((row, i) -> row(row))
        .optional();
  }

  Optional<Row> findOf(long payment) {
    return jdbc.sql("SELECT * FROM tuguan.receipt WHERE payment = :payment")
        .param("payment", payment)
        .query((row, i) -> row(row))
        .optional();
  }

  /**
   * Newest first.
   *
   * @param before only those with a smaller number; empty for all
   */
  List<Row> list(LocalDate from, LocalDate to, String before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM tuguan.receipt WHERE day BETWEEN :from AND :to AND (:before = '' OR number < :before)
            ORDER BY number DESC LIMIT :limit
            """)
        .param("from", from)
        .param("to", to)
        .param("before", before)
        .param("limit", limit)
        .query((row, i) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("number"),
        row.getLong("payment"),
        row.getString("payer"),
        row.getObject("amount_twd", BigDecimal.class),
        row.getObject("day", LocalDate.class),
        row.getObject("voided") == null
            ? Optional.empty()
            : Optional.of(JdbcPayments.instant(row, "voided")),
        row.getString("void_reason"));
  }
}
