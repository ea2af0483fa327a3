package org.tuguan.plugin.coverage.layer;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tuguan.plugin.coverage.layer.PostGisLayerTables.Column;

/**
 * Rows and views of the layers that people asked for: one table for all, a view for each. Changes
 * are to be made in a transaction.
 */
@Component
class PostGisResults {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final List<Column> COLUMNS =
      List.of(
          new Column("result", "int8"),
          new Column("kind", "text"),
          new Column("number", "int4"),
          new Column("site", "text"),
          new Column("technology", "text"),
          new Column("radius_m", "float8"),
          new Column("people", "float8"),
          new Column("cost_twd", "int8"),
          new Column("covered", "float8"),
          new Column("total", "float8"),
          new Column("method", "text"),
          new Column("census_date", "date"),
          new Column("inventory_date", "date"),
          new Column("inventory_version", "text"),
          PostGisLayerTables.GEOMETRY);

  private final JdbcClient database;
  private final JdbcTemplate statements;
  private final PostGisLayerTables tables;

  PostGisResults(JdbcClient database, JdbcTemplate statements, PostGisLayerTables tables) {
    this.database = database;
    this.statements = statements;
    this.tables = tables;
  }

  /** Others wait until this transaction ends. */
  void lock() {
    statements.execute("LOCK TABLE plugin_coverage.result_layer IN SHARE ROW EXCLUSIVE MODE");
  }

  /** The newest first. */
  List<ResultLayer> list() {
    return database
        .sql("SELECT * FROM plugin_coverage.result_layer ORDER BY id DESC")
        .query((row, number) -> entry(row))
        .list();
  }

  Optional<ResultLayer> find(String layer) {
    return database
        .sql("SELECT * FROM plugin_coverage.result_layer WHERE layer = :layer")
        .param("layer", layer)
        .query((row, number) -> entry(row))
        .optional();
  }

  private static ResultLayer entry(ResultSet row) throws SQLException {
    return new ResultLayer(
        row.getLong("id"),
        row.getString("layer"),
        Optional.ofNullable(row.getString("plan")),
        Optional.ofNullable(row.getObject("version", Integer.class)),
        row.getString("title"),
        row.getString("account"),
        row.getObject("made_at", OffsetDateTime.class).toInstant());
  }

  long add(Result result, String account, Instant at) {
    return database
        .sql(
            """
            INSERT INTO plugin_coverage.result_layer (layer, plan, version, title, account, made_at)
            VALUES (:layer, :plan, :version, :title, :account, :at) RETURNING id
            """)
        .param("layer", result.name())
        .param("plan", result.plan().map(Result.PlanVersion::id).orElse(null))
        .param("version", result.plan().map(Result.PlanVersion::version).orElse(null))
        .param("title", result.title().zh())
        .param("account", account)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** Writes ground of one kind: reached, added or lost. */
  void ground(long id, String kind, List<Polygon> parts, Result result) {
    List<Object[]> rows = new ArrayList<>();
    for (Polygon part : parts) {
      rows.add(row(id, kind, null, null, result, part));
    }
    tables.insert("result_feature", COLUMNS, rows);
  }

  void sites(long id, Result result) {
    List<Object[]> rows = new ArrayList<>();
    for (Result.Site site : result.sites()) {
      Geometry point = GEOMETRIES.createPoint(new Coordinate(site.x(), site.y()));
      rows.add(row(id, "site", rows.size() + 1, site, result, point));
    }
    tables.insert("result_feature", COLUMNS, rows);
  }

  private static Object[] row(
      long id, String kind, Integer number, Result.Site site, Result result, Geometry geometry) {
    return new Object[] {
      id,
      kind,
      number,
      site == null ? null : site.id(),
      site == null ? String.join(",", result.figure().technologies()) : site.technology(),
      site == null ? null : site.radiusM(),
      site == null ? null : site.people(),
      site == null ? null : site.costTwd(),
      result.figure().covered(),
      result.figure().total(),
      result.figure().method(),
      Date.valueOf(result.figure().censusDate()),
      Date.valueOf(result.figure().inventoryDate()),
      result.figure().inventoryVersion(),
      PostGisLayerTables.wkb(geometry)
    };
  }

  static String view(long id) {
    return "result_" + id;
  }

  void createView(long id) {
    statements.execute(
        """
        CREATE VIEW plugin_coverage.%s AS
        SELECT id, kind, number, site, technology, radius_m, people, cost_twd, covered, total, method,
               census_date, inventory_date, inventory_version, geom
        FROM plugin_coverage.result_feature WHERE result = %d
        """
            .formatted(view(id), id));
  }

  void remove(ResultLayer layer) {
    statements.execute("DROP VIEW IF EXISTS plugin_coverage." + view(layer.id()));
    database
        .sql("DELETE FROM plugin_coverage.result_layer WHERE id = :id")
        .param("id", layer.id())
        .update();
  }
}
