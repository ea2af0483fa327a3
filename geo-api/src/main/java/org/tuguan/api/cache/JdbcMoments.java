package org.tuguan.api.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.feature.TableRef;

/** Asks the database what moment it is, and what has changed since one. */
@Repository
class JdbcMoments {
  private static final String NOW =
      """
      SELECT current_database() || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())
               || '/' || 'tuguan.change_log'::regclass::oid
               || '/' || (SELECT min(installed_on) FROM tuguan.flyway_schema_history),
             pg_current_snapshot()::text,
             (extract(epoch FROM clock_timestamp()) * 1000)::bigint
      """;
  private static final String SINCE =
      """
      SELECT schema_name, table_name, geometry_column, boxes FROM tuguan.change_log
      WHERE transaction >= pg_snapshot_xmin(:moment::pg_snapshot)
        AND NOT pg_visible_in_snapshot(transaction, :moment::pg_snapshot)
      ORDER BY id LIMIT :limit
      """;

  private final JdbcClient jdbc;

  JdbcMoments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Rows of a table that have changed.
   *
   * @param boxes west, south, east, north in turn, in the table's system; null for anywhere
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Change(String schema, String table, String geometryColumn, Double[] boxes) {
    boolean concerns(TableRef ref) {
      return schema.equals(ref.schema()) && table.equals(ref.table());
    }
  }

  /**
   * @param tracked tables that tell their changes, by the names of their layers
   */
  Moment now(Map<String, TableRef> tracked) {
    Map<String, Long> tables = new HashMap<>();
    tracked.forEach((layer, table) -> tables.put(layer, number(table)));
    return jdbc.sql(NOW)
        .query((row, i) -> new Moment(row.getString(1), row.getString(2), row.getLong(3), tables))
        .single();
  }

  private long number(TableRef table) {
    return jdbc.sql("SELECT coalesce(to_regclass(format('%I.%I', ?::text, ?::text))::oid, 0)")
        .param(table.schema())
        .param(table.table())
        .query(Long.class)
        .single();
  }

  /** True if the database has not come as far as it was then: it was set back. */
  boolean isAhead(Moment moment) {
    return jdbc.sql(
            "SELECT pg_snapshot_xmax(?::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot())")
        .param(moment.snapshot())
        .query(Boolean.class)
        .single();
  }

  /** What a moment did not see yet, up to a number of changes. */
  List<Change> listSince(Moment moment, int limit) {
    return jdbc.sql(SINCE)
        .param("moment", moment.snapshot())
        .param("limit", limit)
        .query((row, i) -> change(row))
        .list();
  }

  private static Change change(ResultSet row) throws SQLException {
    java.sql.Array boxes = row.getArray(4);
    return new Change(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        boxes == null ? null : (Double[]) boxes.getArray());
  }
}
