package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.ForgoneFee;

/** What was not charged, by which rule. */
@Repository
class JdbcForgone {
  private final JdbcClient jdbc;

  JdbcForgone(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What one rule took off in a month.
   *
   * @param month for example 2026-12
   * @param full what it would have been without the rule, where that is known
   * @param unknown applications whose full price nobody knows
   */
  record Row(
      String month,
      String rule,
      String article,
      LocalText text,
      long applications,
      BigDecimal full,
      BigDecimal charged,
      long unknown) {
    BigDecimal forgone() {
      return full.subtract(charged);
    }
  }

  boolean isKept(long application) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM tuguan.fee_forgone WHERE application = :id)")
        .param("id", application)
        .query(Boolean.class)
        .single();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(long application, LocalDate day, List<ForgoneFee> rules) {
    for (int i = 0; i < rules.size(); i++) {
      ForgoneFee each = rules.get(i);
      jdbc.sql(
              """
              INSERT INTO tuguan.fee_forgone (application, position, day, rule, article, text_zh, text_en, before_twd,
                after_twd)
              VALUES (:application, :position, :day, :rule, :article, :zh, :en, :before, :after)
              """)
          .param("application", application)
          .param("position", i)
          .param("day", day)
          .param("rule", each.rule().id())
          .param("article", each.rule().article())
          .param("zh", each.rule().text().zh())
          .param("en", each.rule().text().en())
          .param("before", each.amounts().map(ForgoneFee.Amounts::before).orElse(null))
          .param("after", each.amounts().map(ForgoneFee.Amounts::after).orElse(null))
          .update();
    }
  }

  List<Row> list(LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            SELECT to_char(day, 'YYYY-MM') AS month, rule, article, text_zh, text_en, count(*) AS applications,
              coalesce(sum(before_twd), 0) AS before, coalesce(sum(after_twd), 0) AS after,
              count(*) FILTER (WHERE before_twd IS NULL) AS unknown
            FROM tuguan.fee_forgone WHERE day BETWEEN :from AND :to
            GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 3, 2
            """)
        .param("from", from)
        .param("to", to)
        .query(
            (row, i) ->
                new Row(
                    row.getString("month"),
                    row.getString("rule"),
                    row.getString("article"),
                    new LocalText(row.getString("text_zh"), row.getString("text_en")),
                    row.getLong("applications"),
                    row.getObject("before", BigDecimal.class),
                    row.getObject("after", BigDecimal.class),
                    row.getLong("unknown")))
        .list();
  }
}
