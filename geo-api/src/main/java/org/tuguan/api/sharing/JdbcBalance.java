package org.tuguan.api.sharing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.LocalText;

/** How much was used under agreements, and who shares with whom. */
@Repository
class JdbcBalance {
  private static final String USED =
      """
      SELECT a.direction, a.layer, coalesce(sum(u.uses), 0)::bigint AS uses,
             coalesce(sum(u.count), 0)::bigint AS count, coalesce(sum(u.bytes), 0)::bigint AS bytes
      FROM tuguan.agreement_access a
      LEFT JOIN tuguan.usage_day u ON u.layer = a.layer AND u.class = 'use'
        AND (u.agency = a.agency OR u.partner = a.partner)
        AND u.day BETWEEN a.first_day AND least(coalesce(a.last_day, :today), :today)
      WHERE a.agreement = :agreement
      GROUP BY a.direction, a.layer
      """;

  /** The giver is the agency that answers for the layer, or the side that keeps the data. */
  private static final String LINKS =
      """
      SELECT giver, taker, count(DISTINCT item) AS layers, array_agg(DISTINCT number) AS numbers,
             sum(uses)::bigint AS uses
      FROM (
        SELECT CASE WHEN l.direction = 'GIVEN' THEN 'agency:' || coalesce(y.agency, g.agency)
                    ELSE coalesce('agency:' || coalesce(y.agency, g.with_agency), 'partner:' || g.with_partner) END AS giver,
               CASE WHEN l.direction = 'GIVEN' THEN coalesce('agency:' || g.with_agency, 'partner:' || g.with_partner)
                    ELSE 'agency:' || g.agency END AS taker,
               coalesce(l.layer, l.title) AS item, g.number, coalesce(u.uses, 0) AS uses
        FROM tuguan.agreement g
        JOIN tuguan.agreement_layer l ON l.agreement = g.id
        LEFT JOIN tuguan.layer y ON y.name = l.layer
        LEFT JOIN LATERAL (
          SELECT sum(d.uses) AS uses FROM tuguan.usage_day d
          WHERE d.layer = l.layer AND d.class = 'use' AND d.day BETWEEN g.first_day AND :today
            AND (d.agency = CASE l.direction WHEN 'GIVEN' THEN g.with_agency ELSE g.agency END
              OR d.partner = CASE l.direction WHEN 'GIVEN' THEN g.with_partner END)) AS u ON true
        WHERE g.state IN ('IN_FORCE', 'EXPIRING')) AS flows
      WHERE giver <> taker
      GROUP BY giver, taker
      ORDER BY layers DESC, giver, taker
      """;

  private final JdbcClient jdbc;

  JdbcBalance(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Use of one layer by the side that gets it, while the agreement is or was in force. */
  record Use(long uses, long count, long bytes) {
    static final Use NONE = new Use(0, 0, 0);
  }

  private record Row(List<String> key, Use use) {}

  /** By direction and layer. */
  Map<List<String>, Use> uses(long agreement, LocalDate today) {
    Map<List<String>, Use> uses = new HashMap<>();
    jdbc.sql(USED)
        .param("agreement", agreement)
        .param("today", today)
        .query(
            (row, i) ->
                new Row(
                    List.of(row.getString("direction"), row.getString("layer")),
                    new Use(row.getLong("uses"), row.getLong("count"), row.getLong("bytes"))))
        .list()
        .forEach(each -> uses.put(each.key(), each.use()));
    return uses;
  }

  /**
   * What flows from one side to another under agreements that are in force.
   *
   * @param from {@code agency:ID} or {@code partner:ID}
   * @param agreements numbers
   * @param uses while they were in force
   */
  record Link(String from, String to, long layers, long uses, List<String> agreements) {}

  List<Link> listLinks(LocalDate today) {
    return jdbc.sql(LINKS)
        .param("today", today)
        .query(
            (row, i) ->
                new Link(
                    row.getString("giver"),
                    row.getString("taker"),
                    row.getLong("layers"),
                    row.getLong("uses"),
                    List.of((String[]) row.getArray("numbers").getArray())))
        .list();
  }

  /** Titles of layers by name. */
  Map<String, LocalText> titles() {
    Map<String, LocalText> titles = new HashMap<>();
    jdbc.sql("SELECT name, title_zh, title_en FROM tuguan.layer")
        .query(
            (row, i) ->
                Map.entry(
                    row.getString("name"),
                    new LocalText(row.getString("title_zh"), row.getString("title_en"))))
        .list()
        .forEach(each -> titles.put(each.getKey(), each.getValue()));
    return titles;
  }

  static LocalText title(AgreementLayer layer, Map<String, LocalText> titles) {
    Optional<LocalText> known = layer.layer().map(titles::get).filter(Objects::nonNull);
    return known.orElse(LocalText.same(layer.title()));
  }
}
