package org.tuguan.plugin.kpi;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Period;

/** Figures that people entered, in the database. */
@Repository
class JdbcEntries {
  private static final String IN_FORCE =
      """
      SELECT DISTINCT ON (month) id, indicator, month, numerator, denominator, note, document_name,
        entered, entered_by
      FROM plugin_kpi.entry
      WHERE indicator = :indicator AND month BETWEEN :from AND :until
      ORDER BY month, id DESC
      """;

  private final JdbcClient jdbc;

  JdbcEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param document name of the file that it rests on
   */
  record Entry(
      long id,
      String indicator,
      YearMonth month,
      IndicatorValue value,
      String note,
      Optional<String> document,
      Instant entered,
      String enteredBy) {}

  /**
   * @param type media type
   */
  record Document(String name, String type, byte[] content) {}

  /** What counts for each month, by month. */
  List<Entry> list(String indicator, Period period) {
    return jdbc.sql(IN_FORCE)
        .param("indicator", indicator)
        .param("from", period.from().withDayOfMonth(1))
        .param("until", period.until())
        .query((row, i) -> entry(row))
        .list();
  }

  long insert(
      String indicator,
      YearMonth month,
      IndicatorValue value,
      String note,
      Optional<Document> document,
      Instant now,
      String by) {
    return jdbc.sql(
            """
            INSERT INTO plugin_kpi.entry (indicator, month, numerator, denominator, note, document_name,
              document_type, document, entered, entered_by)
            VALUES (:indicator, :month, :numerator, :denominator, :note, :name, :type, :content, :now, :by)
            RETURNING id
            """)
        .param("indicator", indicator)
        .param("month", month.atDay(1))
        .param("numerator", value.numerator())
        .param("denominator", value.denominator())
        .param("note", note)
        .param("name", document.map(Document::name).orElse(null))
        .param("type", document.map(Document::type).orElse(null))
        .param("content", document.map(Document::content).orElse(null))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  Optional<Document> findDocument(long id) {
    return jdbc.sql(
            """
            SELECT document_name, document_type, document FROM plugin_kpi.entry
            WHERE id = :id AND document IS NOT NULL
            """)
        .param("id", id)
        .query((row, i) -> new Document(row.getString(1), row.getString(2), row.getBytes(3)))
        .optional();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    BigDecimal numerator = row.getBigDecimal("numerator");
    return new Entry(
        row.getLong("id"),
        row.getString("indicator"),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        new IndicatorValue(numerator, row.getBigDecimal("denominator")),
        row.getString("note"),
        Optional.ofNullable(row.getString("document_name")),
        row.getObject("entered", OffsetDateTime.class).toInstant(),
        row.getString("entered_by"));
  }
}
