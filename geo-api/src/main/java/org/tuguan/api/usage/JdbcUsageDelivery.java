package org.tuguan.api.usage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.sharing.ledger.JournalBatch;
import org.tuguan.core.sharing.ledger.UsageLine;

/**
 * Takes batches of the journal into the ledger: the records, the sums of days and how far the run
 * has come, in one transaction, so that they agree at every moment and nothing arrives twice.
 */
@Repository
class JdbcUsageDelivery {
  private static final String STAGE =
      "CREATE TEMPORARY TABLE IF NOT EXISTS usage_stage (LIKE tuguan.usage_record) ON COMMIT DELETE ROWS";

  private static final String STAGE_GAPS =
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS usage_stage_gap (LIKE tuguan.usage_gap) ON COMMIT DELETE ROWS;
      ALTER TABLE pg_temp.usage_stage_gap ALTER COLUMN run DROP NOT NULL
      """;

  private static final String MONTHS =
      """
      SELECT tuguan.usage_partition(month)
      FROM (SELECT DISTINCT tuguan.usage_month(at) AS month FROM pg_temp.usage_stage) AS months
      """;

  /** Sums of records; in one order, so that two servers never wait for each other in a ring. */
  static final String SUMS =
      """
      SELECT (at AT TIME ZONE 'Asia/Taipei')::date AS day, agency, partner, key, layer, service, operation, class,
             sum(uses)::bigint AS uses, sum(count)::bigint AS count, sum(bytes)::bigint AS bytes
      FROM %s
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
      """;

  private static final String DAYS =
      """
      INSERT INTO tuguan.usage_day AS known
        (day, agency, partner, key, layer, service, operation, class, uses, count, bytes)
      %s
      ORDER BY 1, 5, 8, 6, 7, 2, 3, 4
      ON CONFLICT (day, layer, class, service, operation, agency, partner, key) DO UPDATE
      SET uses = known.uses + excluded.uses, count = known.count + excluded.count,
          bytes = known.bytes + excluded.bytes
      """
          .formatted(SUMS.formatted("pg_temp.usage_stage"));

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final String node;

  JdbcUsageDelivery(JdbcTemplate jdbc, Clock clock, UsageProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.node = properties.node();
  }

  /** Names the ledger of this database, and no other. */
  UUID ledger() {
    return jdbc.queryForObject("SELECT id FROM tuguan.usage_ledger", UUID.class);
  }

  /** Last sequence of a run that has arrived; 0 if none has. */
  long delivered(UUID run) {
    return jdbc
        .queryForList("SELECT delivered FROM tuguan.usage_run WHERE run = ?", Long.class, run)
        .stream()
        .findFirst()
        .orElse(0L);
  }

  /**
   * @throws IllegalStateException if the run has come to another place than the batch begins at:
   *     ask {@link #delivered}
   */
  @Transactional
  void deliver(JournalBatch batch) {
    move(batch);
    if (batch.records().length > 0) {
      jdbc.execute(STAGE);
      copy("pg_temp.usage_stage (%s)".formatted(UsageLine.RECORD_COLUMNS), batch.records());
      jdbc.query(MONTHS, row -> {});
      jdbc.execute("INSERT INTO tuguan.usage_record SELECT * FROM pg_temp.usage_stage");
      jdbc.execute(DAYS);
    }
    if (batch.gaps().length > 0) {
      jdbc.execute(STAGE_GAPS);
      copy("pg_temp.usage_stage_gap (%s)".formatted(UsageLine.GAP_COLUMNS), batch.gaps());
      jdbc.update(
          """
          INSERT INTO tuguan.usage_gap (run, since, until, records, cause)
          SELECT ?, since, until, records, cause FROM pg_temp.usage_stage_gap
          """,
          batch.run());
    }
  }

  private void move(JournalBatch batch) {
    int moved =
        jdbc.update(
            """
            INSERT INTO tuguan.usage_run AS known (run, node, delivered, at)
            SELECT ?, ?, ?, ? WHERE ? = 0 OR EXISTS (SELECT FROM tuguan.usage_run WHERE run = ?)
            ON CONFLICT (run) DO UPDATE SET delivered = excluded.delivered, at = excluded.at
            WHERE known.delivered = ?
            """,
            batch.run(),
            node,
            batch.to(),
            Timestamp.from(clock.instant()),
            batch.after(),
            batch.run(),
            batch.after());
    if (moved == 0) {
      throw new IllegalStateException("run " + batch.run() + " is not at " + batch.after());
    }
  }

  private void copy(String target, byte[] rows) {
    jdbc.execute(
        (Connection connection) -> {
          try {
            return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                    "COPY %s FROM STDIN (ENCODING 'UTF8')".formatted(target),
                    new ByteArrayInputStream(rows));
          } catch (IOException e) {
            throw new DataAccessResourceFailureException("the batch was cut off", e);
          }
        });
  }
}
