package org.tuguan.api.sharing.circulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.sharing.AdoptionEvent;
import org.tuguan.core.sharing.AdoptionRule;
import org.tuguan.core.sharing.AgreementTerm;

/** Rules, targets and published figures, and the events that figures are counted from. */
@Repository
class JdbcCirculation {
  /** Days of use are those of the ledger, in Taipei; so are those of deliveries. */
  private static final String EVENTS =
      """
      SELECT a.agency, a.number AS reference, l.layer,
             (e.at AT TIME ZONE 'Asia/Taipei')::date AS day, 1 AS uses,
             NULL::date AS first_day, NULL::date AS last_day
      FROM tuguan.application_event e
      JOIN tuguan.application a ON a.id = e.application
      JOIN tuguan.application_layer l ON l.application = a.id
      WHERE e.to_state = 'DELIVERED' AND a.agency IS NOT NULL
        AND e.at >= CAST(:from AS date)::timestamp AT TIME ZONE 'Asia/Taipei'
        AND e.at < (CAST(:to AS date) + 1)::timestamp AT TIME ZONE 'Asia/Taipei'
      UNION ALL
      SELECT u.agency, g.number, u.layer, u.day, sum(u.uses)::bigint, g.first_day, g.last_day
      FROM tuguan.agreement_access g
      JOIN tuguan.usage_day u ON u.agency = g.agency AND u.layer = g.layer AND u.class = 'use'
      WHERE u.day BETWEEN CAST(:from AS date) AND CAST(:to AS date)
      GROUP BY u.agency, g.number, u.layer, u.day, g.first_day, g.last_day
      ORDER BY 1, 2, 3, 4
      """;

  /** The usual rule is the latest that is in effect on a day; the first one before any. */
  private static final String GAPS =
      """
      WITH usual AS (
        SELECT version, CASE WHEN lag(version) OVER w IS NULL THEN '-infinity' ELSE effective_from END AS since,
          coalesce(lead(effective_from) OVER w, 'infinity') AS before
        FROM tuguan.adoption_rule WINDOW w AS (ORDER BY effective_from)),
      begun AS (
        SELECT min(f.day) AS day FROM tuguan.circulation_figure f
        JOIN usual u ON u.version = f.rule AND f.day >= u.since AND f.day < u.before)
      SELECT d.day::date AS day
      FROM generate_series(CAST(:from AS date)::timestamp, CAST(:last AS date)::timestamp, interval '1 day') AS d (day)
      JOIN usual u ON d.day >= u.since AND d.day < u.before
      WHERE (d.day >= (SELECT day FROM begun) OR d.day = CAST(:last AS date)) AND NOT EXISTS (
        SELECT FROM tuguan.circulation_figure f WHERE f.day = d.day::date AND f.rule = u.version)
      ORDER BY 1
      """;

  private final JdbcClient jdbc;

