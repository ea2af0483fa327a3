package org.tuguan.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.people.JdbcAgencies;
import org.tuguan.api.people.SeedAgencies;
import org.tuguan.core.TestDatabase;

/** The demonstration in a real database. */
class PostGisDemoTest {
  private static TestDatabase database;
  private static JdbcClient jdbc;
  private static PostGisDemoStore store;

  @BeforeAll
  static void makeTheCity() {
    database = TestDatabase.create();
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("classpath:tuguan/migration")
        .schemas("tuguan")
        .defaultSchema("tuguan")
        .load()
        .migrate();
    jdbc = JdbcClient.create(database.dataSource());
    store = new PostGisDemoStore(database.dataSource());
    assertThat(store.isEmpty()).isTrue();
    make(1_000);
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  private static void make(int buildings) {
    List<String> args =
        List.of("--buildings", "" + buildings, "--roads", "6000", "--poi", "50", "--wifi", "20");
    assertThat(
            new DemoCommand(store, new SeedAgencies(new JdbcAgencies(jdbc)), List.of()).run(args))
        .isZero();
  }

  @Test
  void everyLayerIsPublishedWithItsExtentAndStyles() {
    assertThat(store.isEmpty()).isFalse();
    assertThat(jdbc.sql("SELECT name FROM tuguan.layer").query(String.class).list())
        .containsExactlyInAnyOrder(
            "districts",
            "villages",
            "rivers",
            "parks",
            "metro",
            "roads",
            "buildings",
            "poi",
            "wifi",
            "manholes",
            "road-defects",
            "elevation");
    assertThat(count("SELECT count(*) FROM tuguan.layer WHERE extent IS NULL")).isZero();
    assertThat(
            count(
                "SELECT count(*) FROM tuguan.layer l WHERE NOT EXISTS (SELECT FROM tuguan.style s WHERE s.layer = l.name)"))
        .isZero();
    assertThat(count("SELECT count(*) FROM layers.villages WHERE ST_SRID(geom) = 3826"))
        .isEqualTo(625);
    assertThat(
            count(
                "SELECT count(*) FROM tuguan.layer WHERE name = 'buildings' AND extent[1] > 120.4 AND extent[4] < 24.5"))
        .isEqualTo(1);
  }

  @Test
  void tablesHaveAKeyAndASpatialIndex() {
    assertThat(
            jdbc.sql(
                    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'layers' AND tablename = 'buildings'")
                .query(String.class)
                .list())
        .anyMatch(index -> index.contains("USING gist"))
        .anyMatch(index -> index.startsWith("CREATE UNIQUE INDEX") && index.contains("(fid)"));
  }

  @Test
  void makingItAgainReplacesTheSameLayers() {
    make(700);
    assertThat(count("SELECT count(*) FROM layers.buildings")).isEqualTo(700);
    assertThat(count("SELECT count(*) FROM tuguan.layer")).isEqualTo(12);
    assertThat(count("SELECT count(*) FROM tuguan.style WHERE layer = 'buildings'")).isEqualTo(2);
    assertThat(count("SELECT count(*) FROM pg_tables WHERE tablename LIKE '%\\_next'")).isZero();
  }

  @Test
  void ifEmptyLeavesACatalogAlone() {
    long version = count("SELECT version FROM tuguan.catalog_version");
    assertThat(
            new DemoCommand(store, new SeedAgencies(new JdbcAgencies(jdbc)), List.of())
                .run(List.of("--if-empty")))
        .isZero();
    assertThat(count("SELECT version FROM tuguan.catalog_version")).isEqualTo(version);
  }

  @Test
  void elevationIsATiffInTheDatabase() {
    byte[] tiff = jdbc.sql("SELECT tiff FROM tuguan.raster_file").query(byte[].class).single();
    assertThat(new String(tiff, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("MM");
    assertThat(tiff.length).isBetween(10_000, 1_000_000);
  }

  private static long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
