package org.tuguan.core.tile.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;

/**
 * What goes into an archive comes out of it, by readers that are not ours or know only the format.
 */
class TileArchiveTest {
  private static final ArchiveInfo INFO =
      new ArchiveInfo(
          "臺中 \"市\"",
          "",
          "© 測試",
          new Bounds(Crs.CRS84, 120.5, 24.0, 121.25, 24.5),
          3,
          11,
          ArchiveInfo.Format.PNG,
          Optional.of("[{\"id\":\"roads\"}]"));

  @TempDir private Path directory;

  @Test
  void numbersFollowTheSpecification() {
    assertThat(HilbertTile.id(0, 0, 0)).isZero();
    assertThat(HilbertTile.id(1, 0, 0)).isEqualTo(1);
    assertThat(HilbertTile.id(1, 0, 1)).isEqualTo(2);
    assertThat(HilbertTile.id(1, 1, 1)).isEqualTo(3);
    assertThat(HilbertTile.id(1, 1, 0)).isEqualTo(4);
    assertThat(HilbertTile.id(2, 0, 0)).isEqualTo(5);
    assertThat(HilbertTile.id(12, 3423, 1763)).isEqualTo(19_078_479);
  }

  @Test
  void numbersLeadBackToTiles() {
    Random random = new Random(5);
    for (int z = 0; z <= 22; z++) {
      for (int i = 0; i < 20; i++) {
        HilbertTile tile = new HilbertTile(z, random.nextInt(1 << z), random.nextInt(1 << z));
        assertThat(HilbertTile.of(HilbertTile.id(tile.z(), tile.x(), tile.y()))).isEqualTo(tile);
      }
    }
  }

  @Test
  void everyTileOfSmallAndLargeArchivesIsFound() throws IOException {
    for (int count : new int[] {1, 300, 60_000}) {
      Map<Long, byte[]> tiles = tiles(count);
      Path file = directory.resolve(count + ".pmtiles");
      write(new PmTilesArchive(file, INFO), tiles);

      PmTilesReader reader = new PmTilesReader(file);
      for (Map.Entry<Long, byte[]> each : sample(tiles)) {
        HilbertTile tile = HilbertTile.of(each.getKey());
        assertThat(reader.tile(tile.z(), tile.x(), tile.y())).hasValue(each.getValue());
      }
      assertThat(reader.tile(12, 0, 0)).isEmpty();
      assertThat(reader.number(72)).as("tiles").isEqualTo(tiles.size());
      assertThat(reader.number(88)).as("contents").isLessThanOrEqualTo(tiles.size());
      assertThat(reader.number(8) + reader.number(16)).as("root").isLessThanOrEqualTo(16_384);
      assertThat(reader.number(48) > 0).as("leaves").isEqualTo(count == 60_000);
      assertThat(reader.number(56) + reader.number(64)).isEqualTo(Files.size(file));
    }
    assertThat(names()).allMatch(name -> name.endsWith(".pmtiles"));
  }

  @Test
  void equalTilesLieThereOnce() throws IOException {
    Path file = directory.resolve("sea.pmtiles");
    try (TileArchive archive = new PmTilesArchive(file, INFO)) {
      for (long id = HilbertTile.id(4, 0, 0); id < HilbertTile.id(5, 0, 0); id++) {
        HilbertTile tile = HilbertTile.of(id);
        archive.add(4, tile.x(), tile.y(), new byte[] {1, 2, 3});
      }
      archive.finish();
    }
    PmTilesReader reader = new PmTilesReader(file);

    assertThat(reader.number(72)).isEqualTo(256);
    assertThat(reader.number(80)).as("entries").isEqualTo(1);
    assertThat(reader.number(88)).as("contents").isEqualTo(1);
    assertThat(reader.number(64)).as("bytes").isEqualTo(3);
    assertThat(reader.tile(4, 15, 9)).hasValue(new byte[] {1, 2, 3});
  }

