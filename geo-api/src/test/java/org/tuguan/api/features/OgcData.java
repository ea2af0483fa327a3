package org.tuguan.api.features;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.TestDatabase;

/**
 * The layers of these tests: {@code places} (1000 points in TM2, every type of attribute), {@code
 * old} (one point in TWD67), {@code areas} (squares in degrees), {@code cite:Keys} (text keys),
 * {@code islands} (either side of the antimeridian), {@code many} (50,000 polygons), {@code heavy}
 * (400 lines of 1,500 points), {@code flow} (numbered points for writers).
 */
final class OgcData implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  static final TestDatabase DATABASE = TestDatabase.create();

  private static final String TABLES =
      """
      CREATE TABLE layers.places AS
      SELECT i::bigint AS id, 'place ' || i AS name,
             (ARRAY['西屯區','北屯區','南屯區','中區'])[1 + i % 4] AS "行政區",
             i::bigint AS n, i / 10.0::double precision AS area, i % 2 = 0 AS open,
             DATE '2020-01-01' + (i % 366) AS built,
             TIMESTAMPTZ '2020-01-01 00:00:00+08' + i * INTERVAL '1 hour' AS seen,
             CASE WHEN i % 10 = 0 THEN NULL ELSE 'note ' || i END AS "two words",
             ST_SetSRID(ST_MakePoint(210000 + (i % 40) * 100, 2670000 + (i / 40) * 100), 3826)
               AS geom
      FROM generate_series(0, 999) AS i;
      CREATE TABLE layers.old AS
      SELECT 1::bigint AS id, '控制點' AS name,
             ST_SetSRID(ST_MakePoint(216000, 2672000), 3828) AS geom;
      CREATE TABLE layers.areas AS
      SELECT i::bigint AS id, 'area ' || i AS name,
             ST_MakeEnvelope(120.6 + i * 0.1, 24, 120.7 + i * 0.1, 24.1, 4326) AS geom
      FROM generate_series(0, 2) AS i;
      CREATE TABLE layers.keys AS
      SELECT k AS id, k AS name, ST_SetSRID(ST_MakePoint(120.6, 24.1), 4326) AS geom
      FROM unnest(ARRAY['b', 'a', 'C', '臺中', 'a b', 'é']) AS k;
      CREATE TABLE layers.islands AS
      SELECT i::bigint AS id, 'island ' || i AS name,
             ST_SetSRID(ST_MakePoint(x, 67), 4326) AS geom
      FROM (VALUES (1, 179.5), (2, -179.5), (3, 0)) AS v(i, x);
      CREATE TABLE layers.many AS
      SELECT i::bigint AS id, 'building ' || i AS name,
             ST_SetSRID(ST_MakeEnvelope(200000 + i, 2600000, 200010 + i, 2600020), 3826) AS geom
      FROM generate_series(1, 50000) AS i;
      CREATE TABLE layers.heavy AS
      SELECT i::bigint AS id, 'line ' || i AS name,
             (SELECT ST_SetSRID(ST_MakeLine(ST_MakePoint(200000 + n / 7.0, 2600000 + i) ORDER BY n), 3826)
              FROM generate_series(1, 1500) AS n) AS geom
      FROM generate_series(1, 400) AS i;
      CREATE TABLE layers.flow (id bigint PRIMARY KEY, name text, geom geometry(Point, 3826));
      """;

  private static final String TEXT = "{\"name\":\"name\",\"type\":\"TEXT\"}";

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(DATABASE::close));
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "spring.datasource.url=" + DATABASE.url(),
            "spring.datasource.username=" + TestDatabase.user(),
            "spring.datasource.password=" + TestDatabase.password(),
            "tuguan.home=target/ogc-home")
        .applyTo(context);
    context.addApplicationListener(
        event -> {
          if (event instanceof ContextRefreshedEvent refreshed
              && refreshed.getApplicationContext() == context) {
            fill();
            context.getBean(CatalogStore.class).refresh();
          }
        });
  }

  private static void fill() {
    DATABASE.execute(TABLES);
    DATABASE.execute(
        "INSERT INTO tuguan.theme VALUES ('test-theme', 1, '測試主題', 'Test theme');"
            + "INSERT INTO tuguan.agency (id, position, name_zh, name_en, first_level)"
            + " VALUES ('test-agency', 1, '測試局', 'Test Bureau', true)");
    addLayer("places", "places", 3826, "POINT", false, "120.6,24.1,120.65,24.2", ALL_TYPES);
    addLayer("old", "old", 3828, "POINT", false, "120.6,24.1,120.7,24.2", TEXT);
    addLayer("areas", "areas", 4326, "POLYGON", false, "120.6,24,120.9,24.1", TEXT);
    addLayer("cite:Keys", "keys", 4326, "POINT", true, "120.6,24.1,120.6,24.1", TEXT);
    addLayer("islands", "islands", 4326, "POINT", false, "-179.5,67,179.5,67", TEXT);
    addLayer("many", "many", 3826, "POLYGON", false, "120.5,23.4,121.1,23.6", TEXT);
    addLayer("heavy", "heavy", 3826, "LINE", false, "120.5,23.4,121.1,23.6", TEXT);
    addLayer("flow", "flow", 3826, "POINT", false, "120.5,23.4,121.1,23.6", TEXT);
  }

  private static final String ALL_TYPES =
      TEXT
          + """
          ,{"name":"行政區","type":"TEXT"},{"name":"n","type":"INTEGER"},
          {"name":"area","type":"NUMBER"},{"name":"open","type":"BOOLEAN"},
          {"name":"built","type":"DATE"},{"name":"seen","type":"TIMESTAMP"},
          {"name":"two words","type":"TEXT"}""";

  @SuppressWarnings("TooManyParameters")
  private static void addLayer(
      String name,
      String table,
      int srid,
      String kind,
      boolean textKey,
      String extent,
      String attributes) {
    DATABASE.execute(
        """
        INSERT INTO tuguan.layer
          (name, title_zh, title_en, theme, agency, extent, schema_name, table_name, key_column,
           key_is_text, geometry_column, geometry_kind, srid, attributes, place_name)
        VALUES ('%1$s', '圖層 <%1$s>', 'Layer <%1$s>', 'test-theme', 'test-agency', '{%6$s}',
           'layers', '%2$s', 'id', %5$s, 'geom', '%4$s', %3$d, '[%7$s]', 'name');
        INSERT INTO tuguan.style VALUES ('%1$s', 'plain', 1, '素面', 'Plain', '<sld/>');
        """
            .formatted(name, table, srid, kind, textKey, extent, attributes));
  }
}
