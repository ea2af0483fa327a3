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
import org.tuguan.core.payment.RefundGround;
import org.tuguan.core.payment.RefundNotice;

/** What was given back. */
@Repository
class JdbcRefunds {
  private final JdbcClient jdbc;

  JdbcRefunds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A refund with its id, by which lists are paged. */
  record Row(long id, Refund refund) {}

  @Transactional(propagation = Propagation.MANDATORY)
  public long insert(Refund refund, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO tuguan.refund (number, request, payment, remittance, amount_twd, interest_twd, ground, article,
              reason, payer, decided, decided_by, created)
            VALUES (:number, :request, :payment, :remittance, :amount, :interest, :ground, :article, :reason, :payer,
              :decided, :by, :now) RETURNING id
            """)
        .param("number", refund.number())
        .param("request", refund.request())
        .param("payment", refund.of().payment().orElse(null))
        .param("remittance", refund.of().remittance().orElse(null))
        .param("amount", refund.amount())
        .param("interest", refund.interest())
        .param("ground", refund.why().ground().name())
        .param("article", refund.why().article())
        .param("reason", refund.why().reason())
        .param("payer", refund.payer())
        .param("decided", refund.decided())
        .param("by", refund.decidedBy())
        .param("now", JdbcPayments.at(now))
        .query(Long.class)
        .single();
  }

  Optional<Row> find(String number) {
    return jdbc.sql("SELECT * FROM tuguan.refund WHERE number = :number")
        .param("number", number)
        .query((row, i) -> row(row))
        .optional();
  }

  /** Nobody else touches it until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Row> lock(String number) {
    return jdbc.sql("SELECT * FROM tuguan.refund WHERE number = :number FOR UPDATE")
        .param("number", number)
        .query((row, i) -> row(row))
        .optional();
  }

  Optional<Row> findRequested(Refund.Of of, String request) {
    return jdbc.sql(
            """
            SELECT * FROM tuguan.refund
            WHERE request = :request AND (payment = :payment OR remittance = :remittance)
            """)
        .param("request", request)
        .param("payment", of.payment().orElse(-1L))
        .param("remittance", of.remittance().orElse(-1L))
        .query((row, i) -> row(row))
        .optional();
  }

  /** How much of a payment was given back, without interest. */
  BigDecimal sumOf(long payment) {
    return jdbc.sql(
            "SELECT coalesce(sum(amount_twd), 0) FROM tuguan.refund WHERE payment = :payment")
        .param("payment", payment)
        .query(BigDecimal.class)
        .single();
  }

  /** How much of a payment earlier refunds gave back, without interest. */
  BigDecimal sumBefore(long payment, long refund) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(amount_twd), 0) FROM tuguan.refund WHERE payment = :payment AND id < :refund
            """)
        .param("payment", payment)
        .param("refund", refund)
        .query(BigDecimal.class)
        .single();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void paidOut(long id, RefundNotice.Transfer transfer) {
    jdbc.sql("UPDATE tuguan.refund SET paid_out = :day, transfer = :transfer WHERE id = :id")
        .param("day", transfer.day())
        .param("transfer", transfer.reference())
        .param("id", id)
        .update();
  }

  /**
   * Newest first.
   *
   * @param state PAYABLE, PAID_OUT, or empty for all
   * @param payment id; 0 for all
   */
  List<Row> list(String state, long payment, long before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM tuguan.refund
            WHERE (:state = '' OR (paid_out IS NULL) = (:state = 'PAYABLE'))
              AND (:payment = 0 OR payment = :payment) AND (:before = 0 OR id < :before)
            ORDER BY id DESC LIMIT :limit
            """)
        .param("state", state)
        .param("payment", payment)
        .param("before", before)
        .param("limit", limit)
        .query((row, i) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    Optional<LocalDate> out = Optional.ofNullable(row.getObject("paid_out", LocalDate.class));
    String transfer = row.getString("transfer");
    return new Row(
        row.getLong("id"),
        new Refund(
            row.getString("number"),
            row.getString("request"),
            new Refund.Of(
                Optional.ofNullable(row.getObject("payment", Long.class)),
                Optional.ofNullable(row.getObject("remittance", Long.class))),
            row.getObject("amount_twd", BigDecimal.class),
            row.getObject("interest_twd", BigDecimal.class),
            new Refund.Why(
                RefundGround.valueOf(row.getString("ground")),
                row.getString("article"),
                row.getString("reason")),
            row.getString("payer"),
            row.getObject("decided", LocalDate.class),
            row.getString("decided_by"),
            out.map(day -> new RefundNotice.Transfer(day, transfer))));
  }
}
