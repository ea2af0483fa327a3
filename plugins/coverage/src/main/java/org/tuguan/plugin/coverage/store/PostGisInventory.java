package org.tuguan.plugin.coverage.store;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.inventory.Lifetime;
import org.tuguan.plugin.coverage.inventory.Radio;
import org.tuguan.plugin.coverage.inventory.Technology;
import org.tuguan.plugin.coverage.store.JdbcRevisions.Topic;

/** All stations that were ever entered. Safe for any thread. */
@Component
public class PostGisInventory {
  private static final String SAVE =
      """
      INSERT INTO plugin_coverage.access_point (id, name, operator, technology, band_mhz, eirp_dbm,
        height_m, radius_m, model, valid_from, valid_until, built, synthetic, geom, import)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ST_SetSRID(ST_MakePoint(?, ?), 3826), ?)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, operator = excluded.operator,
        technology = excluded.technology, band_mhz = excluded.band_mhz,
        eirp_dbm = excluded.eirp_dbm, height_m = excluded.height_m, radius_m = excluded.radius_m,
        model = excluded.model, valid_from = excluded.valid_from,
        valid_until = excluded.valid_until, built = excluded.built,
        synthetic = excluded.synthetic, geom = excluded.geom, import = excluded.import
      """;
  private static final int BATCH = 1_000;

  private final JdbcTemplate database;
  private final JdbcRevisions revisions;
  private final TransactionTemplate transactions;

  public PostGisInventory(
      JdbcTemplate database, JdbcRevisions revisions, PlatformTransactionManager transactions) {
    this.database = database;
    this.revisions = revisions;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** By id. */
  public List<AccessPoint> list() {
    return database.query(
        """
        SELECT id, name, operator, technology, band_mhz, eirp_dbm, height_m, radius_m, model,
               valid_from, valid_until, built, ST_X(geom) AS x, ST_Y(geom) AS y
        FROM plugin_coverage.access_point ORDER BY id
        """,
        (row, number) -> point(row));
  }

  /**
   * Stations that came together.
   *
   * @param name empty if it is not known
   * @param at when they were imported; empty if that is not known
   * @param planned how many of the stations are not built yet
   */
  public record Source(
      String name,
      Optional<Instant> at,
      boolean synthetic,
      long stations,
      long planned,
      List<String> technologies) {}

  /** Where the stations come from, the latest first. */
  public List<Source> listSources() {
    return database.query(
        """
        SELECT coalesce(i.source, '') AS source, i.imported_at, p.synthetic, count(*) AS stations,
               count(*) FILTER (WHERE NOT p.built) AS planned,
               array_agg(DISTINCT p.technology) AS technologies
        FROM plugin_coverage.access_point p
          LEFT JOIN plugin_coverage.inventory_import i ON i.id = p.import
        GROUP BY i.id, p.synthetic ORDER BY i.id DESC NULLS LAST
        """,
        (row, number) ->
            new Source(
                row.getString("source"),
                Optional.ofNullable(row.getObject("imported_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant),
                row.getBoolean("synthetic"),
                row.getLong("stations"),
                row.getLong("planned"),
                List.of((String[]) row.getArray("technologies").getArray())));
  }

  public List<String> listIds() {
    return database.queryForList("SELECT id FROM plugin_coverage.access_point", String.class);
  }

  /** Whether any station is made up. */
  public boolean synthetic() {
    return Boolean.TRUE.equals(
        database.queryForObject(
            "SELECT EXISTS (SELECT FROM plugin_coverage.access_point WHERE synthetic)",
            Boolean.class));
  }

  /**
   * Adds stations, and replaces those with the same ids; all or none.
   *
   * @param alone whether all others are removed
   * @param source from where they come, for people
   */
  public void save(List<AccessPoint> points, boolean synthetic, boolean alone, String source) {
    transactions.executeWithoutResult(
        status -> {
          if (alone) {
            database.update("DELETE FROM plugin_coverage.access_point");
          }
          Long from =
              database.queryForObject(
                  "INSERT INTO plugin_coverage.inventory_import (source) VALUES (?) RETURNING id",
                  Long.class,
                  source);
          database.batchUpdate(
              SAVE,
              points,
              BATCH,
              (statement, point) -> {
                bind(statement, point, synthetic);
                statement.setLong(16, from);
              });
          revisions.grow(Topic.INVENTORY);
        });
  }

  private static void bind(PreparedStatement statement, AccessPoint point, boolean synthetic)
      throws SQLException {
    Radio radio = point.radio();
    statement.setString(1, point.id());
    statement.setString(2, point.name());
    statement.setString(3, point.operator());
    statement.setString(4, radio.technology().code());
    number(statement, 5, radio.bandMhz());
    number(statement, 6, radio.eirpDbm());
    number(statement, 7, radio.heightM());
    number(statement, 8, radio.radiusM());
    statement.setString(9, radio.model().orElse(null));
    statement.setDate(10, point.lifetime().from().map(Date::valueOf).orElse(null));
    statement.setDate(11, point.lifetime().until().map(Date::valueOf).orElse(null));
    statement.setBoolean(12, point.lifetime().built());
    statement.setBoolean(13, synthetic);
    statement.setDouble(14, point.x());
    statement.setDouble(15, point.y());
  }

  private static void number(PreparedStatement statement, int position, OptionalDouble value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setDouble(position, value.getAsDouble());
    } else {
      statement.setNull(position, Types.DOUBLE);
    }
  }

  private static AccessPoint point(ResultSet row) throws SQLException {
    Radio radio =
        new Radio(
            Technology.find(row.getString("technology")).orElseThrow(),
            number(row, "band_mhz"),
            number(row, "eirp_dbm"),
            number(row, "height_m"),
            number(row, "radius_m"),
            Optional.ofNullable(row.getString("model")));
    Lifetime lifetime =
        new Lifetime(
            Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
            Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
            row.getBoolean("built"));
    return new AccessPoint(
        row.getString("id"),
        row.getString("name"),
        row.getDouble("x"),
        row.getDouble("y"),
        row.getString("operator"),
        radio,
        lifetime);
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
