package org.tuguan.api.publishing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;

/** What the connected database says about its own tables and views. */
@Repository
class PostGisTables {
  private static final String GEOMETRY_COLUMNS =
      """
      SELECT n.nspname, c.relname, c.relkind IN ('v', 'm', 'f') AS computed, a.attname,
             postgis_typmod_type(a.atttypmod), postgis_typmod_srid(a.atttypmod),
             CASE WHEN c.reltuples < 0 OR c.relkind = 'v' THEN NULL ELSE c.reltuples::bigint END, l.name, l.owned
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN tuguan.layer l ON l.schema_name = n.nspname AND l.table_name = c.relname AND l.geometry_column = a.attname
      WHERE t.typname = 'geometry' AND c.relkind IN ('r', 'v', 'm', 'f', 'p') AND a.attnum > 0 AND NOT a.attisdropped
        AND n.nspname NOT IN ('tuguan', 'pg_catalog', 'information_schema', 'topology', 'tiger', 'tiger_data')
        AND n.nspname NOT LIKE 'pg\\_%' AND NOT c.relispartition
        AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
      ORDER BY n.nspname, c.relname, a.attnum
      """;

  /** Columns that alone are unique and never null, primary keys first. */
  private static final String INDEXED_KEYS =
      """
      SELECT a.attname, format_type(a.atttypid, NULL)
      FROM pg_index i
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
      WHERE i.indrelid = CAST(:table AS regclass) AND i.indisunique AND i.indnkeyatts = 1 AND i.indpred IS NULL
        AND i.indisvalid AND a.attnotnull
      ORDER BY i.indisprimary DESC, a.attnum
      """;

  private static final String COLUMNS =
      """
      SELECT attname, format_type(atttypid, NULL)
      FROM pg_attribute
      WHERE attrelid = CAST(:table AS regclass) AND attnum > 0 AND NOT attisdropped
      ORDER BY attnum
      """;

  private final JdbcClient jdbc;

  PostGisTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A column with geometries.
   *
   * @param computed true for views and foreign tables, which have no indexes
   * @param type as declared: {@code MultiPolygon}, or {@code Geometry} if it is open
   * @param srid 0 if it is not declared
   * @param estimate rows; empty if the database has no idea
   * @param layer by which it is published already
   * @param owned true if that layer was imported
   */
  record GeometryColumn(
      String schema,
      String table,
      boolean computed,
      String column,
      String type,
      int srid,
      Optional<Long> estimate,
      Optional<String> layer,
      boolean owned) {
    GeometryColumn {
      Objects.requireNonNull(schema);
      Objects.requireNonNull(table);
      Objects.requireNonNull(column);
    }

    String fullName() {
      return schema + "." + table;
    }

    private String quotedName() {
      return quoted(schema) + "." + quoted(table);
    }
  }

  /** A column and its type as PostgreSQL writes it. */
  record Column(String name, String type) {}

  /**
   * What a look at every geometry tells.
   *
   * @param types GeometryType of PostGIS, distinct
   * @param srids distinct
   * @param box minimum and maximum x and y; empty if there are no geometries
   */
  record Content(long rows, List<String> types, List<Integer> srids, Optional<double[]> box) {}

  List<GeometryColumn> listGeometryColumns() {
    return jdbc.sql(GEOMETRY_COLUMNS)
        .query(
            (row, i) ->
                new GeometryColumn(
                    row.getString(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getString(4),
                    row.getString(5),
                    row.getInt(6),
                    Optional.ofNullable(row.getObject(7, Long.class)),
                    Optional.ofNullable(row.getString(8)),
                    row.getBoolean(9)))
        .list();
  }

  List<Column> listIndexedKeys(GeometryColumn table) {
    return columns(INDEXED_KEYS, table);
  }

  List<Column> listColumns(GeometryColumn table) {
    return columns(COLUMNS, table);
  }

  private List<Column> columns(String sql, GeometryColumn table) {
    return jdbc.sql(sql)
        .param("table", table.quotedName())
        .query((row, i) -> new Column(row.getString(1), row.getString(2)))
        .list();
  }

  /** Reads the whole column: true if no value is null and no two are alike, as of no rows. */
  boolean isUnique(GeometryColumn table, String column) {
    return jdbc.sql(
            "SELECT count(*) = count(DISTINCT %s) FROM %s"
                .formatted(quoted(column), table.quotedName()))
        .query(Boolean.class)
        .single();
  }

  boolean isEmpty(GeometryColumn table) {
    return jdbc.sql("SELECT NOT EXISTS (SELECT FROM %s)".formatted(table.quotedName()))
        .query(Boolean.class)
        .single();
  }

  Content content(GeometryColumn table) {
    String sql =
        """
        SELECT count(*), coalesce(array_agg(DISTINCT GeometryType(g)) FILTER (WHERE g IS NOT NULL), '{}'),
               coalesce(array_agg(DISTINCT ST_SRID(g)) FILTER (WHERE g IS NOT NULL), '{}'), ST_XMin(ST_Extent(g)), ST_YMin(ST_Extent(g)),
               ST_XMax(ST_Extent(g)), ST_YMax(ST_Extent(g))
        FROM (SELECT %s AS g FROM %s) AS rows
        """
            .formatted(quoted(table.column()), table.quotedName());
    return jdbc.sql(sql)
        .query(
            (row, i) -> {
              Double west = row.getObject(4, Double.class);
              return new Content(
                  row.getLong(1),
                  List.of((String[]) row.getArray(2).getArray()),
                  List.of((Integer[]) row.getArray(3).getArray()),
                  west == null
                      ? Optional.empty()
                      : Optional.of(
                          new double[] {
                            west, row.getDouble(5), row.getDouble(6), row.getDouble(7)
                          }));
            })
        .single();
  }

  /** Empty for columns that are not shown: other geometries, arrays, bytes. */
  static Optional<Attribute> attribute(Column column) {
    Optional<AttributeType> type =
        switch (column.type()) {
          case "smallint", "integer", "bigint" -> Optional.of(AttributeType.INTEGER);
          case "real", "double precision", "numeric" -> Optional.of(AttributeType.NUMBER);
          case "boolean" -> Optional.of(AttributeType.BOOLEAN);
          case "date" -> Optional.of(AttributeType.DATE);
          case "timestamp with time zone" -> Optional.of(AttributeType.TIMESTAMP);
          case "geometry", "geography", "raster", "bytea", "tsvector" -> Optional.empty();
          default ->
              column.type().endsWith("[]") ? Optional.empty() : Optional.of(AttributeType.TEXT);
        };
    return type.map(found -> new Attribute(column.name(), found));
  }

  /** Empty if features cannot be numbered by such a column; else whether its values are text. */
  static Optional<Boolean> keyIsText(Column column) {
    return switch (column.type()) {
      case "smallint", "integer", "bigint" -> Optional.of(false);
      case "text", "character varying", "character", "uuid" -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  private static String quoted(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }
}
