package org.tuguan.api.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;
import org.tuguan.core.LocalText;

/** What applications are for, from their quotes. */
@Repository
class JdbcOrders {
  private final JdbcClient jdbc;

  JdbcOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  OrderedData get(long application) {
    List<OrderedData.OrderedLayer> layers =
        jdbc.sql(
                """
                SELECT l.*, public.ST_AsBinary(l.area) AS wkb FROM tuguan.quote_layer l
                JOIN tuguan.application a ON a.quote = l.quote
                WHERE a.id = :application ORDER BY l.position
                """)
            .param("application", application)
            .query((row, i) -> layer(row))
            .list();
    return jdbc.sql(
            """
            SELECT q.formats, q.crs, q.standard, q.standard_version,
              coalesce(p.name, g.name_zh, nullif(u.display_name, ''), u.name) AS licensee
            FROM tuguan.application a JOIN tuguan.quote q ON q.id = a.quote
            JOIN tuguan.account u ON u.name = a.account
            LEFT JOIN tuguan.partner p ON p.id = a.partner
            LEFT JOIN tuguan.agency g ON g.id = a.agency
            WHERE a.id = :application
            """)
        .param("application", application)
        .query(
            (row, i) ->
                new OrderedData(
                    Rows.texts(row, "formats"),
                    row.getString("crs"),
                    standard(row),
                    row.getString("licensee"),
                    layers))
        .single();
  }

  /** How much data it takes, about, as they are uncompressed. */
  long bytes(long application) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(l.bytes), 0) * greatest(1, max(cardinality(q.formats)))
            FROM tuguan.application a JOIN tuguan.quote q ON q.id = a.quote
            JOIN tuguan.quote_layer l ON l.quote = q.id WHERE a.id = :application
            """)
        .param("application", application)
        .query(Long.class)
        .single();
  }

  private static String standard(ResultSet row) throws SQLException {
    return row.getString("standard") == null
        ? ""
        : row.getString("standard")
            + " "
            + Objects.requireNonNullElse(row.getString("standard_version"), "");
  }

  private static OrderedData.OrderedLayer layer(ResultSet row) throws SQLException {
    return new OrderedData.OrderedLayer(
        row.getString("layer"),
        row.getString("agency"),
        new LocalText(row.getString("title_zh"), row.getString("title_en")),
        Rows.findGeometry(row, "wkb"),
        row.getLong("features"),
        Rows.instant(row, "updated"));
  }
}
