package org.tuguan.api.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.catalog.LayerSources;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.access.Right;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.map.StarterStyle;
import org.tuguan.core.snapshot.ChangeListener;
import org.tuguan.core.snapshot.LayerChange;
import org.tuguan.core.snapshot.LayerView;
import org.tuguan.core.snapshot.LiveLayer;

/** A running server's layers as the tests look at them, and a person with SQL. */
final class Followed implements ChangeListener {
  private final DataSource person;
  private final CatalogStore catalogs;
  private final LayerSources sources;
  private final List<LayerChange> heard = new CopyOnWriteArrayList<>();

  Followed(TestDatabase database, CatalogStore catalogs, LayerSources sources) {
    this.person = database.dataSource();
    this.catalogs = catalogs;
    this.sources = sources;
  }

  @Override
  public void changed(LayerChange change) {
    heard.add(change);
  }

  /** What listeners heard of a layer. */
  List<LayerChange> heard(String layer) {
    return heard.stream().filter(change -> change.layer().equals(layer)).toList();
  }

  void sql(String text) {
    try (Connection connection = person.getConnection()) {
      sql(connection, text);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void sql(Connection connection, String text) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    } catch (SQLException e) {
      throw new IllegalStateException(text, e);
    }
  }

  Connection connection() throws SQLException {
    return person.getConnection();
  }

  /** A table of points in a row, one metre apart; amounts are 100. */
  void table(String name, int rows) {
    sql(
        """
        CREATE TABLE %1$s (fid bigint PRIMARY KEY, geom geometry(Point, 3826), amount bigint, word text);
        INSERT INTO %1$s SELECT i, ST_Point(200000 + i, 2700000, 3826), 100, 'w' || i %% 9
        FROM generate_series(1, %2$d) i;
        CREATE INDEX ON %1$s USING gist (geom);
        ANALYZE %1$s
        """
            .formatted(name, rows));
  }

  void publish(String name) {
    FeatureType type =
        new FeatureType(
            name,
            List.of(
                new Attribute("amount", AttributeType.INTEGER),
                new Attribute("word", AttributeType.TEXT)),
            "geom",
            GeometryKind.POINT,
            Crs.TWD97_TM2_121);
    sql(
        """
        INSERT INTO tuguan.theme VALUES ('t', 1, 't', 't') ON CONFLICT DO NOTHING;
        INSERT INTO tuguan.agency VALUES ('a', 1, 'a', 'a', true) ON CONFLICT DO NOTHING;
        INSERT INTO tuguan.layer (name, title_zh, title_en, theme, agency, schema_name, table_name,
          key_column, key_is_text, geometry_column, geometry_kind, srid, attributes)
        VALUES ('%1$s', '', '', 't', 'a', current_schema(), '%1$s', 'fid', false, 'geom', 'POINT', 3826,
          '[{"name": "amount", "type": "INTEGER"}, {"name": "word", "type": "TEXT"}]');
        INSERT INTO tuguan.style VALUES ('%1$s', 'plain', 1, '', '', $sld$%2$s<!-- amount -->$sld$);
        """
            .formatted(name, StarterStyle.of(type)));
    catalogs.refresh();
  }

  /** A published table that is in memory and follows its table. */
  void layer(String name, int rows) {
    table(name, rows);
    publish(name);
    within(Duration.ofSeconds(20), name);
  }

  FeatureSource source(String layer) {
    return sources.features(catalogs.catalog().getLayer("layer", layer, Right.QUERY), Right.QUERY);
  }

  FeatureSource current(String layer) {
    return sources.current(catalogs.catalog().getLayer("layer", layer, Right.QUERY), Right.QUERY);
  }

  Optional<LayerView> view(String layer) {
    return source(layer) instanceof LiveLayer live
        ? live.view(List.of("amount"))
        : Optional.empty();
  }

  /** Waits until the view shows what the table holds. */
  void within(Duration time, String layer) {
    await()
        .atMost(time)
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(() -> assertThat(seen(layer)).isEqualTo(stored(layer)));
  }

  void withinASecond(String layer) {
    within(Duration.ofSeconds(1), layer);
  }

  private Map<String, String> seen(String layer) {
    Map<String, String> rows = new TreeMap<>();
    double[] xy = new double[2];
    for (LayerView.Part part : view(layer).orElseThrow(AssertionError::new).parts()) {
      for (int i = 0; i < part.snapshot().size(); i++) {
        if (!part.hidden().get(i)) {
          part.snapshot().load(part.snapshot().firstPart(i), xy);
          rows.put(
              part.snapshot().id(i),
              part.snapshot().value(i, "amount")
                  + " at "
                  + Math.round(xy[0])
                  + " "
                  + Math.round(xy[1]));
        }
      }
    }
    return rows;
  }

  private Map<String, String> stored(String layer) throws SQLException {
    Map<String, String> rows = new TreeMap<>();
    try (Connection connection = person.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT fid, amount, round(ST_X(geom)), round(ST_Y(geom)) FROM " + layer)) {
      while (row.next()) {
        rows.put(
            row.getString(1), row.getString(2) + " at " + row.getLong(3) + " " + row.getLong(4));
      }
    }
    return rows;
  }

  /** Sum of the amounts that drawing would see. */
  long sum(String layer) {
    long sum = 0;
    for (LayerView.Part part : view(layer).orElseThrow().parts()) {
      for (int i = 0; i < part.snapshot().size(); i++) {
        if (!part.hidden().get(i)) {
          sum += (Long) part.snapshot().value(i, "amount");
        }
      }
    }
    return sum;
  }
}
