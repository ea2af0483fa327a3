package org.tuguan.api.usage;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Months of single records: made ahead, emptied of names, taken away, and added up again. */
@Repository
class JdbcUsageUpkeep {
  private static final String MONTHS =
      """
      SELECT to_date(right(relname, 7), 'YYYY_MM')
      FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
      WHERE inhparent = 'tuguan.usage_record'::regclass AND relname ~ '^usage_record_\\d{4}_\\d{2}$'
      ORDER BY 1
      """;

  private static final String COMPARE =
      """
      SELECT count(*) FILTER (WHERE known.uses IS NOT DISTINCT FROM again.uses
                                AND known.count IS NOT DISTINCT FROM again.count
                                AND known.bytes IS NOT DISTINCT FROM again.bytes) AS same,
             count(*) AS sums, coalesce(sum(again.uses), 0)::bigint AS uses,
             min(coalesce(known.day, again.day)) FILTER (
               WHERE (known.uses, known.count, known.bytes) IS DISTINCT FROM (again.uses, again.count, again.bytes)) AS first
      FROM (SELECT * FROM tuguan.usage_day WHERE day >= ? AND day < ?) AS known
      FULL JOIN (%s) AS again
        ON (known.day, known.layer, known.class, known.service, known.operation)
             = (again.day, again.layer, again.class, again.service, again.operation)
           AND coalesce(known.agency, '') = coalesce(again.agency, '')
           AND coalesce(known.partner, -1) = coalesce(again.partner, -1)
           AND coalesce(known.key, -1) = coalesce(again.key, -1)
      """;

  private final JdbcTemplate jdbc;

  JdbcUsageUpkeep(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The months of which there are single records. */
  List<YearMonth> listMonths() {
    return jdbc.query(MONTHS, (row, i) -> YearMonth.from(row.getObject(1, LocalDate.class)));
  }

  void make(YearMonth month) {
    jdbc.query("SELECT tuguan.usage_partition(?)", row -> {}, first(month));
  }

  /** The sums of days stay. */
  void drop(YearMonth month) {
    jdbc.execute("DROP TABLE IF EXISTS tuguan." + table(month));
  }

  /**
   * Takes the names of accounts out of a month's records.
   *
   * @return how many there were
   */
  int forgetNames(YearMonth month) {
    return jdbc.update(
        "UPDATE tuguan.%s SET account = NULL WHERE account IS NOT NULL".formatted(table(month)));
  }

  private static String table(YearMonth month) {
    return "usage_record_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
  }

  private static Date first(YearMonth month) {
    return Date.valueOf(month.atDay(1));
  }

  /**
   * A month added up again.
   *
   * @param sums of days, by all that they are told apart by
   * @param same those that agree
   * @param uses that the records say
   * @param first day on which something does not agree; null if there is none
   */
  record Comparison(long sums, long same, long uses, LocalDate first) {}

  @Transactional(readOnly = true)
  Comparison compare(YearMonth month) {
    return jdbc.queryForObject(
        COMPARE.formatted(JdbcUsageDelivery.SUMS.formatted("tuguan." + table(month))),
        (row, i) ->
            new Comparison(
                row.getLong("sums"),
                row.getLong("same"),
                row.getLong("uses"),
                row.getObject("first", LocalDate.class)),
        first(month),
        first(month.plusMonths(1)));
  }
}
