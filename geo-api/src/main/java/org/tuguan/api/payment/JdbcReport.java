package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.LocalText;

/** What came in, summed up. */
@Repository
class JdbcReport {
  private final JdbcClient jdbc;

  JdbcReport(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What revenue is summed by. */
  enum By {
    LAYER("layer"),
    AGENCY("agency"),
    ARTICLE("article");

    private final String column;

    By(String column) {
      this.column = column;
    }
  }

  /**
   * @param month in which it was booked, for example 2026-12
   * @param key name of the layer, id of the agency, or article
   * @param applications that something was charged for
   */
  record Row(
      String month,
      String key,
      LocalText title,
      BigDecimal charged,
      BigDecimal refunded,
      long applications) {
    BigDecimal net() {
      return charged.subtract(refunded);
    }
  }

  List<Row> list(By by, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            SELECT r.*, coalesce(g.name_zh, y.title_zh, r.key) AS zh, coalesce(g.name_en, y.title_en, r.key) AS en
            FROM (
              SELECT to_char(e.day, 'YYYY-MM') AS month, l.%1$s AS key, sum(l.credit_twd) AS charged,
                sum(l.debit_twd) AS refunded, count(DISTINCT e.application) FILTER (WHERE l.credit_twd > 0) AS applications
              FROM tuguan.ledger_line l JOIN tuguan.ledger_entry e ON e.id = l.entry
              WHERE l.account LIKE 'revenue:%%' AND e.day BETWEEN :from AND :to
              GROUP BY 1, 2) r
            LEFT JOIN tuguan.agency g ON :by = 'agency' AND g.id = r.key
            LEFT JOIN tuguan.layer y ON :by = 'layer' AND y.name = r.key
            ORDER BY r.month, r.key
            """
                .formatted(by.column))
        .param("from", from)
        .param("to", to)
        .param("by", by.column)
        .query(
            (row, i) ->
                new Row(
                    row.getString("month"),
                    row.getString("key"),
                    new LocalText(row.getString("zh"), row.getString("en")),
                    row.getObject("charged", BigDecimal.class),
                    row.getObject("refunded", BigDecimal.class),
                    row.getLong("applications")))
        .list();
  }

  /** What the books have as revenue, however it is divided. */
  BigDecimal revenue(LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(l.credit_twd - l.debit_twd), 0)
            FROM tuguan.ledger_line l JOIN tuguan.ledger_entry e ON e.id = l.entry
            WHERE l.account LIKE 'revenue:%' AND e.day BETWEEN :from AND :to
            """)
        .param("from", from)
        .param("to", to)
        .query(BigDecimal.class)
        .single();
  }
}
