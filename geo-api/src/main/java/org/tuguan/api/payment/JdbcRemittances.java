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
   * What was booked of this transaction, by whomever; waits for one who is just doing so, and keeps
   * others waiting until the transaction ends.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Remittance> lock(String method, String transaction) {
    jdbc.sql(
            "SELECT pg_advisory_xact_lock(hashtextextended('remittance ' || :method || ' ' || :transaction, 0))")
        .param("method", method)
        .param("transaction", transaction)
        .query((row, i) -> true)
        .single();
    return list(method, transaction);
  }

  /**
   * @param copy tells it from others that say the same
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public long insert(
      Money money, int copy, Optional<Long> payment, Finding finding, Instant now, String by) {
    boolean matched = finding == Finding.MATCHED;
    Optional<Money.Listed> listed = money.listed();
    return jdbc.sql(
            """
            INSERT INTO tuguan.remittance (method, transaction, reference, payment, amount_twd, received, payer, note,
              finding, applied, created, created_by, account, statement, line, copy)
            VALUES (:method, :transaction, :reference, :payment, :amount, :received, :payer, :note, :finding,
              :applied, :now, :by, :account, :statement, :line, :copy)
            RETURNING id
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
        .param("account", listed.map(Money.Listed::account).orElse(""))
        .param("statement", listed.map(Money.Listed::statement).orElse(null))
        .param("line", listed.map(Money.Listed::line).orElse(null))
        .param("copy", copy)
        .query(Long.class)
        .single();
  }

  Optional<Remittance> find(long id) {
    return jdbc.sql("SELECT * FROM tuguan.remittance WHERE id = :id")
        .param("id", id)
        .query((row, i) -> remittance(row))
        .optional();
  }

  /** By id. */
  List<Remittance> list(String method, String transaction) {
    return jdbc.sql(
            """
            SELECT * FROM tuguan.remittance WHERE method = :method AND transaction = :transaction ORDER BY id
            """)
        .param("method", method)
        .param("transaction", transaction)
        .query((row, i) -> remittance(row))
        .list();
  }

  /**
   * The bank account whose statement a file was taken for, with an empty name if none was named;
   * empty if nothing of it was booked.
   */
  Optional<String> findAccount(String statement) {
    return jdbc.sql(
            "SELECT max(account) FROM tuguan.remittance WHERE statement = :statement HAVING count(*) > 0")
        .param("statement", statement)
        .query(String.class)
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

  private static Optional<Money.Listed> listed(ResultSet row) throws SQLException {
    String statement = row.getString("statement");
    return statement == null
        ? Optional.empty()
        : Optional.of(
            new Money.Listed(
                row.getString("account"),
                statement,
                row.getLong("line"),
                row.getInt("copy"),
                false));
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
            row.getString("note"),
            listed(row)),
        Optional.ofNullable(row.getObject("payment", Long.class)),
        Finding.valueOf(row.getString("finding")),
        row.getObject("applied", BigDecimal.class),
        row.getObject("refunded", BigDecimal.class),
        JdbcPayments.instant(row, "created"),
        row.getString("created_by"));
  }
}
