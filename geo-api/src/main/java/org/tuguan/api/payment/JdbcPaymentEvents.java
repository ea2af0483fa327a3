package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.payment.PaymentNotice;

/** What gateways told us by themselves, each event once. */
@Repository
class JdbcPaymentEvents {
  private final JdbcClient jdbc;

  JdbcPaymentEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An event that was taken.
   *
   * @param reference the number of a payment as the gateway has it
   * @param outcome what came of it
   */
  record Row(
      long id,
      String method,
      String event,
      String reference,
      String status,
      BigDecimal amount,
      Instant received,
      String outcome) {}

  /** Empty if it was taken before; waits for one who is just doing so. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Long> insert(String method, PaymentNotice notice, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO tuguan.payment_event (method, event, reference, status, amount_twd, received)
            VALUES (:method, :event, :reference, :status, :amount, :now)
            ON CONFLICT (method, event) DO NOTHING RETURNING id
            """)
        .param("method", method)
        .param("event", notice.event())
        .param("reference", notice.reference())
        .param("status", notice.status().name())
        .param("amount", notice.amount())
        .param("now", JdbcPayments.at(now))
        .query(Long.class)
        .optional();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void came(long id, String outcome) {
    jdbc.sql("UPDATE tuguan.payment_event SET outcome = :outcome WHERE id = :id")
        .param("outcome", outcome)
        .param("id", id)
        .update();
  }

  Optional<Row> find(String method, String event) {
    return jdbc.sql("SELECT * FROM tuguan.payment_event WHERE method = :method AND event = :event")
        .param("method", method)
        .param("event", event)
        .query((row, i) -> row(row))
        .optional();
  }

  /** Newest first. */
  List<Row> list(long before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM tuguan.payment_event WHERE :before = 0 OR id < :before ORDER BY id DESC LIMIT :limit
            """)
        .param("before", before)
        .param("limit", limit)
        .query((row, i) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("method"),
        row.getString("event"),
        row.getString("reference"),
        row.getString("status"),
        row.getObject("amount_twd", BigDecimal.class),
        JdbcPayments.instant(row, "received"),
        row.getString("outcome"));
  }
}
