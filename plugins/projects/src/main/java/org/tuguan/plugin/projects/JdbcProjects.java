package org.tuguan.plugin.projects;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The projects in the database. */
@Repository
class JdbcProjects {
  private static final String SELECT =
      """
      SELECT *, ST_X(location) AS lon, ST_Y(location) AS lat FROM plugin_projects.project
      """;
  private static final String INSERT =
      """
      INSERT INTO plugin_projects.project (number, title, agency, kind, officer, manager, budget, granted,
        allotted_q3, allotted, spent, year, tender_due, tendered, failed_tenders, awarded, started,
        completed, location, synthetic)
      VALUES (:number, :title, :agency, :kind, :officer, :manager, :budget, :granted,
        :allottedQ3, :allotted, :spent, :year, :tenderDue, :tendered, :failedTenders, :awarded, :started,
        :completed, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :synthetic)
      ON CONFLICT (number) DO NOTHING RETURNING id
      """;
  private static final String UPDATE =
      """
      UPDATE plugin_projects.project SET title = :title, agency = :agency, kind = :kind,
        officer = :officer, manager = :manager, budget = :budget, granted = :granted,
        allotted_q3 = :allottedQ3, allotted = :allotted, spent = :spent, year = :year,
        tender_due = :tenderDue, tendered = :tendered, failed_tenders = :failedTenders,
        awarded = :awarded, started = :started, completed = :completed,
        location = ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), version = version + 1
      WHERE id = :id AND version = :version
      """;

  private final JdbcClient jdbc;

  JdbcProjects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A point of the way, with the day on which it is to be reached and was. */
  record CheckPoint(int position, String title, LocalDate planned, Optional<LocalDate> reached) {}

  Optional<Project> find(long id) {
    return jdbc.sql(SELECT + " WHERE id = :id")
        .param("id", id)
        .query((row, i) -> project(row))
        .optional();
  }

  /** All of a year's budget, by agency and number. */
  List<Project> listOfYear(int year) {
    return jdbc.sql(SELECT + " WHERE year = :year ORDER BY agency, number")
        .param("year", year)
        .query((row, i) -> project(row))
        .list();
  }

  /** All that were awarded by a day and not completed before another. */
  List<Project> listRunning(LocalDate from, LocalDate until) {
    return jdbc.sql(
            SELECT
                + """
                 WHERE awarded <= :until AND (completed IS NULL OR completed >= :from)
                 ORDER BY agency, number
                """)
        .param("from", from.minusMonths(1))
        .param("until", until)
        .query((row, i) -> project(row))
        .list();
  }

  /** All that were not awarded by a day and were to be tendered within these days. */
  List<Project> listWaiting(LocalDate day, LocalDate from, LocalDate until) {
    return jdbc.sql(
            SELECT
                + """
                 WHERE (awarded IS NULL OR awarded > :day) AND tender_due BETWEEN :from AND :until
                 ORDER BY agency, number
                """)
        .param("day", day)
        .param("from", from)
        .param("until", until)
        .query((row, i) -> project(row))
        .list();
  }

  /** The years that have projects, newest first. */
  List<Integer> listYears() {
    return jdbc.sql("SELECT DISTINCT year FROM plugin_projects.project ORDER BY year DESC")
        .query(Integer.class)
        .list();
  }

  /** Empty if there is one of this number. */
  Optional<Long> insert(Project project) {
    return bound(INSERT, project)
        .param("number", project.number())
        .param("synthetic", project.synthetic())
        .query(Long.class)
        .optional();
  }

  /** False if it has another version by now. */
  boolean update(Project project) {
    return bound(UPDATE, project)
            .param("id", project.id())
            .param("version", project.version())
            .update()
        == 1;
  }

  /** Gives a project the next version; false if it has another than this by now. */
  boolean touch(long id, int version) {
    return jdbc.sql(
                """
                UPDATE plugin_projects.project SET version = version + 1
                WHERE id = :id AND version = :version
                """)
            .param("id", id)
            .param("version", version)
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec bound(String sql, Project project) {
    Project.Stages stages = project.stages();
    Project.Money money = project.money();
    return jdbc.sql(sql)
        .param("title", project.title())
        .param("agency", project.agency())
        .param("kind", project.kind().name())
        .param("officer", project.people().officer())
        .param("manager", project.people().manager())
        .param("budget", money.budget())
        .param("granted", project.granted())
        .param("allottedQ3", money.allottedByQ3())
        .param("allotted", money.allotted())
        .param("spent", money.spent())
        .param("year", project.year())
        .param("tenderDue", stages.tenderDue())
        .param("tendered", stages.tendered().orElse(null))
        .param("failedTenders", stages.failedTenders())
        .param("awarded", stages.awarded().orElse(null))
        .param("started", stages.started().orElse(null))
        .param("completed", stages.completed().orElse(null))
        .param("lon", project.lon().orElse(null))
        .param("lat", project.lat().orElse(null));
  }

  void deleteSynthetic() {
    jdbc.sql("DELETE FROM plugin_projects.project WHERE synthetic").update();
  }

  List<CheckPoint> listCheckPoints(long project) {
    return jdbc.sql(
            "SELECT * FROM plugin_projects.check_point WHERE project = :id ORDER BY position")
        .param("id", project)
        .query(
            (row, i) ->
                new CheckPoint(
                    row.getInt("position"),
                    row.getString("title"),
                    row.getObject("planned", LocalDate.class),
                    day(row, "reached")))
        .list();
  }

  /** Takes the place of those that were there. */
  void replaceCheckPoints(long project, List<CheckPoint> points) {
    jdbc.sql("DELETE FROM plugin_projects.check_point WHERE project = :id")
        .param("id", project)
        .update();
    for (CheckPoint point : points) {
      jdbc.sql(
              """
              INSERT INTO plugin_projects.check_point (project, position, title, planned, reached)
              VALUES (:project, :position, :title, :planned, :reached)
              """)
          .param("project", project)
          .param("position", point.position())
          .param("title", point.title())
          .param("planned", point.planned())
          .param("reached", point.reached().orElse(null))
          .update();
    }
  }

  private static Project project(ResultSet row) throws SQLException {
    return new Project(
        row.getLong("id"),
        row.getString("number"),
        row.getString("title"),
        row.getString("agency"),
        ProjectKind.valueOf(row.getString("kind")),
        new Project.People(row.getString("officer"), row.getString("manager")),
        new Project.Money(
            row.getBigDecimal("budget"),
            row.getBigDecimal("allotted_q3"),
            row.getBigDecimal("allotted"),
            row.getBigDecimal("spent")),
        row.getBoolean("granted"),
        row.getInt("year"),
        new Project.Stages(
            row.getObject("tender_due", LocalDate.class),
            day(row, "tendered"),
            row.getInt("failed_tenders"),
            day(row, "awarded"),
            day(row, "started"),
            day(row, "completed")),
        Optional.ofNullable(row.getBigDecimal("lon")).map(BigDecimal::doubleValue),
        Optional.ofNullable(row.getBigDecimal("lat")).map(BigDecimal::doubleValue),
        row.getBoolean("synthetic"),
        row.getInt("version"));
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }
}
