package org.tuguan.api.payment;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks for anything in payments and books that should not be. */
@Repository
class JdbcPaymentProofs {
  private static final String UNBALANCED =
      """
      SELECT 'entry ' || e.id FROM tuguan.ledger_entry e LEFT JOIN tuguan.ledger_line l ON l.entry = e.id
      GROUP BY e.id HAVING coalesce(sum(l.debit_twd), 0) <> e.total_twd OR coalesce(sum(l.credit_twd), 0) <> e.total_twd
        OR count(l.entry) <> e.lines ORDER BY e.id
      """;
  private static final String NOT_PAID_ONCE =
      """
      SELECT a.number FROM tuguan.application a
      LEFT JOIN tuguan.payment p ON p.application = a.id AND p.state IN ('PAID', 'REFUNDED')
      WHERE a.total_twd > 0 AND a.state IN ('PAID', 'PRODUCING', 'READY', 'DELIVERED', 'CLOSED', 'REFUNDED')
      GROUP BY a.id HAVING count(p.id) <> 1 OR sum(p.amount_twd) <> a.total_twd ORDER BY a.number
      """;
  private static final String PAID_FOR_NOTHING =
      """
      SELECT p.number FROM tuguan.payment p JOIN tuguan.application a ON a.id = p.application
      WHERE (p.state = 'PAID'
          AND a.state NOT IN ('PAID', 'PRODUCING', 'READY', 'DELIVERED', 'CLOSED', 'CANCELLED'))
        OR (p.state = 'REFUNDED' AND a.state <> 'REFUNDED') ORDER BY p.number
      """;
  private static final String GAPS =
      """
      SELECT s.series || '-' || s.year || '-' || lpad(n::text, 6, '0')
      FROM tuguan.serial_number s CROSS JOIN LATERAL generate_series(1, s.last) n
      WHERE (s.series = 'R' AND NOT EXISTS (
          SELECT FROM tuguan.receipt r WHERE r.number = 'R-' || s.year || '-' || lpad(n::text, 6, '0')))
        OR (s.series = 'F' AND NOT EXISTS (
          SELECT FROM tuguan.refund r WHERE r.number = 'F-' || s.year || '-' || lpad(n::text, 6, '0')))
      """;
  private static final String WRONG_RECEIPTS =
      """
      SELECT p.number FROM tuguan.payment p LEFT JOIN tuguan.receipt r ON r.payment = p.id
      WHERE (p.state IN ('PAID', 'REFUNDED')) <> (r.number IS NOT NULL)
        OR r.amount_twd <> p.amount_twd OR (r.voided IS NOT NULL) <> (p.state = 'REFUNDED') ORDER BY p.number
      """;
  private static final String WRONG_SUMS =
      """
      WITH books AS (
        SELECT split_part(account, ':', 1) AS account, sum(debit_twd - credit_twd) AS balance
        FROM tuguan.ledger_line GROUP BY 1),
      expected (account, balance) AS (VALUES
        ('revenue', (SELECT coalesce(sum(amount_twd), 0) FROM tuguan.refund WHERE payment IS NOT NULL)
          - (SELECT coalesce(sum(amount_twd), 0) FROM tuguan.receipt)),
        ('bank', (SELECT coalesce(sum(amount_twd), 0) FROM tuguan.remittance)
          - (SELECT coalesce(sum(amount_twd + interest_twd), 0) FROM tuguan.refund WHERE paid_out IS NOT NULL)),
        ('unmatched', -(SELECT coalesce(sum(amount_twd - applied - refunded), 0) FROM tuguan.remittance)),
        ('refunds-payable',
          -(SELECT coalesce(sum(amount_twd + interest_twd), 0) FROM tuguan.refund WHERE paid_out IS NULL)),
        ('interest', (SELECT coalesce(sum(interest_twd), 0) FROM tuguan.refund)))
      SELECT e.account || ' ' || coalesce(b.balance, 0) || ' instead of ' || e.balance
      FROM expected e LEFT JOIN books b ON b.account = e.account WHERE coalesce(b.balance, 0) <> e.balance
      """;
  private static final String STILL_RECEIVABLE =
      """
      SELECT a.number FROM tuguan.ledger_line l JOIN tuguan.ledger_entry e ON e.id = l.entry
      JOIN tuguan.application a ON a.id = e.application WHERE l.account = 'receivable'
      GROUP BY a.id HAVING sum(l.debit_twd - l.credit_twd)
        <> CASE WHEN a.state IN ('PAYMENT_DUE', 'PAYMENT_UNKNOWN') THEN a.total_twd ELSE 0 END ORDER BY a.number
      """;

  private final JdbcClient jdbc;

  JdbcPaymentProofs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One thing that has to be so.
   *
   * @param counterexamples empty if it is
   */
  record Proof(String zh, String en, List<String> counterexamples) {}

  List<Proof> list() {
    return List.of(
        proof("每筆分錄借貸平衡", "every entry balances", UNBALANCED),
        proof(
            "已結清的申請案各有一筆等額繳費",
            "every paid application has one payment of its total",
            NOT_PAID_ONCE),
        proof(
            "每筆已繳費用都有已結清的申請案",
            "every payment that was paid belongs to a paid application",
            PAID_FOR_NOTHING),
        proof("收據與退費號碼沒有跳號", "no number of a receipt or refund is missing", GAPS),
        proof("收據與繳費一致", "receipts agree with payments", WRONG_RECEIPTS),
        proof("總帳等於入帳、收據與退費", "the books agree with money, receipts and refunds", WRONG_SUMS),
        proof("只有待繳的申請案有應收款", "only what is due is receivable", STILL_RECEIVABLE));
  }

  private Proof proof(String zh, String en, String sql) {
    return new Proof(zh, en, jdbc.sql(sql).query(String.class).list());
  }

  long count(String table) {
    return switch (table) {
      case "payment", "receipt", "ledger_entry" ->
          jdbc.sql("SELECT count(*) FROM tuguan." + table).query(Long.class).single();
      default -> throw new IllegalArgumentException(table);
    };
  }
}
