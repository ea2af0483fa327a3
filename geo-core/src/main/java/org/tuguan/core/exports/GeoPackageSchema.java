package org.tuguan.core.exports;

import java.util.List;
import java.util.Locale;
import org.tuguan.core.crs.Crs;

/**
 * The tables and triggers that OGC 12-128 asks of a GeoPackage: clause 1.1 (systems and contents),
 * 2.1 (features), 2.3 and annex F.3 (spatial index).
 */
final class GeoPackageSchema {
  private final Crs crs;

  GeoPackageSchema(Crs crs) {
    this.crs = crs;
  }

  List<String> tables() {
    return List.of(
        """
        CREATE TABLE gpkg_spatial_ref_sys (
          srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)""",
        """
        INSERT INTO gpkg_spatial_ref_sys VALUES
          ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL),
          ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL)""",
        system(Crs.WGS84),
        crs.srid() == Crs.WGS84.srid() ? "SELECT 1" : system(crs),
        """
        CREATE TABLE gpkg_contents (
          table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
          description TEXT DEFAULT '',
          last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
          min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
          srs_id INTEGER REFERENCES gpkg_spatial_ref_sys (srs_id))""",
        """
        CREATE TABLE gpkg_geometry_columns (
          table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents (table_name),
          column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
          srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys (srs_id),
          z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name))""",
        """
        CREATE TABLE gpkg_extensions (
          table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
          scope TEXT NOT NULL, UNIQUE (table_name, column_name, extension_name))""");
  }

  private static String system(Crs crs) {
    return String.format(
        Locale.ROOT,
        "INSERT INTO gpkg_spatial_ref_sys VALUES ('%s', %d, 'EPSG', %d, '%s', NULL)",
        crs.title().en(),
        crs.srid(),
        crs.srid(),
        crs.wkt());
  }

  String contents() {
    return "INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, ?)";
  }

  String geometryColumn() {
    return "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)";
  }

  String indexExtension() {
    return "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', "
        + "'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')";
  }

  /**
   * Keep the index true when others edit the file.
   *
   * @param table quoted
   * @param index quoted
   * @param prefix of the triggers' names
   */
  List<String> indexTriggers(String table, String index, String prefix) {
    String there = "(%s.geom NOT NULL AND NOT ST_IsEmpty(%s.geom))";
    String put =
        "INSERT OR REPLACE INTO %s VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));"
            .formatted(index);
    String drop = "DELETE FROM %s WHERE id = OLD.fid;".formatted(index);
    String isNew = there.formatted("NEW", "NEW");
    String gone = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))";
    String sameRow = "OLD.fid = NEW.fid AND ";
    String otherRow = "OLD.fid != NEW.fid AND ";
    return List.of(
        trigger(prefix, "insert", "AFTER INSERT ON " + table, isNew, put),
        trigger(
            prefix,
            "update6",
            "AFTER UPDATE OF geom ON " + table,
            sameRow + isNew + " AND " + there.formatted("OLD", "OLD"),
            put),
        trigger(
            prefix,
            "update7",
            "AFTER UPDATE OF geom ON " + table,
            sameRow + isNew + " AND (OLD.geom ISNULL OR ST_IsEmpty(OLD.geom))",
            put),
        trigger(prefix, "update2", "AFTER UPDATE OF geom ON " + table, sameRow + gone, drop),
        trigger(prefix, "update5", "AFTER UPDATE ON " + table, otherRow + isNew, drop + " " + put),
        trigger(prefix, "update4", "AFTER UPDATE ON " + table, otherRow + gone, drop),
        trigger(prefix, "delete", "AFTER DELETE ON " + table, "OLD.geom NOT NULL", drop));
  }

  private static String trigger(
      String prefix, String name, String event, String condition, String action) {
    return "CREATE TRIGGER \"%s_%s\" %s WHEN %s BEGIN %s END"
        .formatted(prefix.replace("\"", "\"\""), name, event, condition, action);
  }
}
