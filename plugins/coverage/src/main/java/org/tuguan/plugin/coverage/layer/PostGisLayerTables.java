package org.tuguan.plugin.coverage.layer;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tuguan.plugin.coverage.figure.Measured;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;

/** Rows of the tables that the layers show. To be called in a transaction. */
@Component
class PostGisLayerTables {
  private static final double SQUARE_METRES = 10_000;
  private static final String GEOMETRY = "ST_SetSRID(ST_GeomFromWKB(?), 3826)";

  private final JdbcTemplate database;

  PostGisLayerTables(JdbcTemplate database) {
    this.database = database;
  }

  private void replace(String delete, String insert, List<Object[]> rows) {
    database.update(delete);
    database.batchUpdate(insert, rows);
  }

  private static byte[] wkb(Geometry geometry) {
    return new WKBWriter().write(geometry);
  }

  void footprint(List<Polygon> parts, Measured measured) {
    List<Object[]> rows = new ArrayList<>();
    for (Polygon part : parts) {
      rows.add(
          new Object[] {
            rows.size() + 1,
            measured.query().selection().technologyCodes(),
            day(measured),
            measured.inventory().version(),
            wkb(part)
          });
    }
    replace(
        "DELETE FROM plugin_coverage.footprint",
        """
        INSERT INTO plugin_coverage.footprint (id, technology, inventory_date, inventory_version, geom)
        VALUES (?, ?, ?, ?, %s)
        """
            .formatted(GEOMETRY),
        rows);
  }

  void timesCovered(Map<Integer, List<Polygon>> depths, Measured measured) {
    List<Object[]> rows = new ArrayList<>();
    depths.forEach(
        (times, polygons) ->
            polygons.forEach(
                polygon ->
                    rows.add(new Object[] {rows.size() + 1, times, day(measured), wkb(polygon)})));
    replace(
        "DELETE FROM plugin_coverage.times_covered",
        """
        INSERT INTO plugin_coverage.times_covered (id, times, inventory_date, geom)
        VALUES (?, ?, ?, %s)
        """
            .formatted(GEOMETRY),
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
            day(measured),
            wkb(multi(unit.zone().geometry()))
          });
    }
    replace(
        "DELETE FROM plugin_coverage.uncovered",
        """
        INSERT INTO plugin_coverage.uncovered (id, village, district, people, covered,
          uncovered_per_ha, census_date, inventory_date, geom)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, %s)
        """
            .formatted(GEOMETRY),
        rows);
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
        "DELETE FROM plugin_coverage.signal",
        """
        INSERT INTO plugin_coverage.signal (id, least_dbm, model, inventory_date, geom)
        VALUES (?, ?, ?, ?, %s)
        """
            .formatted(GEOMETRY),
        rows);
  }

  private static Date day(Measured measured) {
    return Date.valueOf(measured.inventory().on());
  }
}
