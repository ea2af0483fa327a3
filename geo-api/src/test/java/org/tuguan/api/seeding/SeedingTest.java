package org.tuguan.api.seeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.wms.BlueLakeServer;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.imports.Gdal;
import org.tuguan.core.tile.TileMatrixSet;
import org.tuguan.core.tile.archive.PmTilesReader;
import org.tuguan.core.tile.cache.CacheStatistics;
import org.tuguan.core.tile.cache.TileCache;

/** Both commands against a running server. */
@BlueLakeServer
class SeedingTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String AREA = "-0.02,-0.02,0.02,0.02";

  @LocalServerPort private int port;
  @Autowired private SeedCommand seed;
  @Autowired private ExportTilesCommand export;
  @Autowired private TileCache cache;
  @Autowired private JdbcClient jdbc;
  @Autowired private CatalogStore catalogs;
  @Autowired private TuguanProperties properties;
  @TempDir private Path directory;

  private List<String> with(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--server", base(), "--area", AREA));
    return all;
  }

  private String base() {
    return "http://localhost:" + port;
  }

  private HttpResponse<byte[]> served(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(base() + path))
            .header("Accept-Encoding", path.endsWith(".mvt") ? "gzip" : "identity")
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private long asked() {
    CacheStatistics now = cache.statistics();
    return now.memoryHits() + now.diskHits() + now.misses() + now.shared();
  }

  @Test
  void seedAsksForEveryTileOfTheAreaOnEveryGrid() {
    for (TileMatrixSet set : TileMatrixSet.listAll()) {
      // Level 0 of the Taiwanese grid is as large as level 6 of the others.
      int from = set.equals(TileMatrixSet.TWD97_TM2_QUAD) ? 4 : 8;
      long expected =
          TileBlock.count(
              TileBlock.listOf(
                  set, new Bounds(Crs.CRS84, 120.6, 24.1, 120.7, 24.2), from, from + 5));
      long before = asked();

      seed.run(
          List.of(
              "city_hall",
              "--zoom=%d-%d".formatted(from, from + 5),
              "--grid",
              set.id(),
              "--server",
              base(),
              "--area",
              "120.6,24.1,120.7,24.2"));

      // WMTS does not look for tiles where the layer does not reach.
      boolean everywhere = set.equals(TileMatrixSet.WEB_MERCATOR_QUAD);
      assertThat(asked() - before).isBetween(everywhere ? expected : 6, expected);
      assertThat(expected).isGreaterThan(10);
    }
  }

  @Test
  void seedGoesOnWhereItWasStopped() throws IOException {
    Path states = properties.home().resolve("seeding");
    List<TileBlock> blocks =
        TileBlock.listOf(
            TileMatrixSet.WEB_MERCATOR_QUAD,
            new Bounds(Crs.CRS84, -0.02, -0.02, 0.02, 0.02),
            15,
            15);
    String work = base() + "cite:Lakes" + "png" + blocks;
    Files.createDirectories(states);
    Path state = states.resolve("%08x".formatted(work.hashCode()));
    Files.writeString(state, "10");
    long before = asked();

    seed.run(with("cite:Lakes", "--zoom", "15"));

    assertThat(asked() - before).isEqualTo(TileBlock.count(blocks) - 10);
    assertThat(state).doesNotExist();
  }

  /** An L, two tiles wide, that leaves out 16 of the 36 tiles of its rectangle. */
  @Test
  void onlyTilesThatMeetThePlaceAreMade() throws Exception {
    jdbc.sql("UPDATE tuguan.layer SET place_name = 'name' WHERE name = 'cite:Ponds'").update();
    jdbc.sql(
            """
            INSERT INTO layers.ponds SELECT 'corner', 'Corner', 'x', ST_Multi(ST_GeomFromText(
              'POLYGON((0.5 0.5, 0.6 0.5, 0.6 0.51, 0.51 0.51, 0.51 0.6, 0.5 0.6, 0.5 0.5))', 4326))
            """)
        .update();
    catalogs.refresh();
    Path mbtiles = directory.resolve("corner.mbtiles");
    List<String> place =
        List.of("cite:Ponds", "--zoom", "14", "--server", base(), "--area", "Corner");
    try {
      long before = asked();
      seed.run(place);
      long seeded = asked() - before;
      List<String> more = new ArrayList<>(place);
      more.addAll(List.of("--to", mbtiles.toString()));
      export.run(more);

      assertThat(seeded).isEqualTo(20);
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + mbtiles);
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT count(*), count(DISTINCT tile_column), count(DISTINCT tile_row) FROM tiles")) {
        assertThat(List.of(row.getInt(1), row.getInt(2), row.getInt(3)))
            .isEqualTo(List.of(20, 6, 6));
      }
    } finally {
      jdbc.sql("DELETE FROM layers.ponds WHERE fid = 'corner'").update();
      jdbc.sql("UPDATE tuguan.layer SET place_name = NULL WHERE name = 'cite:Ponds'").update();
      catalogs.refresh();
    }
  }

  @Test
  void archivesHoldExactlyWhatIsServed() throws Exception {
    Path pmtiles = directory.resolve("lakes.pmtiles");
    Path mbtiles = directory.resolve("lakes.mbtiles");
    export.run(with("cite:Lakes", "cite:Forests", "--zoom", "12-15", "--to", pmtiles.toString()));
    export.run(with("cite:Lakes", "cite:Forests", "--zoom", "12-15", "--to", mbtiles.toString()));
    PmTilesReader reader = new PmTilesReader(pmtiles);
    List<TileBlock> blocks = blocks(12, 15);

    assertThat(reader.number(72)).isEqualTo(TileBlock.count(blocks));
    assertThat(reader.number(88)).as("empty tiles lie there once").isLessThan(reader.number(72));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + mbtiles);
        Statement statement = connection.createStatement()) {
      for (long i = 0; i < TileBlock.count(blocks); i++) {
        var tile = TileBlock.at(blocks, i);
        byte[] served =
            served(
                    "/tiles/cite:Lakes,cite:Forests/%d/%d/%d.png"
                        .formatted(tile.z(), tile.x(), tile.y()))
                .body();
        assertThat(reader.tile(tile.z(), tile.x(), tile.y())).hasValue(served);
        try (ResultSet row =
            statement.executeQuery(
                "SELECT tile_data FROM tiles WHERE zoom_level = %d AND tile_column = %d AND tile_row = %d"
                    .formatted(tile.z(), tile.x(), (1 << tile.z()) - 1 - tile.y()))) {
          assertThat(row.getBytes(1)).isEqualTo(served);
        }
      }
    }
    Gdal.run("gdalinfo", mbtiles.toString());
    assertThat(files()).containsExactlyInAnyOrder("lakes.mbtiles", "lakes.pmtiles");
  }

  @Test
  void vectorArchivesHaveNoEmptyTilesAndGdalFindsTheFeatures() throws Exception {
    Path pmtiles = directory.resolve("lakes.pmtiles");
    Path mbtiles = directory.resolve("lakes.mbtiles");
    export.run(with("cite:Lakes", "--vector", "--zoom", "12-16", "--to", pmtiles.toString()));
    export.run(with("cite:Lakes", "--vector", "--zoom", "12-16", "--to", mbtiles.toString()));
    PmTilesReader reader = new PmTilesReader(pmtiles);
    List<TileBlock> blocks = blocks(12, 16);
    long full = 0;
    for (long i = 0; i < TileBlock.count(blocks); i++) {
      var tile = TileBlock.at(blocks, i);
      HttpResponse<byte[]> served =
          served("/tiles/cite:Lakes/%d/%d/%d.mvt".formatted(tile.z(), tile.x(), tile.y()));
      if (served.statusCode() == 204) {
        assertThat(reader.tile(tile.z(), tile.x(), tile.y())).isEmpty();
      } else {
        assertThat(reader.tile(tile.z(), tile.x(), tile.y())).hasValue(served.body());
        full++;
      }
    }

    assertThat(reader.number(72)).isEqualTo(full).isGreaterThan(5);
    assertThat(reader.octet(98)).as("tiles in gzip").isEqualTo(2);
    assertThat(reader.octet(99)).as("vector tiles").isEqualTo(1);
    assertThat(reader.metadata()).contains("\"vector_layers\"", "cite:Lakes");
    Path geojson = directory.resolve("lakes.json");
    Gdal.run("ogr2ogr", "-f", "GeoJSON", geojson.toString(), mbtiles.toString(), "cite:Lakes");
    assertThat(Files.readString(geojson)).contains("Blue Lake");
  }

  @Test
  void whatIsWrongIsSaidInWords() {
    assertThatThrownBy(() -> seed.run(with("cite:Lakes"))).hasMessageContaining("--zoom");
    assertThatThrownBy(() -> seed.run(with("cite:Lakes", "--zoom", "9-8")))
        .hasMessageContaining("zoom");
    assertThatThrownBy(() -> seed.run(with("cite:Lakes", "--zoom", "9-23")))
        .hasMessageContaining("22");
    assertThatThrownBy(() -> seed.run(with("nothing", "--zoom", "3"))).hasMessageContaining("404");
    assertThatThrownBy(() -> seed.run(with("cite:Lakes", "--zoom", "3", "--fast", "1")))
        .hasMessageContaining("--fast");
    assertThatThrownBy(() -> export.run(with("cite:Lakes", "--zoom", "3", "--to", "x.zip")))
        .hasMessageContaining(".pmtiles");
    assertThatThrownBy(
            () -> seed.run(List.of("cite:Lakes", "--zoom", "3", "--server", "http://localhost:1")))
        .hasMessageContaining("./tuguan run");
    assertThatThrownBy(
            () ->
                seed.run(
                    List.of("cite:Lakes", "--zoom", "3", "--server", base(), "--area", "Atlantis")))
        .hasMessageContaining("Atlantis");
  }

  private static List<TileBlock> blocks(int min, int max) {
    return TileBlock.listOf(
        TileMatrixSet.WEB_MERCATOR_QUAD, new Bounds(Crs.CRS84, -0.02, -0.02, 0.02, 0.02), min, max);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
