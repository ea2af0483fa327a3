package org.tuguan.plugin.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was entered each month, in the database. */
@Repository
class JdbcProgress {
  private final JdbcClient jdbc;

  JdbcProgress(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of a project in both systems, by month. */
  List<Progress> listOf(long project) {
    return jdbc.sql(
            "SELECT * FROM plugin_projects.progress WHERE project = :project ORDER BY month, system")
        .param("project", project)
        .query((row, i) -> progress(row))
        .list();
  }

  /** Of all projects in one system, of these months. */
  List<Progress> listOf(EntrySystem system, YearMonth from, YearMonth until) {
    return jdbc.sql(
            """
            SELECT * FROM plugin_projects.progress
            WHERE system = :system AND month BETWEEN :from AND :until ORDER BY project, month
            """)
        .param("system", system.name())
        .param("from", from.atDay(1))
        .param("until", until.atDay(1))
        .query((row, i) -> progress(row))
        .list();
  }

  /** A correction keeps the moment of the first entry. */
  void write(Progress progress) {
    jdbc.sql(
            """
            INSERT INTO plugin_projects.progress
              (project, system, month, planned, actual, reason, entered, entered_by)
            VALUES (:project, :system, :month, :planned, :actual, :reason, :entered, :by)
            ON CONFLICT (project, system, month) DO UPDATE SET planned = excluded.planned,
              actual = excluded.actual, reason = excluded.reason, entered_by = excluded.entered_by
            """)
        .param("project", progress.project())
        .param("system", progress.system().name())
        .param("month", progress.month().atDay(1))
        .param("planned", progress.planned())
        .param("actual", progress.actual())
        .param("reason", progress.reason())
        .param("entered", progress.entered().atOffset(ZoneOffset.UTC))
        .param("by", progress.enteredBy())
        .update();
  }

  private static Progress progress(ResultSet row) throws SQLException {
    return new Progress(
        row.getLong("project"),
        EntrySystem.valueOf(row.getString("system")),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getBigDecimal("planned"),
        row.getBigDecimal("actual"),
        row.getString("reason"),
        row.getObject("entered", OffsetDateTime.class).toInstant(),
        row.getString("entered_by"));
  }
}