  JdbcCirculation(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of these days, both included. */
  List<AdoptionEvent> listEvents(LocalDate from, LocalDate to) {
    return jdbc.sql(EVENTS)
        .param("from", from)
        .param("to", to)
        .query((row, i) -> event(row))
        .list();
  }

  private static AdoptionEvent event(ResultSet row) throws SQLException {
    LocalDate first = row.getObject("first_day", LocalDate.class);
    Optional<LocalDate> last = Optional.ofNullable(row.getObject("last_day", LocalDate.class));
    return new AdoptionEvent(
        row.getString("agency"),
        row.getString("reference"),
        row.getString("layer"),
        row.getObject("day", LocalDate.class),
        row.getLong("uses"),
        Optional.ofNullable(first).map(day -> new AgreementTerm(day, last)));
  }

  /** The latest first. */
  List<AdoptionRule> listRules() {
    return jdbc.sql("SELECT * FROM tuguan.adoption_rule ORDER BY effective_from DESC")
        .query(
            (row, i) ->
                new AdoptionRule(
                    row.getInt("version"),
                    row.getObject("effective_from", LocalDate.class),
                    row.getInt("months"),
                    row.getInt("applications"),
                    row.getLong("uses")))
        .list();
  }

  void insert(AdoptionRule rule, String note, Instant at, String by) {
    jdbc.sql(
            """
            INSERT INTO tuguan.adoption_rule
              (version, effective_from, months, applications, uses, note, made, made_by)
            VALUES (:version, :from, :months, :applications, :uses, :note, :at, :by)
            """)
        .param("version", rule.version())
        .param("from", rule.from())
        .param("months", rule.months())
        .param("applications", rule.applications())
        .param("uses", rule.uses())
        .param("note", note)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .update();
  }

  List<CirculationTarget> listTargets() {
    return jdbc.sql("SELECT * FROM tuguan.circulation_target ORDER BY year")
        .query(
            (row, i) ->
                new CirculationTarget(
                    row.getInt("year"), row.getBigDecimal("target"), row.getString("source")))
        .list();
  }

  void put(CirculationTarget target) {
    jdbc.sql(
            """
            INSERT INTO tuguan.circulation_target (year, target, source) VALUES (:year, :target, :source)
            ON CONFLICT (year) DO UPDATE SET target = excluded.target, source = excluded.source
            """)
        .param("year", target.year())
        .param("target", target.target())
        .param("source", target.source())
        .update();
  }

  /**
   * A figure that was published.
   *
   * @param evidence as {@link EvidenceText} writes it
   */
  record Kept(
      LocalDate day,
      int rule,
      int adopters,
      int agencies,
      String evidence,
      String sha256,
      Instant published) {}

  List<Kept> listKept(Collection<LocalDate> days) {
    return jdbc.sql(
            """
            SELECT * FROM tuguan.circulation_figure WHERE day = ANY (CAST(:days AS date[])) ORDER BY day
            """)
        .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
        .query((row, i) -> kept(row))
        .list();
  }

  /** Some of all that there are, in the order of days and rules. */
  List<Kept> listKeptAfter(LocalDate day, int rule, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM tuguan.circulation_figure WHERE (day, rule) > (:day, :rule)
            ORDER BY day, rule LIMIT :limit
            """)
        .param("day", day)
        .param("rule", rule)
        .param("limit", limit)
        .query((row, i) -> kept(row))
        .list();
  }

  /**
   * Days without a figure by the rule that is usual on them, after the first that has one; the last
   * day at least if it has none.
   *
   * @param from the first day that is looked at
   */
  List<LocalDate> listGaps(LocalDate from, LocalDate last) {
    return jdbc.sql(GAPS)
        .param("from", from)
        .param("last", last)
        .query((row, i) -> row.getObject("day", LocalDate.class))
        .list();
  }

  /** False if this day has been told by this rule already. */
  boolean insert(Kept figure) {
    return jdbc.sql(
                """
                INSERT INTO tuguan.circulation_figure
                  (day, rule, adopters, agencies, evidence, sha256, published)
                VALUES (:day, :rule, :adopters, :agencies, :evidence, :sha256, :published)
                ON CONFLICT (day, rule) DO NOTHING
                """)
            .param("day", figure.day())
            .param("rule", figure.rule())
            .param("adopters", figure.adopters())
            .param("agencies", figure.agencies())
            .param("evidence", figure.evidence())
            .param("sha256", figure.sha256())
            .param("published", figure.published().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getObject("day", LocalDate.class),
        row.getInt("rule"),
        row.getInt("adopters"),
        row.getInt("agencies"),
        row.getString("evidence"),
        row.getString("sha256"),
        row.getObject("published", OffsetDateTime.class).toInstant());
  }

  /** True if the audit trail says that this was published. */
  boolean isInTrail(Kept figure) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM tuguan.audit
              WHERE subject = 'circulation:' || :day AND action = 'circulation.publish'
                AND details LIKE '%' || :sha256 || '%')
            """)
        .param("day", figure.day().toString())
        .param("sha256", figure.sha256())
        .query(Boolean.class)
        .single();
  }
}
