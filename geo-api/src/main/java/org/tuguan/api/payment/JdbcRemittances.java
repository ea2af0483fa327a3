package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.payment.Finding;

/** Money that came, each amount once. */
@Repository
class JdbcRemittances {
  private final JdbcClient jdbc;

  JdbcRemittances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Empty if this transaction was booked before, by whomever; waits for one who is just doing so.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Long> insert(
      Money money, Optional<Long> payment, Finding finding, Instant now, String by) {
    boolean matched = finding == Finding.MATCHED;
    return jdbc.sql(
            """
            INSERT INTO tuguan.remittance (method, transaction, reference, payment, amount_twd, received, payer, note,
              finding, applied, created, created_by)
            VALUES (:method, :transaction, :reference, :payment, :amount, :received, :payer, :note, :finding,
              :applied, :now, :by)
            ON CONFLICT (method, transaction) DO NOTHING RETURNING id
            """)
        .param("method", money.method())
        .param("transaction", money.transaction())
        .param("reference", money.reference())
        .param("payment", payment.orElse(null))
        .param("amount", money.amount())
        .param("received", money.received())
        .param("payer", money.payer())
        .param("note", money.note())
        .param("finding", finding.name())
        .param("applied", matched ? money.amount() : BigDecimal.ZERO)
        .param("now", JdbcPayments.at(now))
        .param("by", by)
        .query(Long.class)
        .optional();
  }

  Optional<Remittance> find(long id) {
    return jdbc.sql("SELECT * FROM tuguan.remittance WHERE id = :id")
        .param("id", id)
        .query((row, i) -> remittance(row))
        .optional();
  }

  Optional<Remittance> find(String method, String transaction) {
    return jdbc.sql(
            "SELECT * FROM tuguan.remittance WHERE method = :method AND transaction = :transaction")
        .param("method", method)
        .param("transaction", transaction)
        .query((row, i) -> remittance(row))
        .optional();
  }

  /** In the order of their ids; nobody else touches them until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Remittance> lock(Collection<Long> ids) {
    return jdbc.sql("SELECT * FROM tuguan.remittance WHERE id = ANY (:ids) ORDER BY id FOR UPDATE")
        .param("ids", ids.toArray(new Long[0]))
        .query((row, i) -> remittance(row))
        .list();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void apply(long id, BigDecimal amount) {
    jdbc.sql("UPDATE tuguan.remittance SET applied = applied + :amount WHERE id = :id")
        .param("amount", amount)
        .param("id", id)
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void refund(long id, BigDecimal amount) {
    jdbc.sql("UPDATE tuguan.remittance SET refunded = refunded + :amount WHERE id = :id")
        .param("amount", amount)
        .param("id", id)
        .update();
  }

  /**
   * Newest first.
   *
   * @param open only those of which something is left
   */
  List<Remittance> list(boolean open, long before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM tuguan.remittance
            WHERE (NOT :open OR applied + refunded < amount_twd) AND (:before = 0 OR id < :before)
            ORDER BY id DESC LIMIT :limit
            """)
        .param("open", open)
        .param("before", before)
        .param("limit", limit)
        .query((row, i) -> remittance(row))
        .list();
  }

  private static Remittance remittance(ResultSet row) throws SQLException {
    return new Remittance(
        row.getLong("id"),
        new Money(
            row.getString("method"),
            row.getString("transaction"),
            row.getString("reference"),
            row.getObject("amount_twd", BigDecimal.class),
            row.getObject("received", LocalDate.class),
            row.getString("payer"),
            row.getString("note")),
        Optional.ofNullable(row.getObject("payment", Long.class)),
        Finding.valueOf(row.getString("finding")),
        row.getObject("applied", BigDecimal.class),
        row.getObject("refunded", BigDecimal.class),
        JdbcPayments.instant(row, "created"),
        row.getString("created_by"));
  }
}
