package org.tuguan.api.sharing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.LocalText;

/** What sides of agreements are called, and where they are written to. */
@Repository
class JdbcSides {
  private static final String ACTIVE =
      "SELECT DISTINCT email FROM tuguan.account WHERE state = 'ACTIVE' AND email IS NOT NULL AND ";

  private final JdbcClient jdbc;

  JdbcSides(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Named(String id, LocalText name) {}

  /** By {@code agency:ID} and {@code partner:ID}. */
  Map<String, LocalText> names() {
    Map<String, LocalText> names = new HashMap<>();
    jdbc.sql(
            """
            SELECT 'agency:' || id AS id, name_zh, name_en FROM tuguan.agency
            UNION ALL SELECT 'partner:' || id, name, name FROM tuguan.partner
            """)
        .query(
            (row, i) ->
                new Named(
                    row.getString("id"),
                    new LocalText(row.getString("name_zh"), row.getString("name_en"))))
        .list()
        .forEach(each -> names.put(each.id(), each.name()));
    return names;
  }

  boolean isThere(Optional<String> agency, Optional<Long> partner) {
    Map<String, LocalText> names = names();
    return agency.map(id -> names.containsKey("agency:" + id)).orElse(true)
        && partner.map(id -> names.containsKey("partner:" + id)).orElse(true);
  }

  /** Partners that agreements can be made with. */
  List<SideJson> listPartners() {
    return jdbc.sql("SELECT id, name FROM tuguan.partner ORDER BY name, id")
        .query(
            (row, i) ->
                new SideJson(null, row.getLong("id"), LocalText.same(row.getString("name"))))
        .list();
  }

  /** Officers, the owners of agencies, and the people of a partner. */
  List<String> listAddresses(List<String> agencies, Optional<Long> partner, boolean officers) {
    return jdbc.sql(
            ACTIVE
                + """
                ((:officers AND 'OFFICER' = ANY (roles))
                  OR (agency = ANY (:agencies) AND 'OWNER' = ANY (roles))
                  OR partner = CAST(:partner AS bigint))
                ORDER BY email
                """)
        .param("officers", officers)
        .param("agencies", agencies.toArray(String[]::new))
        .param("partner", partner.orElse(null))
        .query(String.class)
        .list();
  }
}
