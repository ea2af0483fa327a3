package org.tuguan.plugin.coverage.layer;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tuguan.plugin.coverage.figure.Measured;
import org.tuguan.plugin.coverage.inventory.Inventory;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;

/** Rows of the tables that the layers show. To be called in a transaction. */
@Component
class PostGisLayerTables {
  private static final double SQUARE_METRES = 10_000;
  static final Column GEOMETRY = new Column("geom", "bytea");

  /** A table that is followed has each statement looked at, so that there must be few. */
  private static final int ROWS_PER_STATEMENT = 2_000;

  private final JdbcTemplate database;

  PostGisLayerTables(JdbcTemplate database) {
    this.database = database;
  }

  /** A column, and its type in the database; bytea is WKB in EPSG:3826. */
  record Column(String name, String type) {
    String value() {
      return type.equals("bytea") ? "ST_SetSRID(ST_GeomFromWKB(%s), 3826)".formatted(name) : name;
    }
  }

  private void replace(String table, List<Column> columns, List<Object[]> rows) {
    database.update("DELETE FROM plugin_coverage." + table);
    insert(table, columns, rows);
  }

  /** Adds rows, each with a value for every column. */
  void insert(String table, List<Column> columns, List<Object[]> rows) {
    String sql =
        "INSERT INTO plugin_coverage.%s (%s) SELECT %s FROM unnest(%s) AS given (%s)"
            .formatted(
                table,
                joined(columns, Column::name),
                joined(columns, Column::value),
                joined(columns, column -> "?::" + column.type() + "[]"),
                joined(columns, Column::name));
    for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
      List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT));
      database.update(sql, statement -> bind(statement, columns, some));
    }
  }

  private static String joined(List<Column> columns, Function<Column, String> text) {
    return columns.stream().map(text).collect(Collectors.joining(", "));
  }

  private static void bind(PreparedStatement statement, List<Column> columns, List<Object[]> rows)
      throws SQLException {
    for (int column = 0; column < columns.size(); column++) {
      String type = columns.get(column).type();
      Object[] values = type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
      for (int row = 0; row < values.length; row++) {
        values[row] = rows.get(row)[column];
      }
      statement.setArray(column + 1, statement.getConnection().createArrayOf(type, values));
    }
  }

  static byte[] wkb(Geometry geometry) {
    return new WKBWriter().write(geometry);
  }

  /**
   * @param technologies those of the stations
   */
  void footprint(List<Polygon> parts, String technologies, Inventory inventory) {
    String version = inventory.version();
    List<Object[]> rows = new ArrayList<>();
    for (Polygon part : parts) {
      rows.add(
          new Object[] {
            rows.size() + 1, technologies, Date.valueOf(inventory.on()), version, wkb(part)
          });
    }
    replace(
        "footprint",
        List.of(
            new Column("id", "int4"),
            new Column("technology", "text"),
            new Column("inventory_date", "date"),
            new Column("inventory_version", "text"),
            GEOMETRY),
        rows);
  }

  void timesCovered(Map<Integer, List<Polygon>> depths, LocalDate on) {
    List<Object[]> rows = new ArrayList<>();
    depths.forEach(
        (times, polygons) ->
            polygons.forEach(
                polygon ->
                    rows.add(
                        new Object[] {rows.size() + 1, times, Date.valueOf(on), wkb(polygon)})));
    replace(
        "times_covered",
        List.of(
            new Column("id", "int4"),
            new Column("times", "int4"),
            new Column("inventory_date", "date"),
            GEOMETRY),
        rows);
  }

  void uncovered(Measured measured) {
    Census census = measured.once().spread().census();
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < census.units().size(); i++) {
      Unit unit = census.units().get(i);
      double covered = measured.once().covered(i);
      rows.add(
          new Object[] {
            unit.id(),
            unit.village().name(),
            unit.village().districtName(),
            unit.people(),
            Math.round(covered * 10) / 10.0,
            Math.round((unit.people() - covered) / unit.zone().area() * SQUARE_METRES * 100)
                / 100.0,
            Date.valueOf(census.date()),
            Date.valueOf(measured.inventory().on()),
            wkb(multi(unit.zone().geometry()))
          });
    }
    replace(
        "uncovered",
        List.of(
            new Column("id", "text"),
            new Column("village", "text"),
            new Column("district", "text"),
            new Column("people", "int4"),
            new Column("covered", "float8"),
            new Column("uncovered_per_ha", "float8"),
            new Column("census_date", "date"),
            new Column("inventory_date", "date"),
            GEOMETRY),
        rows);
  }

  /** Nobody was counted, so that nobody is uncovered. */
  void nobodyUncovered() {
    database.update("DELETE FROM plugin_coverage.uncovered");
  }

  private static Geometry multi(Geometry geometry) {
    return geometry instanceof MultiPolygon
        ? geometry
        : geometry.getFactory().createMultiPolygon(new Polygon[] {(Polygon) geometry});
  }

  /**
   * @param bands ground by the weakest signal on it, in dBm
   */
  void signal(Map<Integer, List<Polygon>> bands, String model, LocalDate on) {
    List<Object[]> rows = new ArrayList<>();
    bands.forEach(
        (least, polygons) ->
            polygons.forEach(
                polygon ->
                    rows.add(
                        new Object[] {
                          rows.size() + 1, least, model, Date.valueOf(on), wkb(polygon)
                        })));
    replace(
        "signal",
        List.of(
            new Column("id", "int4"),
            new Column("least_dbm", "int4"),
            new Column("model", "text"),
            new Column("inventory_date", "date"),
            GEOMETRY),
        rows);
  }
}
