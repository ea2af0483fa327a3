package org.tuguan.core.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;

/** The feature tables of a GeoPackage (OGC 12-128), opened for reading only. */
final class JdbcGeoPackage implements AutoCloseable {
  private static final String TABLES =
      """
      SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition
      FROM gpkg_contents AS c
      JOIN gpkg_geometry_columns AS g ON g.table_name = c.table_name
      LEFT JOIN gpkg_spatial_ref_sys AS s ON s.srs_id = g.srs_id
      WHERE c.data_type = 'features'
      ORDER BY c.table_name
      """;

  private final String file;
  private final Connection connection;

  JdbcGeoPackage(Path path, String file) {
    this.file = file;
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.enableLoadExtension(false);
    Properties properties = config.toProperties();
    try {
      this.connection = JDBC.createConnection("jdbc:sqlite:" + path.toAbsolutePath(), properties);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * A table with geometries.
   *
   * @param crs empty if the file does not say one that is known
   * @param crsName as the file says it, for messages
   */
  record Table(
      String name,
      String geometryColumn,
      Optional<Crs> crs,
      String crsName,
      List<Column> columns) {}

  /**
   * A column that is not the geometry.
   *
   * @param type as declared, upper case
   */
  record Column(String name, String type, boolean key) {}

  List<Table> listTables() {
    List<Table> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        String organization = rows.getString(3);
        String crsName = organization + ":" + rows.getInt(4);
        String definition = rows.getString(5);
        Optional<Crs> crs =
            Crs.find(crsName)
                .or(() -> Optional.ofNullable(definition).flatMap(ProjectionText::find));
        String table = rows.getString(1);
        String geometry = rows.getString(2);
        tables.add(new Table(table, geometry, crs, crsName, columns(table, geometry)));
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
    if (tables.isEmpty()) {
      throw new RequestException(
          Fault.UNREADABLE_DATA,
          "file",
          new LocalText(
              RequestException.quote(file) + " 是資料庫，但沒有圖徵資料表",
              RequestException.quote(file) + " is a database without feature tables"));
    }
    return tables;
  }

  private List<Column> columns(String table, String geometry) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA table_info(" + quoted(table) + ")")) {
      while (rows.next()) {
        String name = rows.getString("name");
        String type = String.valueOf(rows.getString("type")).toUpperCase(Locale.ROOT);
        if (!name.equalsIgnoreCase(geometry)) {
          columns.add(new Column(name, type, rows.getInt("pk") == 1));
        }
      }
    }
    return columns;
  }

  long count(Table table) throws IOException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + quoted(table.name()))) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Takes one row of the table; geometry first, then the columns in order. */
  interface GeoPackageRow {
    void read(ResultSet row) throws SQLException, IOException;
  }

  void read(Table table, GeoPackageRow reader) throws IOException {
    StringBuilder sql = new StringBuilder("SELECT ").append(quoted(table.geometryColumn()));
    for (Column column : table.columns()) {
      sql.append(", ").append(quoted(column.name()));
    }
    sql.append(" FROM ").append(quoted(table.name()));
    table.columns().stream()
        .filter(Column::key)
        .findFirst()
        .ifPresent(key -> sql.append(" ORDER BY ").append(quoted(key.name())));
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.toString())) {
      while (rows.next()) {
        reader.read(rows);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static String quoted(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }

  private RequestException unreadable(SQLException e) {
    return new RequestException(
        Fault.UNREADABLE_DATA,
        "file",
        new LocalText(
            RequestException.quote(file) + " 不是完整的 GeoPackage",
            "%s is not a whole GeoPackage: %s"
                .formatted(RequestException.quote(file), e.getMessage())),
        e);
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
