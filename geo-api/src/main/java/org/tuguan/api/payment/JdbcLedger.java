package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.payment.LedgerAccount;
import org.tuguan.core.payment.LedgerEntry;
import org.tuguan.core.payment.LedgerLine;
import org.tuguan.core.payment.MoneySource;
import org.tuguan.core.payment.RevenueShare;

/** The books in the database, which takes no entry that does not balance and changes none. */
@Repository
class JdbcLedger {
  private final JdbcClient jdbc;

  JdbcLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What an entry is about; ids, null for none. */
  record About(Long application, Long payment, Long remittance, Long refund) {
    static About application(long id) {
      return new About(id, null, null, null);
    }
  }

  /** An entry as it stands in the books. */
  record Row(long id, Instant at, LocalDate day, About about, LedgerEntry entry) {}

  /** Sums of one account. */
  record Balance(LedgerAccount account, BigDecimal debit, BigDecimal credit) {}

  /**
   * @param day on which it is booked, in Asia/Taipei
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(LedgerEntry entry, About about, Instant now, LocalDate day) {
    long id =
        jdbc.sql(
                """
                INSERT INTO tuguan.ledger_entry (at, day, kind, application, payment, remittance, refund, total_twd,
                  lines)
                VALUES (:at, :day, :kind, :application, :payment, :remittance, :refund, :total, :lines) RETURNING id
                """)
            .param("at", JdbcPayments.at(now))
            .param("day", day)
            .param("kind", entry.kind().name())
            .param("application", about.application())
            .param("payment", about.payment())
            .param("remittance", about.remittance())
            .param("refund", about.refund())
            .param("total", entry.total())
            .param("lines", entry.lines().size())
            .query(Long.class)
            .single();
    for (int i = 0; i < entry.lines().size(); i++) {
      LedgerLine line = entry.lines().get(i);
      jdbc.sql(
              """
              INSERT INTO tuguan.ledger_line (entry, position, account, debit_twd, credit_twd, agency, layer, article)
              VALUES (:entry, :position, :account, :debit, :credit, :agency, :layer, :article)
              """)
          .param("entry", id)
          .param("position", i)
          .param("account", line.account().code())
          .param("debit", line.debit())
          .param("credit", line.credit())
          .param("agency", line.about().agency())
          .param("layer", line.about().layer())
          .param("article", line.about().article())
          .update();
    }
  }

  /** What is receivable from the applicant of an application. */
  BigDecimal receivable(long application) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(l.debit_twd - l.credit_twd), 0)
            FROM tuguan.ledger_line l JOIN tuguan.ledger_entry e ON e.id = l.entry
            WHERE e.application = :application AND l.account = 'receivable'
            """)
        .param("application", application)
        .query(BigDecimal.class)
        .single();
  }

  /** What an application brought in, and has not gone back. */
  List<RevenueShare> earned(long application) {
    return jdbc.sql(
            """
            SELECT l.agency, l.layer, l.article, sum(l.credit_twd - l.debit_twd) AS amount
            FROM tuguan.ledger_line l JOIN tuguan.ledger_entry e ON e.id = l.entry
            WHERE e.application = :application AND l.account LIKE 'revenue:%'
            GROUP BY 1, 2, 3 HAVING sum(l.credit_twd - l.debit_twd) > 0 ORDER BY min(e.id), min(l.position)
            """)
        .param("application", application)
        .query((row, i) -> new RevenueShare(source(row), row.getObject("amount", BigDecimal.class)))
        .list();
  }

  /** Where the money of a payment came in, in the order in which it paid. */
  List<MoneySource> sources(Payment payment) {
    return jdbc.sql(
            """
            SELECT r.method, r.account, e.total_twd FROM tuguan.ledger_entry e JOIN tuguan.remittance r ON r.id = e.remittance
            WHERE e.application = :application AND e.payment = :payment AND e.kind IN ('RECEIVED', 'APPLIED')
            ORDER BY e.id
            """)
        .param("application", payment.application())
        .param("payment", payment.id())
        .query(
            (row, i) ->
                new MoneySource(
                    row.getString("method"),
                    row.getString("account"),
                    row.getObject("total_twd", BigDecimal.class)))
        .list();
  }

  /** The ids of the held money with which a cashier settled a payment; none if nobody had to. */
  Set<Long> applied(Payment payment) {
    return jdbc.sql(
            """
            SELECT remittance FROM tuguan.ledger_entry
            WHERE application = :application AND payment = :payment AND kind = 'APPLIED'
            """)
        .param("application", payment.application())
        .param("payment", payment.id())
        .query(Long.class)
        .set();
  }

  private static RevenueShare.Source source(ResultSet row) throws SQLException {
    return new RevenueShare.Source(
        row.getString("agency"), row.getString("layer"), row.getString("article"));
  }

  List<Balance> balances(LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            SELECT l.account, sum(l.debit_twd) AS debit, sum(l.credit_twd) AS credit
            FROM tuguan.ledger_line l JOIN tuguan.ledger_entry e ON e.id = l.entry
            WHERE e.day BETWEEN :from AND :to GROUP BY l.account ORDER BY l.account
            """)
        .param("from", from)
        .param("to", to)
        .query(
            (row, i) ->
                new Balance(
                    LedgerAccount.of(row.getString("account")),
                    row.getObject("debit", BigDecimal.class),
                    row.getObject("credit", BigDecimal.class)))
        .list();
  }

  /** Newest first. */
  List<Row> list(LocalDate from, LocalDate to, long before, int limit) {
    Map<Long, List<LedgerLine>> lines = new LinkedHashMap<>();
    Map<Long, Head> heads = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT e.id, e.at, e.day, e.kind, e.application, e.payment, e.remittance, e.refund, l.account, l.debit_twd,
              l.credit_twd, l.agency, l.layer, l.article
            FROM (SELECT * FROM tuguan.ledger_entry
                  WHERE day BETWEEN :from AND :to AND (:before = 0 OR id < :before) ORDER BY id DESC LIMIT :limit) e
            JOIN tuguan.ledger_line l ON l.entry = e.id ORDER BY e.id DESC, l.position
            """)
        .param("from", from)
        .param("to", to)
        .param("before", before)
        .param("limit", limit)
        .query(
            row -> {
              long id = row.getLong("id");
              heads.put(id, head(row));
              lines.computeIfAbsent(id, any -> new ArrayList<>()).add(line(row));
            });
    return heads.entrySet().stream()
        .map(
            each ->
                new Row(
                    each.getKey(),
                    each.getValue().at(),
                    each.getValue().day(),
                    each.getValue().about(),
                    new LedgerEntry(each.getValue().kind(), lines.get(each.getKey()))))
        .toList();
  }

  private record Head(Instant at, LocalDate day, LedgerEntry.Kind kind, About about) {}

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        JdbcPayments.instant(row, "at"),
        row.getObject("day", LocalDate.class),
        LedgerEntry.Kind.valueOf(row.getString("kind")),
        new About(
            row.getObject("application", Long.class),
            row.getObject("payment", Long.class),
            row.getObject("remittance", Long.class),
            row.getObject("refund", Long.class)));
  }

  private static LedgerLine line(ResultSet row) throws SQLException {
    return new LedgerLine(
        LedgerAccount.of(row.getString("account")),
        row.getObject("debit_twd", BigDecimal.class),
        row.getObject("credit_twd", BigDecimal.class),
        source(row));
  }
}
