package org.tuguan.api.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.Rows;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.sharing.AgreementState;

/** The agreements in the database (migration V013). The transaction is the caller's. */
@Repository
class JdbcAgreements {
  private static final String SELECT =
      "SELECT *, public.ST_AsBinary(area) AS wkb FROM tuguan.agreement ";

  private static final String SET =
      """
      SET agency = :agency, with_agency = :withAgency, with_partner = :withPartner, purpose = :purpose,
        legal_ground = :ground, approval = :approval, area_name = :areaName, valid_from = :from,
        valid_until = :until, per_minute = :perMinute, per_month = :perMonth, changed = :now
      """;

  private final JdbcClient jdbc;

  JdbcAgreements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param kind a state, or what was done
   */
  record Event(Instant at, String actor, String kind, String reason) {}

  List<Agreement> list() {
    Map<Long, List<AgreementLayer>> layers = layers();
    return jdbc.sql(SELECT + "ORDER BY id DESC LIMIT 5000")
        .query((row, i) -> agreement(row, layers))
        .list();
  }

  Optional<Agreement> findByNumber(String number) {
    return jdbc.sql(SELECT + "WHERE number = :number")
        .param("number", number)
        .query((row, i) -> agreement(row, layers(row.getLong("id"))))
        .optional();
  }

  /** As it is, not to be changed by anybody else until the transaction of this thread ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Agreement lock(long id) {
    return jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query((row, i) -> agreement(row, layers(id)))
        .single();
  }

  /**
   * Ids of those that the calendar moves on a day, as {@link
   * org.tuguan.core.sharing.AgreementTerm#stateOn} says.
   *
   * @param notice days before the last one from which on they are expiring
   */
  List<Long> listDue(LocalDate today, int notice) {
    return jdbc.sql(
            """
            SELECT id FROM tuguan.agreement
            WHERE state IN ('SIGNED', 'IN_FORCE', 'EXPIRING') AND valid_until < :today
              OR state = 'SIGNED' AND valid_from <= :today
              OR state = 'IN_FORCE' AND valid_until <= :noticed
            ORDER BY id
            """)
        .param("today", today)
        .param("noticed", today.plusDays(notice))
        .query(Long.class)
        .list();
  }

  /**
   * @return id of the new draft
   */
  long insert(String number, Agreement.Sides sides, Agreement.Terms terms, Instant now, String by) {
    return jdbc.sql(
            """
            INSERT INTO tuguan.agreement (number, state, agency, with_agency, with_partner, purpose, legal_ground,
              approval, area_name, valid_from, valid_until, per_minute, per_month, created, created_by, changed)
            VALUES (:number, 'DRAFT', :agency, :withAgency, :withPartner, :purpose, :ground, :approval, :areaName,
              :from, :until, :perMinute, :perMonth, :now, :by, :now)
            RETURNING id
            """)
        .param("number", number)
        .param("by", by)
        .params(words(sides, terms, now))
        .query(Long.class)
        .single();
  }

  void change(long id, Agreement.Sides sides, Agreement.Terms terms, Instant now) {
    jdbc.sql("UPDATE tuguan.agreement " + SET + " WHERE id = :id")
        .param("id", id)
        .params(words(sides, terms, now))
        .update();
  }

  private static Map<String, Object> words(
      Agreement.Sides sides, Agreement.Terms terms, Instant now) {
    Map<String, Object> words = new HashMap<>();
    words.put("agency", sides.agency());
    words.put("withAgency", sides.withAgency().orElse(null));
    words.put("withPartner", sides.withPartner().orElse(null));
    words.put("purpose", terms.purpose());
    words.put("ground", terms.legalGround());
    words.put("approval", terms.approval());
    words.put("areaName", terms.areaName());
    words.put("from", terms.from());
    words.put("until", terms.until());
    words.put("perMinute", terms.perMinute().orElse(null));
    words.put("perMonth", terms.perMonth().orElse(null));
    words.put("now", Rows.at(now));
    return words;
  }

