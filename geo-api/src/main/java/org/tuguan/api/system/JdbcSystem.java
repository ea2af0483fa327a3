package org.tuguan.api.system;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;

/** What the database says of itself and of the jobs that it keeps. */
@Repository
class JdbcSystem {
  private static final int MOST_JOBS = 200;

  private final JdbcClient jdbc;

  JdbcSystem(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of PostgreSQL and PostGIS. */
  record Versions(String postgresql, String postgis) {}

  /**
   * A job, run once across nodes.
   *
   * @param next when it is due; in the past if it is late or under way
   * @param lastSuccess null if there was none, as are the others
   * @param node that works on it; null if none does
   */
  record Job(
      String name,
      String instance,
      Instant next,
      Instant lastSuccess,
      Instant lastFailure,
      int failures,
      String node) {}

  Versions versions() {
    return jdbc.sql("SELECT current_setting('server_version') AS db, postgis_lib_version() AS gis")
        .query((row, i) -> new Versions(row.getString("db"), row.getString("gis")))
        .single();
  }

  /** Those that fail first, then by when they are due. */
  List<Job> jobs() {
    return jdbc.sql(
            """
            SELECT task_name, task_instance, execution_time, last_success, last_failure,
              coalesce(consecutive_failures, 0) AS failures, picked_by
            FROM tuguan.scheduled_task
            ORDER BY coalesce(consecutive_failures, 0) DESC, execution_time
            LIMIT ?
            """)
        .param(MOST_JOBS)
        .query((row, i) -> job(row))
        .list();
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getString("task_name"),
        row.getString("task_instance"),
        Rows.instant(row, "execution_time"),
        Rows.findInstant(row, "last_success").orElse(null),
        Rows.findInstant(row, "last_failure").orElse(null),
        row.getInt("failures"),
        row.getString("picked_by"));
  }
}
