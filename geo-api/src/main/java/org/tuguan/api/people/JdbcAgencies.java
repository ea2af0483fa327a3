package org.tuguan.api.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.LocalText;

/** The agencies in the database, with their history. The transaction is the caller's. */
@Repository
public class JdbcAgencies {
  private static final String INSERT =
      """
      INSERT INTO tuguan.agency (id, position, name_zh, name_en, first_level, parent, exists_from,
        seen_from, exists_until, notes)
      VALUES (:id, :position, :zh, :en, :firstLevel, :parent, :from, :seen, :until, :notes)
      ON CONFLICT DO NOTHING
      """;
  private static final String CHANGE =
      """
      UPDATE tuguan.agency SET position = :position, name_zh = :zh, name_en = :en,
        first_level = :firstLevel, parent = :parent, exists_from = :from, seen_from = :seen,
        exists_until = :until, notes = :notes
      WHERE id = :id
      """;

  private final JdbcClient jdbc;

  public JdbcAgencies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Former(String agency, AgencyEntry.FormerName name) {}

  /** All that there are and were, in their order. */
  public List<AgencyEntry> list() {
    Map<String, List<AgencyEntry.FormerName>> names =
        jdbc
            .sql("SELECT * FROM tuguan.agency_former_name ORDER BY used_until NULLS LAST, id")
            .query((row, i) -> new Former(row.getString("agency"), formerName(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Former::agency, Collectors.mapping(Former::name, Collectors.toList())));
    return jdbc.sql("SELECT * FROM tuguan.agency ORDER BY position, id")
        .query((row, i) -> agency(row, names.getOrDefault(row.getString("id"), List.of())))
        .list();
  }

  Optional<AgencyEntry> find(String id) {
    return list().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** False if there is one of this id. */
  boolean insert(AgencyEntry agency) {
    if (bind(INSERT, agency).update() == 0) {
      return false;
    }
    insertFormerNames(agency);
    return true;
  }

  /** Former names and all. */
  void change(AgencyEntry agency) {
    bind(CHANGE, agency).update();
    jdbc.sql("DELETE FROM tuguan.agency_former_name WHERE agency = :id")
        .param("id", agency.id())
        .update();
    insertFormerNames(agency);
  }

  private void insertFormerNames(AgencyEntry agency) {
    for (AgencyEntry.FormerName each : agency.formerNames()) {
      jdbc.sql(
              """
              INSERT INTO tuguan.agency_former_name (agency, name_zh, name_en, used_from, used_until)
              VALUES (:agency, :zh, :en, :from, :until)
              """)
          .param("agency", agency.id())
          .param("zh", each.name().zh())
          .param("en", each.name().en())
          .param("from", each.from().orElse(null), Types.DATE)
          .param("until", each.until().orElse(null), Types.DATE)
          .update();
    }
  }

  private JdbcClient.StatementSpec bind(String sql, AgencyEntry agency) {
    return jdbc.sql(sql)
        .param("id", agency.id())
        .param("position", agency.position())
        .param("zh", agency.name().zh())
        .param("en", agency.name().en())
        .param("firstLevel", agency.firstLevel())
        .param("parent", agency.parent().orElse(null), Types.VARCHAR)
        .param("from", agency.existsFrom().orElse(null), Types.DATE)
        .param("seen", agency.seenFrom().orElse(null), Types.DATE)
        .param("until", agency.existsUntil().orElse(null), Types.DATE)
        .param("notes", agency.notes());
  }

  private static AgencyEntry agency(ResultSet row, List<AgencyEntry.FormerName> formerNames)
      throws SQLException {
    return new AgencyEntry(
        row.getString("id"),
        row.getInt("position"),
        text(row),
        row.getBoolean("first_level"),
        Optional.ofNullable(row.getString("parent")),
        day(row, "exists_from"),
        day(row, "seen_from"),
        day(row, "exists_until"),
        row.getString("notes"),
        formerNames);
  }

  private static AgencyEntry.FormerName formerName(ResultSet row) throws SQLException {
    return new AgencyEntry.FormerName(text(row), day(row, "used_from"), day(row, "used_until"));
  }

  private static LocalText text(ResultSet row) throws SQLException {
    return new LocalText(row.getString("name_zh"), row.getString("name_en"));
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }
}