  /**
   * @param geoJson a polygon or several; empty for everywhere
   */
  void setArea(long id, Optional<String> geoJson) {
    try {
      jdbc.sql(
              """
              UPDATE tuguan.agreement SET area = ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Force2D(
                ST_SetSRID(ST_GeomFromGeoJSON(CAST(:json AS text)), 4326))), 3)) WHERE id = :id
              """)
          .param("json", geoJson.orElse(null), Types.VARCHAR)
          .param("id", id)
          .update();
    } catch (DataAccessException e) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "area",
          new LocalText("範圍不是可讀的多邊形", "a Polygon or MultiPolygon in GeoJSON, longitude first"),
          e);
    }
  }

  void setLayers(long id, List<AgreementLayer> layers) {
    jdbc.sql("DELETE FROM tuguan.agreement_layer WHERE agreement = :id").param("id", id).update();
    for (int i = 0; i < layers.size(); i++) {
      AgreementLayer each = layers.get(i);
      jdbc.sql(
              """
              INSERT INTO tuguan.agreement_layer
                (agreement, position, direction, layer, title, rights, charged_twd, value_twd, value_note)
              VALUES (:id, :position, :direction, :layer, :title, :rights, :charged, :value, :note)
              """)
          .param("id", id)
          .param("position", i)
          .param("direction", each.direction().name())
          .param("layer", each.layer().orElse(null), Types.VARCHAR)
          .param("title", each.title())
          .param(
              "rights",
              each.rights().stream().sorted().map(Enum::name).toArray(String[]::new),
              Types.ARRAY)
          .param("charged", each.charged())
          .param("value", each.value().orElse(null), Types.NUMERIC)
          .param("note", each.valueNote())
          .update();
    }
  }

  void setState(long id, AgreementState state, Agreement.Force force, Instant now) {
    jdbc.sql(
            """
            UPDATE tuguan.agreement SET state = :state, first_day = :first, last_day = :last, changed = :now
            WHERE id = :id
            """)
        .param("state", state.name())
        .param("first", force.first().orElse(null), Types.DATE)
        .param("last", force.last().orElse(null), Types.DATE)
        .param("now", Rows.at(now))
        .param("id", id)
        .update();
  }

  void note(long id, Event event) {
    jdbc.sql(
            """
            INSERT INTO tuguan.agreement_event (agreement, at, actor, kind, reason)
            VALUES (:id, :at, :actor, :kind, :reason)
            """)
        .param("id", id)
        .param("at", Rows.at(event.at()))
        .param("actor", event.actor())
        .param("kind", event.kind())
        .param("reason", event.reason())
        .update();
  }

  List<Event> listEvents(long id) {
    return jdbc.sql("SELECT * FROM tuguan.agreement_event WHERE agreement = :id ORDER BY id")
        .param("id", id)
        .query(
            (row, i) ->
                new Event(
                    Rows.instant(row, "at"),
                    row.getString("actor"),
                    row.getString("kind"),
                    row.getString("reason")))
        .list();
  }

  private List<AgreementLayer> layers(long id) {
    return jdbc.sql("SELECT * FROM tuguan.agreement_layer WHERE agreement = :id ORDER BY position")
        .param("id", id)
        .query((row, i) -> layer(row))
        .list();
  }

  private record Owned(long agreement, AgreementLayer layer) {}

  private Map<Long, List<AgreementLayer>> layers() {
    return jdbc
        .sql("SELECT * FROM tuguan.agreement_layer ORDER BY agreement, position")
        .query((row, i) -> new Owned(row.getLong("agreement"), layer(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Owned::agreement, Collectors.mapping(Owned::layer, Collectors.toList())));
  }

  private static AgreementLayer layer(ResultSet row) throws SQLException {
    return new AgreementLayer(
        AgreementLayer.Direction.valueOf(row.getString("direction")),
        Optional.ofNullable(row.getString("layer")),
        row.getString("title"),
        Arrays.stream((String[]) row.getArray("rights").getArray())
            .map(Right::valueOf)
            .collect(Collectors.toSet()),
        row.getBigDecimal("charged_twd"),
        Optional.ofNullable(row.getBigDecimal("value_twd")),
        row.getString("value_note"));
  }

  private static Agreement agreement(ResultSet row, Map<Long, List<AgreementLayer>> layers)
      throws SQLException {
    return agreement(row, layers.getOrDefault(row.getLong("id"), Collections.emptyList()));
  }

  private static Agreement agreement(ResultSet row, List<AgreementLayer> layers)
      throws SQLException {
    return new Agreement(
        row.getLong("id"),
        row.getString("number"),
        AgreementState.valueOf(row.getString("state")),
        new Agreement.Sides(
            row.getString("agency"),
            Optional.ofNullable(row.getString("with_agency")),
            Optional.ofNullable(row.getObject("with_partner", Long.class))),
        terms(row),
        layers,
        row.getBoolean("demo"),
        Rows.instant(row, "created"),
        Rows.instant(row, "changed"),
        new Agreement.Force(day(row, "first_day"), day(row, "last_day")));
  }

  private static Agreement.Terms terms(ResultSet row) throws SQLException {
    return new Agreement.Terms(
        row.getString("purpose"),
        row.getString("legal_ground"),
        row.getString("approval"),
        Rows.findGeometry(row, "wkb"),
        row.getString("area_name"),
        day(row, "valid_from").orElseThrow(),
        day(row, "valid_until").orElseThrow(),
        Optional.ofNullable(row.getObject("per_minute", Integer.class)),
        Optional.ofNullable(row.getObject("per_month", Long.class)));
  }

  static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }
}
