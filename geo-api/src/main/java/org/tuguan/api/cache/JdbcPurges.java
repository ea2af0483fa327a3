package org.tuguan.api.cache;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;

/**
 * Purges as all nodes are told of them: lines of the change log about a table {@code tuguan.tile},
 * which is not there, with the layer in place of the key column (empty for all layers) and the box
 * in degrees.
 */
@Repository
class JdbcPurges {
  private static final String ADD =
      """
      WITH told AS (SELECT pg_notify('tuguan_changes', ''))
      INSERT INTO tuguan.change_log (schema_name, table_name, key_column, geometry_column, boxes)
      SELECT 'tuguan', 'tile', :layer, '', :box::double precision[] FROM told
      RETURNING id
      """;
  private static final String SINCE =
      """
      SELECT id, key_column, boxes FROM tuguan.change_log
      WHERE schema_name = 'tuguan' AND table_name = 'tile'
        AND transaction >= pg_snapshot_xmin(:moment::pg_snapshot)
        AND NOT pg_visible_in_snapshot(transaction, :moment::pg_snapshot)
        AND pg_visible_in_snapshot(transaction, :now::pg_snapshot)
      ORDER BY id
      """;

  private final JdbcClient jdbc;

  JdbcPurges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A purge and its number in the log. */
  record Told(long id, Purge purge) {}

  /** Tells all nodes; the number in the log. */
  long add(Purge purge) {
    Double[] sides =
        purge
            .box()
            .map(box -> new Double[] {box.minX(), box.minY(), box.maxX(), box.maxY()})
            .orElse(null);
    return jdbc.sql(ADD)
        .param("layer", purge.layer().orElse(""))
        .param("box", sides)
        .query(Long.class)
        .single();
  }

  /** The present moment, as PostgreSQL writes a snapshot. */
  String moment() {
    return jdbc.sql("SELECT pg_current_snapshot()::text").query(String.class).single();
  }

  /** What one moment did not see and a later one does. */
  List<Told> listBetween(String moment, String now) {
    return jdbc.sql(SINCE)
        .param("moment", moment)
        .param("now", now)
        .query((row, i) -> new Told(row.getLong(1), purge(row)))
        .list();
  }

  private static Purge purge(ResultSet row) throws SQLException {
    Array boxes = row.getArray(3);
    return new Purge(
        Optional.of(row.getString(2)).filter(layer -> !layer.isEmpty()),
        boxes == null ? Optional.empty() : Optional.of(box((Double[]) boxes.getArray())));
  }

  private static Bounds box(Double[] sides) {
    return new Bounds(Crs.CRS84, sides[0], sides[1], sides[2], sides[3]);
  }
}
