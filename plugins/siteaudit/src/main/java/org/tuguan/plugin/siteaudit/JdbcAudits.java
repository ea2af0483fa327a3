package org.tuguan.plugin.siteaudit;

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

/** What was found, in the database. */
@Repository
class JdbcAudits {
  private final JdbcClient jdbc;

  JdbcAudits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if one of the site is waiting or under way. */
  boolean want(long site, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO plugin_siteaudit.audit (site, wanted, state) VALUES (:site, :now, 'WANTED')
                ON CONFLICT (site) WHERE state IN ('WANTED', 'RUNNING') DO NOTHING
                """)
            .param("site", site)
            .param("now", at(now))
            .update()
        == 1;
  }

  /** Every site that is to be looked at by now and is not waiting for it already. */
  int wantDue(Instant now) {
    return jdbc.sql(
            """
            INSERT INTO plugin_siteaudit.audit (site, wanted, state)
            SELECT id, :now, 'WANTED' FROM plugin_siteaudit.site s
            WHERE active AND NOT synthetic AND NOT EXISTS (
              SELECT FROM plugin_siteaudit.audit a
              WHERE a.site = s.id AND a.wanted > :now - make_interval(days => s.every_days))
            ON CONFLICT (site) WHERE state IN ('WANTED', 'RUNNING') DO NOTHING
            """)
        .param("now", at(now))
        .update();
  }

  /**
   * The next that waits, taken; also one that somebody took before {@code stale} and did not
   * finish.
   */
  Optional<Audit> take(Instant now, Instant stale) {
    return jdbc.sql(
            """
            UPDATE plugin_siteaudit.audit SET state = 'RUNNING', started = :now
            WHERE id = (
              SELECT id FROM plugin_siteaudit.audit
              WHERE state = 'WANTED' OR state = 'RUNNING' AND started < :stale
              ORDER BY wanted, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """)
        .param("now", at(now))
        .param("stale", at(stale))
        .query((row, i) -> audit(row))
        .optional();
  }

  /** Gives back one that was taken: it waits again. */
  void putBack(long id) {
    jdbc.sql(
            """
            UPDATE plugin_siteaudit.audit SET state = 'WANTED', started = NULL
            WHERE id = :id AND state = 'RUNNING'
            """)
        .param("id", id)
        .update();
  }

  void fail(long id, String why, Instant now) {
    jdbc.sql(
            """
            UPDATE plugin_siteaudit.audit SET state = 'FAILED', why = :why, finished = :now
            WHERE id = :id
            """)
        .param("why", why)
        .param("now", at(now))
        .param("id", id)
        .update();
  }

  /** Writes what was found; once. */
  void finish(Audit audit, Instant now) {
    jdbc.sql(
            """
            UPDATE plugin_siteaudit.audit SET state = 'DONE', finished = :now, pages = :pages,
              links = :links, broken = :broken, untried = :untried, newest = :newest, fresh = :fresh,
              required = :required, missing = :missing, questions = :questions, answered = :answered
            WHERE id = :id
            """)
        .param("now", at(now))
        .param("pages", audit.pages())
        .param("links", audit.links())
        .param("broken", audit.broken())
        .param("untried", audit.untried())
        .param("newest", audit.newest().orElse(null))
        .param("fresh", audit.fresh().orElse(null))
        .param("required", audit.required())
        .param("missing", audit.missing().toArray(String[]::new))
        .param("questions", audit.questions())
        .param("answered", audit.answered())
        .param("id", audit.id())
        .update();
  }

  void insertBroken(long audit, BrokenLink link) {
    jdbc.sql(
            """
            INSERT INTO plugin_siteaudit.broken_link (audit, page, link, status, reason)
            VALUES (:audit, :page, :link, :status, :reason)
            """)
        .param("audit", audit)
        .param("page", link.page())
        .param("link", link.link())
        .param("status", link.status())
        .param("reason", link.reason())
        .update();
  }

  List<BrokenLink> listBroken(long audit) {
    return jdbc.sql(
            """
            SELECT page, link, status, reason FROM plugin_siteaudit.broken_link
            WHERE audit = :audit ORDER BY page, link
            """)
        .param("audit", audit)
        .query(
            (row, i) ->
                new BrokenLink(row.getString(1), row.getString(2), row.getInt(3), row.getString(4)))
        .list();
  }

  Optional<Audit> find(long id) {
    return jdbc.sql("SELECT * FROM plugin_siteaudit.audit WHERE id = :id")
        .param("id", id)
        .query((row, i) -> audit(row))
        .optional();
  }

  /** Of a site, newest first. */
  List<Audit> listOf(long site, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM plugin_siteaudit.audit WHERE site = :site ORDER BY wanted DESC, id DESC
            LIMIT :limit
            """)
        .param("site", site)
        .param("limit", limit)
        .query((row, i) -> audit(row))
        .list();
  }

  /** The last of each site that ended before a moment. */
  List<Audit> listLast(Instant before) {
    return jdbc.sql(
            """
            SELECT DISTINCT ON (site) * FROM plugin_siteaudit.audit
            WHERE finished < :before ORDER BY site, finished DESC, id DESC
            """)
        .param("before", at(before))
        .query((row, i) -> audit(row))
        .list();
  }

  /** Those that ended within two moments, oldest first. */
  List<Audit> listEnded(Instant from, Instant before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM plugin_siteaudit.audit
            WHERE finished >= :from AND finished < :before ORDER BY finished, id LIMIT :limit
            """)
        .param("from", at(from))
        .param("before", at(before))
        .param("limit", limit)
        .query((row, i) -> audit(row))
        .list();
  }

  /** The sites that wait or are under way. */
  List<Long> listOpen() {
    return jdbc.sql("SELECT site FROM plugin_siteaudit.audit WHERE state IN ('WANTED', 'RUNNING')")
        .query(Long.class)
        .list();
  }

  private static Audit audit(ResultSet row) throws SQLException {
    return new Audit(
        row.getLong("id"),
        row.getLong("site"),
        Audit.State.valueOf(row.getString("state")),
        row.getObject("wanted", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("finished", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getString("why"),
        row.getInt("pages"),
        row.getInt("links"),
        row.getInt("broken"),
        row.getInt("untried"),
        Optional.ofNullable(row.getObject("newest", LocalDate.class)),
        Optional.ofNullable(row.getObject("fresh", Boolean.class)),
        row.getInt("required"),
        List.of((String[]) row.getArray("missing").getArray()),
        row.getInt("questions"),
        row.getInt("answered"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
