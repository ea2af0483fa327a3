package org.tuguan.api.processes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.LocalText;

/** The jobs; each statement is a transaction of its own, so that progress is seen. */
@Repository
class JdbcProcessJobs {
  private static final String COLUMNS =
      "id, process, account, inputs::text, status, progress, message_zh, message_en, results::text, created, started, finished";

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcProcessJobs(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param account who asked; empty for the public
   * @param inputs JSON as it was sent
   * @param status accepted, running, successful, failed or dismissed
   * @param progress percent
   * @param results JSON; empty until it is successful
   */
  record Job(
      UUID id,
      String process,
      Optional<String> account,
      String inputs,
      String status,
      int progress,
      LocalText message,
      Optional<String> results,
      Instant created,
      Optional<Instant> started,
      Optional<Instant> finished) {
    Job {
      Objects.requireNonNull(id);
      Objects.requireNonNull(status);
    }

    boolean isOver() {
      return finished.isPresent();
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  void insert(UUID id, String process, Optional<String> account, String inputs) {
    jdbc.sql(
            """
            INSERT INTO tuguan.process_job (id, process, account, inputs, status, created)
            VALUES (?, ?, ?, CAST(? AS jsonb), 'accepted', ?)
            """)
        .params(id, process, account.orElse(null), inputs, now())
        .update();
  }

  /**
   * How many of somebody's jobs wait or run; others who ask wait until this transaction is over.
   *
   * @param account empty for the public
   */
  int lockAndCount(Optional<String> account) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:account, 43))")
        .param("account", account.orElse(""))
        .query(row -> {});
    return jdbc.sql(
            """
            SELECT count(*) FROM tuguan.process_job
            WHERE account IS NOT DISTINCT FROM CAST(? AS text) AND finished IS NULL
            """)
        .param(account.orElse(null))
        .query(Integer.class)
        .single();
  }

  Optional<Job> find(UUID id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM tuguan.process_job WHERE id = ?")
        .param(id)
        .query(JdbcProcessJobs::job)
        .optional();
  }

  /** The latest first. */
  List<Job> listOf(String account, int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM tuguan.process_job WHERE account = ? ORDER BY created DESC LIMIT ?")
        .params(account, limit)
        .query(JdbcProcessJobs::job)
        .list();
  }

  /** False if it is over already. */
  boolean start(UUID id) {
    return jdbc.sql(
                """
                UPDATE tuguan.process_job SET status = 'running', started = ?
                WHERE id = ? AND finished IS NULL
                """)
            .params(now(), id)
            .update()
        == 1;
  }

  /** False if nobody wants it any more. */
  boolean progress(UUID id, int percent, LocalText step) {
    return jdbc.sql(
                """
                UPDATE tuguan.process_job SET progress = ?, message_zh = ?, message_en = ?
                WHERE id = ? AND status = 'running'
                """)
            .params(percent, step.zh(), step.en(), id)
            .update()
        == 1;
  }

  /** Only the first end counts. */
  boolean finish(UUID id, String status, LocalText message, Optional<String> results) {
    return jdbc.sql(
                """
                UPDATE tuguan.process_job
                SET status = :status, message_zh = :zh, message_en = :en, results = CAST(:results AS jsonb),
                  finished = :now, progress = CASE WHEN :status = 'successful' THEN 100 ELSE progress END
                WHERE id = :id AND finished IS NULL
                """)
            .param("status", status)
            .param("zh", message.zh())
            .param("en", message.en())
            .param("results", results.orElse(null), Types.VARCHAR)
            .param("now", now())
            .param("id", id)
            .update()
        == 1;
  }

  void deleteBefore(Instant moment) {
    jdbc.sql("DELETE FROM tuguan.process_job WHERE finished < ?")
        .param(moment.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Job job(ResultSet row, int number) throws SQLException {
    return new Job(
        row.getObject(1, UUID.class),
        row.getString(2),
        Optional.ofNullable(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getInt(6),
        new LocalText(row.getString(7), row.getString(8)),
        Optional.ofNullable(row.getString(9)),
        row.getObject(10, OffsetDateTime.class).toInstant(),
        instant(row, 11),
        instant(row, 12));
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
