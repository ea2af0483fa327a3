package org.tuguan.api.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;

/** The requests for layers in the database. The transaction is the caller's. */
@Repository
class JdbcLayerRequests {
  private static final String SELECT =
      """
      SELECT r.*, g.number AS agreement_number
      FROM tuguan.layer_request r LEFT JOIN tuguan.agreement g ON g.id = r.agreement
      """;

  private final JdbcClient jdbc;

  JdbcLayerRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The open ones first, those that are due soonest before others; then the newest. */
  List<LayerRequest> list() {
    return jdbc.sql(
            SELECT
                + """
                ORDER BY r.state <> 'OPEN', CASE WHEN r.state = 'OPEN' THEN r.due END, r.id DESC LIMIT 5000
                """)
        .query((row, i) -> request(row))
        .list();
  }

  Optional<LayerRequest> lock(String number) {
    return jdbc.sql(SELECT + "WHERE r.number = :number FOR UPDATE OF r")
        .param("number", number)
        .query((row, i) -> request(row))
        .optional();
  }

  /** The open one of this side for this layer. */
  Optional<LayerRequest> findOpen(String layer, Optional<String> agency, Optional<Long> partner) {
    return jdbc.sql(
            SELECT
                + """
                WHERE r.state = 'OPEN' AND r.layer = :layer
                  AND r.from_agency IS NOT DISTINCT FROM CAST(:agency AS text)
                  AND r.from_partner IS NOT DISTINCT FROM CAST(:partner AS bigint)
                """)
        .param("layer", layer)
        .param("agency", agency.orElse(null))
        .param("partner", partner.orElse(null))
        .query((row, i) -> request(row))
        .optional();
  }

  /** False if there is an open one for the layer. */
  boolean insert(LayerRequest request, String by) {
    return jdbc.sql(
                """
                INSERT INTO tuguan.layer_request (number, layer, title, owner, from_agency, from_partner, purpose, state,
                  due, created, created_by)
                VALUES (:number, :layer, :title, :owner, :agency, :partner, :purpose, 'OPEN', :due, :now, :by)
                ON CONFLICT DO NOTHING
                """)
            .param("number", request.number())
            .param("layer", request.layer())
            .param("title", request.title())
            .param("owner", request.owner())
            .param("agency", request.fromAgency().orElse(null), Types.VARCHAR)
            .param("partner", request.fromPartner().orElse(null), Types.BIGINT)
            .param("purpose", request.purpose())
            .param("due", request.due())
            .param("now", Rows.at(request.created()))
            .param("by", by)
            .update()
        == 1;
  }

  void answer(
      long id,
      LayerRequest.State state,
      String reason,
      Optional<Long> agreement,
      Instant now,
      String by) {
    jdbc.sql(
            """
            UPDATE tuguan.layer_request SET state = :state, reason = :reason, agreement = :agreement,
              answered = :now, answered_by = :by WHERE id = :id
            """)
        .param("state", state.name())
        .param("reason", reason)
        .param("agreement", agreement.orElse(null), Types.BIGINT)
        .param("now", Rows.at(now))
        .param("by", by)
        .param("id", id)
        .update();
  }

  /** Marks the open ones that are due by a day and of which nobody was reminded, and gives them. */
  List<LayerRequest> remind(LocalDate by, LocalDate today) {
    return jdbc.sql(
            """
            UPDATE tuguan.layer_request SET reminded = :today
            WHERE state = 'OPEN' AND due <= :by AND reminded IS NULL
            RETURNING *, NULL AS agreement_number
            """)
        .param("by", by)
        .param("today", today)
        .query((row, i) -> request(row))
        .list();
  }

  private static LayerRequest request(ResultSet row) throws SQLException {
    return new LayerRequest(
        row.getLong("id"),
        row.getString("number"),
        row.getString("layer"),
        row.getString("title"),
        row.getString("owner"),
        Optional.ofNullable(row.getString("from_agency")),
        Optional.ofNullable(row.getObject("from_partner", Long.class)),
        row.getString("purpose"),
        LayerRequest.State.valueOf(row.getString("state")),
        JdbcAgreements.day(row, "due").orElseThrow(),
        row.getString("reason"),
        Optional.ofNullable(row.getString("agreement_number")),
        row.getBoolean("demo"),
        Rows.instant(row, "created"),
        Rows.findInstant(row, "answered"));
  }
}
