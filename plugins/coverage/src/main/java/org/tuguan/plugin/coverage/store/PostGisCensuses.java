package org.tuguan.plugin.coverage.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.plugin.coverage.area.Zone;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;
import org.tuguan.plugin.coverage.people.UnitKind;
import org.tuguan.plugin.coverage.store.JdbcRevisions.Topic;

/** Censuses: one for each day and kind of unit. Safe for any thread. */
@Component
public class PostGisCensuses {
  private static final int BATCH = 1_000;

  /**
   * A census without its units.
   *
   * @param units how many areas it counts
   */
  public record Entry(
      long id,
      LocalDate date,
      UnitKind kind,
      String source,
      boolean synthetic,
      long units,
      long people) {}

  private final JdbcTemplate database;
  private final JdbcRevisions revisions;
  private final TransactionTemplate transactions;

  public PostGisCensuses(
      JdbcTemplate database, JdbcRevisions revisions, PlatformTransactionManager transactions) {
    this.database = database;
    this.revisions = revisions;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** The latest first. */
  public List<Entry> list() {
    return database.query(
        """
        SELECT c.id, c.date, c.kind, c.source, c.synthetic, count(u.code) AS units,
               coalesce(sum(u.people), 0) AS people
        FROM plugin_coverage.census c LEFT JOIN plugin_coverage.census_unit u ON u.census = c.id
        GROUP BY c.id ORDER BY c.date DESC, c.kind
        """,
        (row, number) ->
            new Entry(
                row.getLong("id"),
                row.getObject("date", LocalDate.class),
                UnitKind.find(row.getString("kind")).orElseThrow(),
                row.getString("source"),
                row.getBoolean("synthetic"),
                row.getLong("units"),
                row.getLong("people")));
  }

  public Census read(Entry entry) {
    List<Unit> units =
        database.query(
            """
            SELECT code, village_code, village_name, district_code, district_name, people,
                   ST_AsBinary(geom) AS wkb
            FROM plugin_coverage.census_unit WHERE census = ? ORDER BY code
            """,
            (row, number) -> unit(row),
            entry.id());
    return new Census(entry.date(), entry.kind(), entry.synthetic(), units);
  }

  private static Unit unit(ResultSet row) throws SQLException {
    Unit.Village village =
        new Unit.Village(
            row.getString("village_code"),
            row.getString("village_name"),
            row.getString("district_code"),
            row.getString("district_name"));
    try {
      Geometry geometry = new WKBReader().read(row.getBytes("wkb"));
      return new Unit(row.getString("code"), village, row.getInt("people"), new Zone(geometry));
    } catch (ParseException e) {
      throw new IllegalStateException("geometry of unit " + row.getString("code"), e);
    }
  }

  /** Takes the place of the census of the same day and kind. */
  public void save(Census census, String source) {
    transactions.executeWithoutResult(
        status -> {
          database.update(
              "DELETE FROM plugin_coverage.census WHERE date = ? AND kind = ?",
              census.date(),
              census.kind().code());
          Long id =
              database.queryForObject(
                  """
                  INSERT INTO plugin_coverage.census (date, kind, source, synthetic)
                  VALUES (?, ?, ?, ?) RETURNING id
                  """,
                  Long.class,
                  census.date(),
                  census.kind().code(),
                  source,
                  census.synthetic());
          saveUnits(id, census);
          revisions.grow(Topic.CENSUS);
        });
  }

  private void saveUnits(long id, Census census) {
    WKBWriter writer = new WKBWriter();
    database.batchUpdate(
        """
        INSERT INTO plugin_coverage.census_unit (census, code, village_code, village_name,
          district_code, district_name, people, geom)
        VALUES (?, ?, ?, ?, ?, ?, ?, ST_SetSRID(ST_GeomFromWKB(?), 3826))
        """,
        census.units(),
        BATCH,
        (statement, unit) -> {
          statement.setLong(1, id);
          statement.setString(2, unit.id());
          statement.setString(3, unit.village().code());
          statement.setString(4, unit.village().name());
          statement.setString(5, unit.village().districtCode());
          statement.setString(6, unit.village().districtName());
          statement.setInt(7, unit.people());
          statement.setBytes(8, writer.write(multi(unit.zone().geometry())));
        });
  }

  private static Geometry multi(Geometry geometry) {
    return geometry instanceof MultiPolygon
        ? geometry
        : geometry.getFactory().createMultiPolygon(new Polygon[] {(Polygon) geometry});
  }

  /** True if there was one. */
  public boolean remove(LocalDate date, UnitKind kind) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              revisions.grow(Topic.CENSUS);
              int removed =
                  database.update(
                      "DELETE FROM plugin_coverage.census WHERE date = ? AND kind = ?",
                      date,
                      kind.code());
              return removed > 0;
            }));
  }

  /** Removes what is made up, before the demonstration is written again. */
  public void removeSynthetic() {
    transactions.executeWithoutResult(
        status -> {
          database.update("DELETE FROM plugin_coverage.census WHERE synthetic");
          revisions.grow(Topic.CENSUS);
        });
  }
}
