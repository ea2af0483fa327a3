package org.tuguan.api.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums up use, from the days where it can and from single records where it must. */
@Repository
class JdbcUsage {
  private static final String DAYS = "tuguan.usage_day";

  /** An account's own, which the days do not tell apart. */
  private static final String OF_ACCOUNT =
      """
      (%s) AS own"""
          .formatted(
              JdbcUsageDelivery.SUMS.formatted(
                  """
                  (SELECT * FROM tuguan.usage_record
                   WHERE account = :account
                     AND at >= CAST(:from AS date)::timestamp AT TIME ZONE 'Asia/Taipei'
                     AND at < (CAST(:to AS date) + 1)::timestamp AT TIME ZONE 'Asia/Taipei') AS records"""));

  private final JdbcClient jdbc;

  JdbcUsage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A layer in a month. */
  record Cell(String layer, String month, UsageSum sum) {}

  /**
   * @param times for which records are missing
   * @param records that are known to be missing
   */
  record Gaps(long times, long records) {}

  /** The most used first; days and months in their order. */
  List<UsageSum> list(UsageQuery query, UsageScope scope) {
    boolean inTime = query.by() == UsageGrouping.DAY || query.by() == UsageGrouping.MONTH;
    String sql =
        """
        SELECT %s AS id, sum(uses)::bigint AS uses, sum(count)::bigint AS count, sum(bytes)::bigint AS bytes
        FROM %s
        WHERE %s
        GROUP BY 1
        ORDER BY %s
        """
            .formatted(
                column(query.by()),
                scope instanceof UsageScope.OfAccount ? OF_ACCOUNT : DAYS,
                condition(scope),
                inTime ? "1" : "2 DESC, 1");
    return bind(sql, query, scope).query((row, i) -> sum(row)).list();
  }

  /** For what is told to everyone: by layer and month. */
  List<Cell> listCells(UsageQuery query, UsageScope.Public scope) {
    String sql =
        """
        SELECT layer, %s AS id, sum(uses)::bigint AS uses, sum(count)::bigint AS count, sum(bytes)::bigint AS bytes
        FROM %s
        WHERE %s
        GROUP BY 1, 2
        ORDER BY 1, 2
        """
            .formatted(column(UsageGrouping.MONTH), DAYS, condition(scope));
    return bind(sql, query, scope)
        .query((row, i) -> new Cell(row.getString("layer"), row.getString("id"), sum(row)))
        .list();
  }

  private static UsageSum sum(ResultSet row) throws SQLException {
    return new UsageSum(
        Optional.ofNullable(row.getString("id")),
        row.getLong("uses"),
        row.getLong("count"),
        row.getLong("bytes"));
  }

  private static String column(UsageGrouping by) {
    return switch (by) {
      case LAYER -> "layer";
      case AGENCY -> "coalesce(agency, 'partner:' || partner)";
      case KEY -> "key::text";
      case DAY -> "day::text";
      case MONTH -> "to_char(day, 'YYYY-MM')";
      case SERVICE -> "service";
      case OPERATION -> "service || ' ' || operation";
      case CLASS -> "class";
    };
  }

  private static String condition(UsageScope scope) {
    return """
    day BETWEEN :from AND :to
          AND (CAST(:layer AS text) IS NULL OR layer = :layer)
          AND (CAST(:agency AS text) IS NULL OR coalesce(agency, 'partner:' || partner, 'anonymous') = :agency)
          AND (CAST(:key AS bigint) IS NULL OR key = :key)
          AND (CAST(:class AS text) IS NULL OR class = :class)
          AND %s"""
        .formatted(whose(scope));
  }

  private static String whose(UsageScope scope) {
    if (scope instanceof UsageScope.OfAgency) {
      return "(layer = ANY (:layers) OR agency = :own)";
    }
    if (scope instanceof UsageScope.OfPartner) {
      return "partner = :own";
    }
    if (scope instanceof UsageScope.OfKey) {
      return "key = :own";
    }
    return scope instanceof UsageScope.Public ? "layer = ANY (:layers)" : "true";
  }

  private JdbcClient.StatementSpec bind(String sql, UsageQuery query, UsageScope scope) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql)
            .param("from", query.from())
            .param("to", query.to())
            .param("layer", query.layer().orElse(null))
            .param("agency", query.agency().orElse(null))
            .param("key", query.key().orElse(null))
            .param("class", query.useClass().map(each -> each.code()).orElse(null));
    if (scope instanceof UsageScope.OfAccount own) {
      return statement.param("account", own.account());
    }
    if (scope instanceof UsageScope.OfAgency own) {
      return statement.param("own", own.agency()).param("layers", array(own.layers()));
    }
    if (scope instanceof UsageScope.OfPartner own) {
      return statement.param("own", own.partner());
    }
    if (scope instanceof UsageScope.OfKey own) {
      return statement.param("own", own.key());
    }
    return scope instanceof UsageScope.Public open
        ? statement.param("layers", array(open.layers()))
        : statement;
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  /** Of all servers, for these days in Taipei. */
  Gaps gaps(LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            SELECT count(*), coalesce(sum(records), 0)::bigint FROM tuguan.usage_gap
            WHERE until >= CAST(:from AS date)::timestamp AT TIME ZONE 'Asia/Taipei'
              AND since < (CAST(:to AS date) + 1)::timestamp AT TIME ZONE 'Asia/Taipei'
            """)
        .param("from", from)
        .param("to", to)
        .query((row, i) -> new Gaps(row.getLong(1), row.getLong(2)))
        .single();
  }
}
