package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.access.Caller;
import org.tuguan.core.payment.PaymentNumber;
import org.tuguan.core.payment.PaymentState;

/** The payments in the database. Whoever changes one holds the lock of its application. */
@Repository
class JdbcPayments {
  private static final long SERIALS = 1_000_000_000L;

  private final JdbcClient jdbc;

  JdbcPayments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What to list; empty texts are for all.
   *
   * @param before only those with a smaller id; 0 for all
   * @param application number
   * @param number part of the number
   */
  record Wanted(
      long before, String state, String application, String number, String method, int limit) {}

  static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** A number that nobody has had, whatever becomes of the transaction. */
  PaymentNumber nextNumber(int rocYear) {
    long serial =
        jdbc.sql("SELECT nextval('tuguan.payment_serial')").query(Long.class).single() % SERIALS;
    return PaymentNumber.of(rocYear, serial);
  }

  /**
   * @param askNext when its gateway is asked if nothing was heard; empty if it cannot be asked
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public long insert(Payment payment, String by, Optional<Instant> askNext) {
    return jdbc.sql(
            """
            INSERT INTO tuguan.payment (number, application, method, amount_twd, state, due, payer, created,
              created_by, changed, ask_next)
            VALUES (:number, :application, :method, :amount, :state, :due, :payer, :created, :by, :created, :ask)
            RETURNING id
            """)
        .param("number", payment.number().text())
        .param("application", payment.application())
        .param("method", payment.method())
        .param("amount", payment.amount())
        .param("state", payment.state().name())
        .param("due", payment.due())
        .param("payer", payment.payer())
        .param("created", at(payment.times().created()))
        .param("by", by)
        .param("ask", askNext.map(JdbcPayments::at).orElse(null))
        .query(Long.class)
        .single();
  }

  Optional<Payment> find(long id) {
    return jdbc.sql("SELECT * FROM tuguan.payment WHERE id = :id")
        .param("id", id)
        .query((row, i) -> payment(row))
        .optional();
  }

  Optional<Payment> findByNumber(PaymentNumber number) {
    return jdbc.sql("SELECT * FROM tuguan.payment WHERE number = :number")
        .param("number", number.text())
        .query((row, i) -> payment(row))
        .optional();
  }

  List<Payment> listOf(long application) {
    return jdbc.sql("SELECT * FROM tuguan.payment WHERE application = :id ORDER BY id")
        .param("id", application)
        .query((row, i) -> payment(row))
        .list();
  }

  /** Those that a caller may see, newest first. */
  List<Payment> list(Caller caller, boolean all, Wanted wanted) {
    return jdbc.sql(
            """
            SELECT p.* FROM tuguan.payment p JOIN tuguan.application a ON a.id = p.application
            WHERE (:all OR a.account = :user OR a.partner = :partner)
              AND (:before = 0 OR p.id < :before) AND (:state = '' OR p.state = :state)
              AND (:application = '' OR a.number = :application) AND (:method = '' OR p.method = :method)
              AND (:number = '' OR strpos(p.number, :number) > 0)
            ORDER BY p.id DESC LIMIT :limit
            """)
        .param("all", all)
        .param("user", caller.user().orElse(""))
        .param("partner", caller.partner().orElse(-1L))
        .param("before", wanted.before())
        .param("state", wanted.state())
        .param("application", wanted.application())
        .param("method", wanted.method())
        .param("number", wanted.number())
        .param("limit", wanted.limit())
        .query((row, i) -> payment(row))
        .list();
  }

  /** Those whose gateways are to be asked now. */
  List<Payment> listToAsk(Instant now, int limit) {
    return jdbc.sql(
            "SELECT * FROM tuguan.payment WHERE ask_next <= :now ORDER BY ask_next LIMIT :limit")
        .param("now", at(now))
        .param("limit", limit)
        .query((row, i) -> payment(row))
        .list();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void paid(long id, LocalDate day, Instant now) {
    jdbc.sql(
            """
            UPDATE tuguan.payment SET state = 'PAID', paid = :day, changed = :now, ask_next = NULL WHERE id = :id
            """)
        .param("day", day)
        .param("now", at(now))
        .param("id", id)
        .update();
  }

  /** To a state in which no money is there; its gateway is asked again if that is still planned. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void become(long id, PaymentState state, Instant now) {
    jdbc.sql("UPDATE tuguan.payment SET state = :state, changed = :now WHERE id = :id")
        .param("state", state.name())
        .param("now", at(now))
        .param("id", id)
        .update();
  }

  /** Those of an application that may still be paid are not needed any more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void endOpen(long application, Instant now) {
    jdbc.sql(
            """
            UPDATE tuguan.payment SET state = 'ENDED', changed = :now
            WHERE application = :id AND state IN ('OPEN', 'UNKNOWN')
            """)
        .param("now", at(now))
        .param("id", application)
        .update();
  }

  /**
   * Its gateway was asked.
   *
   * @param next when it is asked again; empty for never
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void asked(long id, Optional<Instant> next) {
    jdbc.sql("UPDATE tuguan.payment SET asked = asked + 1, ask_next = :next WHERE id = :id")
        .param("next", next.map(JdbcPayments::at).orElse(null))
        .param("id", id)
        .update();
  }

  private static Payment payment(ResultSet row) throws SQLException {
    return new Payment(
        row.getLong("id"),
        new PaymentNumber(row.getString("number")),
        row.getLong("application"),
        row.getString("method"),
        row.getObject("amount_twd", BigDecimal.class),
        PaymentState.valueOf(row.getString("state")),
        row.getObject("due", LocalDate.class),
        row.getString("payer"),
        Optional.ofNullable(row.getObject("paid", LocalDate.class)),
        new Payment.Times(instant(row, "created"), instant(row, "changed")),
        row.getInt("asked"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
