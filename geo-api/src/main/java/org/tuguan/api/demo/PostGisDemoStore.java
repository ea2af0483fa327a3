package org.tuguan.api.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.stereotype.Component;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes layers of the demonstration, each in one transaction: readers see the old one until the
 * new one is whole. Tables lie in the schema {@code layers}; the key is {@code fid}.
 */
@Component
class PostGisDemoStore {
  private final DataSource database;
  private final PostGisCatalogWriter catalog = new PostGisCatalogWriter();

  PostGisDemoStore(DataSource database) {
    this.database = database;
  }

  /** True if nothing is published. */
  boolean isEmpty() {
    return inTransaction(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row =
                  statement.executeQuery("SELECT NOT EXISTS (SELECT FROM tuguan.layer)")) {
            return row.next() && row.getBoolean(1);
          }
        });
  }

  /** Those that are there are brought up to date, none is taken away. */
  void writeThemes() {
    inTransaction(
        connection -> {
          catalog.writeThemes(connection, CatalogEntries.themes());
          return null;
        });
  }

  /**
   * @param progress is told the rows written so far
   * @return rows written
   */
  long replace(DemoLayer layer, LongConsumer progress) {
    return inTransaction(
        connection -> {
          String next = "layers.\"" + layer.name() + "_next\"";
          execute(connection, "DROP TABLE IF EXISTS " + next);
          execute(connection, createTable(next, layer));
          long rows = copy(connection, next, layer, progress);
          execute(connection, "ALTER TABLE " + next + " ADD PRIMARY KEY (fid)");
          execute(connection, "CREATE INDEX ON " + next + " USING gist (geom)");
          execute(connection, "ANALYZE " + next);
          execute(connection, "DROP TABLE IF EXISTS layers.\"" + layer.name() + "\"");
          execute(connection, "ALTER TABLE " + next + " RENAME TO \"" + layer.name() + "\"");
          catalog.writeLayer(
              connection,
              CatalogEntries.layer(layer.name()),
              new PostGisCatalogWriter.Table(
                  layer.name(),
                  layer.geometryKind().name(),
                  attributes(layer),
                  extent(connection, layer.name())));
          return rows;
        });
  }

  void replace(String name, ElevationTiff elevation) {
    inTransaction(
        connection -> {
          Bounds extent =
              CoordinateTransform.between(Crs.TWD97_TM2_121, Crs.CRS84).apply(elevation.bounds());
          catalog.writeRaster(
              connection, CatalogEntries.layer(name), elevation.bytes(), corners(extent));
          return null;
        });
  }

  private static String createTable(String table, DemoLayer layer) {
    String columns =
        layer.attributes().stream()
            .map(each -> ", \"" + each.name() + "\" " + columnType(each))
            .collect(Collectors.joining());
    String geometry =
        switch (layer.geometryKind()) {
          case POINT -> "Point";
          case LINE -> "LineString";
          case POLYGON -> "Polygon";
          case MIXED -> "Geometry";
        };
    return "CREATE TABLE %s (fid bigint, geom geometry(%s, %d) NOT NULL%s)"
        .formatted(table, geometry, Crs.TWD97_TM2_121.srid(), columns);
  }

  private static String columnType(Attribute attribute) {
    return switch (attribute.type()) {
      case TEXT -> "text";
      case INTEGER -> "integer";
      default -> throw new IllegalArgumentException("no column for " + attribute);
    };
  }

  private static long copy(
      Connection connection, String table, DemoLayer layer, LongConsumer progress)
      throws SQLException, IOException {
    String sql = "COPY " + table + " FROM STDIN (FORMAT binary)";
    try (CopyStream rows =
        new CopyStream(
            new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, 1 << 16),
            progress)) {
      layer.write(rows);
      return rows.rows();
    }
  }

  /** West, south, east, north in degrees; null if the layer has no rows. */
  private static Double[] extent(Connection connection, String table) throws SQLException {
    String sql =
        """
        SELECT ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)
        FROM (SELECT ST_Extent(geom) AS box FROM layers."%s") AS every
        """
            .formatted(table);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      if (row.getObject(1) == null) {
        return null;
      }
      Bounds metres =
          new Bounds(
              Crs.TWD97_TM2_121,
              row.getDouble(1),
              row.getDouble(2),
              row.getDouble(3),
              row.getDouble(4));
      return corners(CoordinateTransform.between(Crs.TWD97_TM2_121, Crs.CRS84).apply(metres));
    }
  }

  private static Double[] corners(Bounds bounds) {
    return new Double[] {bounds.minX(), bounds.minY(), bounds.maxX(), bounds.maxY()};
  }

  private static String attributes(DemoLayer layer) {
    List<Map<String, String>> list =
        layer.attributes().stream()
            .map(each -> Map.of("name", each.name(), "type", each.type().name()))
            .toList();
    return JsonMapper.shared().writeValueAsString(list);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  private interface Work<T> {
    T run(Connection connection) throws SQLException, IOException;
  }

  private <T> T inTransaction(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the demonstration cannot be written: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
