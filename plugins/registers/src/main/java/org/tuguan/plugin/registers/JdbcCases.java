package org.tuguan.plugin.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The cases in the database. */
@Repository
class JdbcCases {
  private static final String SELECT =
      """
      SELECT *, ST_X(location) AS lon, ST_Y(location) AS lat FROM plugin_registers.register_case
      """;
  private static final String COLUMNS =
      """
      title = :title, category = :category, state = :state, agency = :agency, handler = :handler,
        manager = :manager, opened = :opened, runs_from = :runsFrom, due = :due, closed = :closed,
        fields = :fields::jsonb, location = ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)
      """;
  private static final int ROC = 1911;
  private static final int ROWS_AT_ONCE = 500;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final JdbcClient jdbc;

  JdbcCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A line in the history of a case. */
  record Event(Instant at, String actor, String kind, String state, String note) {}

  Optional<Case> findByNumber(String number) {
    return jdbc.sql(SELECT + " WHERE number = :number")
        .param("number", number)
        .query((row, i) -> read(row))
        .optional();
  }

  List<Case> list(JdbcCaseFilter filter, LocalDate today) {
    JdbcCaseFilter.Where where = filter.where(today, true);
    return jdbc.sql(
            SELECT + " WHERE " + where.sql() + " ORDER BY opened DESC, id DESC LIMIT :limit")
        .params(where.parameters())
        .param("limit", filter.limit())
        .query((row, i) -> read(row))
        .list();
  }

  /** All pages together, as the database gives them: within a transaction, not all at once. */
  void each(JdbcCaseFilter filter, LocalDate today, Consumer<Case> use) {
    JdbcCaseFilter.Where where = filter.where(today, false);
    try (Stream<Case> rows =
        jdbc
            .sql(SELECT + " WHERE " + where.sql() + " ORDER BY opened DESC, id DESC")
            .withFetchSize(ROWS_AT_ONCE)
            .params(where.parameters())
            .query((row, i) -> read(row))
            .stream()) {
      rows.forEach(use);
    }
  }

  long count(JdbcCaseFilter filter, LocalDate today) {
    JdbcCaseFilter.Where where = filter.where(today, false);
    return jdbc.sql("SELECT count(*) FROM plugin_registers.register_case WHERE " + where.sql())
        .params(where.parameters())
        .query(Long.class)
        .single();
  }

  /**
   * Takes the next number of the register and year, which is given back if the transaction fails.
   */
  String nextNumber(Register register, int year) {
    long last =
        jdbc.sql(
                """
                INSERT INTO plugin_registers.case_number (register, year, last)
                VALUES (:register, :year, 1)
                ON CONFLICT (register, year) DO UPDATE SET last = case_number.last + 1
                RETURNING last
                """)
            .param("register", register.id())
            .param("year", year - ROC)
            .query(Long.class)
            .single();
    return "%s-%d-%06d".formatted(register.prefix(), year - ROC, last);
  }

  long insert(Case one) {
    return bound(
            "INSERT INTO plugin_registers.register_case (number, register, synthetic, title, category,"
                + " state, agency, handler, manager, opened, runs_from, due, closed, fields, location)"
                + " VALUES (:number, :register, :synthetic, :title, :category, :state, :agency,"
                + " :handler, :manager, :opened, :runsFrom, :due, :closed, :fields::jsonb,"
                + " ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)) RETURNING id",
            one)
        .param("number", one.number())
        .param("register", one.register())
        .param("synthetic", one.synthetic())
        .query(Long.class)
        .single();
  }

  /** False if it has another version by now. */
  boolean update(Case one) {
    return bound(
                "UPDATE plugin_registers.register_case SET version = version + 1, "
                    + COLUMNS
                    + " WHERE id = :id AND version = :version",
                one)
            .param("id", one.id())
            .param("version", one.version())
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec bound(String sql, Case one) {
    return jdbc.sql(sql)
        .param("title", one.title())
        .param("category", one.category())
        .param("state", one.state())
        .param("agency", one.agency())
        .param("handler", one.handler())
        .param("manager", one.manager())
        .param("opened", one.opened())
        .param("runsFrom", one.runsFrom())
        .param("due", one.due().orElse(null))
        .param("closed", one.closed().orElse(null))
        .param("fields", JSON.writeValueAsString(one.fields()))
        .param("lon", one.lon().orElse(null))
        .param("lat", one.lat().orElse(null));
  }

  void note(long id, Event event) {
    jdbc.sql(
            """
            INSERT INTO plugin_registers.case_event (case_id, at, actor, kind, state, note)
            VALUES (:id, :at, :actor, :kind, :state, :note)
            """)
        .param("id", id)
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .param("actor", event.actor())
        .param("kind", event.kind())
        .param("state", event.state())
        .param("note", event.note())
        .update();
  }

  List<Event> listEvents(long id) {
    return jdbc.sql("SELECT * FROM plugin_registers.case_event WHERE case_id = :id ORDER BY id")
        .param("id", id)
        .query(
            (row, i) ->
                new Event(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    row.getString("kind"),
                    row.getString("state"),
                    row.getString("note")))
        .list();
  }

  /**
   * Open ones whose last day is up to this day, by id.
   *
   * @param after id of the last one of the page before
   */
  List<Case> listDue(LocalDate until, long after, int limit) {
    return jdbc.sql(
            SELECT
                + " WHERE closed IS NULL AND due <= :until AND id > :after ORDER BY id LIMIT"
                + " :limit")
        .param("until", until)
        .param("after", after)
        .param("limit", limit)
        .query((row, i) -> read(row))
        .list();
  }

  /** False if this reminder went out already. */
  boolean remind(long id, String kind, LocalDate due, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO plugin_registers.reminder (case_id, kind, due, at)
                VALUES (:id, :kind, :due, :at) ON CONFLICT DO NOTHING
                """)
            .param("id", id)
            .param("kind", kind)
            .param("due", due)
            .param("at", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Registers that are empty then begin their numbers anew. */
  void deleteSynthetic() {
    jdbc.sql("DELETE FROM plugin_registers.register_case WHERE synthetic").update();
    jdbc.sql(
            """
            DELETE FROM plugin_registers.case_number n WHERE NOT EXISTS (
              SELECT FROM plugin_registers.register_case c WHERE c.register = n.register)
            """)
        .update();
  }

  private static Case read(ResultSet row) throws SQLException {
    Map<String, Object> fields =
        JSON.readValue(row.getString("fields"), new TypeReference<Map<String, Object>>() {});
    return new Case(
        row.getLong("id"),
        row.getString("number"),
        row.getString("register"),
        row.getString("title"),
        row.getString("category"),
        row.getString("state"),
        row.getString("agency"),
        row.getString("handler"),
        row.getString("manager"),
        row.getObject("opened", LocalDate.class),
        row.getObject("runs_from", LocalDate.class),
        Optional.ofNullable(row.getObject("due", LocalDate.class)),
        Optional.ofNullable(row.getObject("closed", LocalDate.class)),
        fields,
        Optional.ofNullable((Double) row.getObject("lon")),
        Optional.ofNullable((Double) row.getObject("lat")),
        row.getBoolean("synthetic"),
        row.getInt("version"));
  }
}