  @Test
  void headSaysWhatIsInside() throws IOException {
    Path file = directory.resolve("head.pmtiles");
    write(new PmTilesArchive(file, INFO), tiles(10));
    PmTilesReader reader = new PmTilesReader(file);

    assertThat(reader.octet(96)).as("clustered").isEqualTo(1);
    assertThat(reader.octet(97)).as("directories in gzip").isEqualTo(2);
    assertThat(reader.octet(98)).as("tiles as they are").isEqualTo(1);
    assertThat(reader.octet(99)).as("png").isEqualTo(2);
    assertThat(reader.octet(100)).isEqualTo(3);
    assertThat(reader.octet(101)).isEqualTo(11);
    assertThat(reader.degrees(102)).isEqualTo(120.5);
    assertThat(reader.degrees(114)).isEqualTo(24.5);
    assertThat(reader.metadata())
        .contains("臺中 \\\"市\\\"", "\"vector_layers\":[{\"id\":\"roads\"}]", "© 測試");
  }

  @Test
  void tilesOutOfOrderAreRefusedAndNothingIsLeftBehind() throws IOException {
    try (TileArchive archive = new PmTilesArchive(directory.resolve("x.pmtiles"), INFO)) {
      archive.add(3, 1, 1, new byte[1]);
      assertThatThrownBy(() -> archive.add(2, 0, 0, new byte[1])).hasMessageContaining("2/0/0");
    }
    try (TileArchive archive = new JdbcMbTilesArchive(directory.resolve("x.mbtiles"), INFO)) {
      archive.add(3, 1, 1, new byte[1]);
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void databaseHasRowsFromTheSouth() throws Exception {
    Path file = directory.resolve("city.mbtiles");
    Map<Long, byte[]> tiles = tiles(1_200);
    write(new JdbcMbTilesArchive(file, INFO), tiles);

    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("SELECT count(*) FROM tiles")) {
        assertThat(row.getInt(1)).isEqualTo(tiles.size());
      }
      for (Map.Entry<Long, byte[]> each : sample(tiles)) {
        HilbertTile tile = HilbertTile.of(each.getKey());
        try (ResultSet row =
            statement.executeQuery(
                "SELECT tile_data FROM tiles WHERE zoom_level = %d AND tile_column = %d AND tile_row = %d"
                    .formatted(tile.z(), tile.x(), (1 << tile.z()) - 1 - tile.y()))) {
          assertThat(row.getBytes(1)).isEqualTo(each.getValue());
        }
      }
      try (ResultSet row =
          statement.executeQuery("SELECT value FROM metadata WHERE name = 'bounds'")) {
        assertThat(row.getString(1)).isEqualTo("120.5000000,24.0000000,121.2500000,24.5000000");
      }
    }
  }

  private static Iterable<Map.Entry<Long, byte[]>> sample(Map<Long, byte[]> tiles) {
    int every = Math.max(1, tiles.size() / 100);
    return tiles.entrySet().stream().filter(each -> each.getKey() % every == 0).toList();
  }

  /** One in three is equal to others. */
  private static Map<Long, byte[]> tiles(int count) {
    Random random = new Random(count);
    Map<Long, byte[]> tiles = new TreeMap<>();
    long first = HilbertTile.id(9, 0, 0);
    for (int i = 0; i < count; i++) {
      byte[] body = new byte[random.nextInt(3) == 0 ? 3 : 20 + random.nextInt(40)];
      if (body.length > 3) {
        random.nextBytes(body);
      }
      tiles.put(first + i + random.nextInt(2), body);
    }
    return tiles;
  }

  private static void write(TileArchive archive, Map<Long, byte[]> tiles) throws IOException {
    try (archive) {
      for (Map.Entry<Long, byte[]> each : tiles.entrySet()) {
        HilbertTile tile = HilbertTile.of(each.getKey());
        archive.add(tile.z(), tile.x(), tile.y(), each.getValue());
      }
      archive.finish();
    }
  }

  private Iterable<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
