package org.tuguan.core.tile.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;

/** What lies on disk, and what a crash leaves of it. */
class DiskTilesTest {
  private static final long LIMIT = 4 << 20;

  @TempDir private Path directory;

  @Test
  void tilesOutliveTheProcess() throws IOException {
    try (DiskTiles tiles = DiskTiles.open(directory, LIMIT)) {
      for (int i = 0; i < 3_000; i++) {
        tiles.put(record(i, 5 + i % 300));
      }
      tiles.put(record(17, 999));
    }
    try (DiskTiles tiles = DiskTiles.open(directory, LIMIT)) {
      assertThat(tiles.entries()).isEqualTo(3_000);
      assertThat(tiles.sequence()).isEqualTo(2_999);
      for (int i = 0; i < 3_000; i++) {
        TileRecord found = tiles.find(key(i)).orElseThrow();
        assertThat(found.tile().body()).hasSize(i == 17 ? 999 : 5 + i % 300);
        assertThat(found.tile().etag()).isEqualTo("tag" + found.tile().body().length);
        assertThat(found.tile().mediaType()).isEqualTo("image/png");
        assertThat(found.tile().dropped()).isEqualTo(3);
        assertThat(found.sequence()).isEqualTo(i);
      }
      assertThat(tiles.find(key(3_000))).isEmpty();
    }
  }

  /** As after kill -9: the file ends anywhere in the last record. */
  @Test
  void tornEndIsCutOffAndTheRestIsGood() throws IOException {
    long before;
    try (DiskTiles tiles = DiskTiles.open(directory, LIMIT)) {
      tiles.put(record(1, 100));
      before = tiles.bytes();
      tiles.put(record(2, 100));
    }
    Path file = file();
    byte[] whole = Files.readAllBytes(file);
    for (int end = (int) before; end < whole.length; end++) {
      Files.write(file, Arrays.copyOf(whole, end));
      try (DiskTiles tiles = DiskTiles.open(directory, LIMIT)) {
        assertThat(tiles.find(key(1))).as("cut at %d", end).isPresent();
        assertThat(tiles.find(key(2))).as("cut at %d", end).isEmpty();
        tiles.put(record(3, 50));
      }
      try (DiskTiles tiles = DiskTiles.open(directory, LIMIT)) {
        assertThat(tiles.find(key(3))).as("written after cut at %d", end).isPresent();
      }
    }
  }

  /** As after a power failure: pages that were never written. */
  @Test
  void damagedRecordsAreNotGivenOut() throws IOException {
    try (DiskTiles tiles = DiskTiles.open(directory, LIMIT)) {
      for (int i = 0; i < 50; i++) {
        tiles.put(record(i, 1_000));
      }
    }
    byte[] whole = Files.readAllBytes(file());
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      byte[] damaged = whole.clone();
      int from = random.nextInt(whole.length - 700);
      Arrays.fill(damaged, from, from + 1 + random.nextInt(700), (byte) random.nextInt(2));
      Files.write(file(), damaged);
      try (DiskTiles tiles = DiskTiles.open(directory, LIMIT)) {
        int good = 0;
        for (int i = 0; i < 50; i++) {
          TileRecord expected = record(i, 1_000);
          TileRecord found = tiles.find(key(i)).orElse(expected);
          good += tiles.find(key(i)).isPresent() ? 1 : 0;
          assertThat(found.tile().body()).isEqualTo(expected.tile().body());
        }
        assertThat(good).isLessThan(50);
      }
    }
  }

  @Test
  void oldestGoWhenThereAreTooManyBytesAndWhatIsUsedStays() throws IOException {
    try (DiskTiles tiles = DiskTiles.open(directory, LIMIT)) {
      for (int i = 0; i < 2_000; i++) {
        tiles.put(record(i, 10_000));
        assertThat(tiles.find(key(0))).as("used all the time, after %d", i).isPresent();
        assertThat(tiles.bytes()).isLessThanOrEqualTo(LIMIT);
      }
      assertThat(tiles.find(key(1))).isEmpty();
      assertThat(tiles.find(key(1_999))).isPresent();
      assertThat(tiles.entries()).isBetween(300L, 420L);
    }
    long onDisk;
    try (Stream<Path> files = Files.list(directory)) {
      onDisk = files.mapToLong(file -> file.toFile().length()).sum();
    }
    assertThat(onDisk).isLessThanOrEqualTo(LIMIT);
    try (DiskTiles tiles = DiskTiles.open(directory, LIMIT / 4)) {
      assertThat(tiles.bytes()).isLessThanOrEqualTo(LIMIT / 4);
      assertThat(tiles.find(key(1_999))).isPresent();
    }
  }

  @Test
  void directoryBelongsToOneServer() throws IOException {
    try (DiskTiles tiles = DiskTiles.open(directory, LIMIT)) {
      assertThat(tiles.entries()).isZero();
      assertThatThrownBy(() -> DiskTiles.open(directory, LIMIT)).hasMessageContaining("in use");
    }
    DiskTiles.open(directory, LIMIT).close();
  }

  @Test
  void clearRemovesTheFiles() throws IOException {
    try (DiskTiles tiles = DiskTiles.open(directory, LIMIT)) {
      tiles.put(record(1, 100));
      tiles.clear();
      assertThat(tiles.find(key(1))).isEmpty();
      assertThat(tiles.bytes()).isZero();
      assertThat(segments()).isEmpty();
      tiles.put(record(2, 100));
      assertThat(tiles.find(key(2))).isPresent();
    }
  }

  @Test
  void interruptedReaderHarmsNobody() throws Exception {
    try (DiskTiles tiles = DiskTiles.open(directory, LIMIT)) {
      tiles.put(record(1, 100));
      Thread interrupted =
          new Thread(
              () -> {
                Thread.currentThread().interrupt();
                try {
                  tiles.find(key(1));
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      interrupted.start();
      interrupted.join();

      assertThat(tiles.find(key(1))).isPresent();
    }
  }

  @Test
  void keysThatShareAHashAreToldApart() throws IOException {
    try (DiskTiles tiles = DiskTiles.open(directory, LIMIT)) {
      tiles.put(record(1, 100));
    }
    // The head says another hash, with a good checksum: what a collision looks like.
    TileRecord other = record(2, 100);
    ByteBuffer bytes = other.write();
    bytes.putLong(12, TileKey.hash(key(1).text()));
    CRC32 checksum = new CRC32();
    checksum.update(bytes.slice(0, 28));
    bytes.putInt(28, (int) checksum.getValue());
    try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
      file.seek(file.length());
      file.write(bytes.array());
    }
    try (DiskTiles tiles = DiskTiles.open(directory, LIMIT)) {
      assertThat(tiles.find(key(1))).isEmpty();
    }
  }

  private Path file() throws IOException {
    return segments().get(0);
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".tiles")).toList();
    }
  }

  private static TileKey key(int number) {
    return Sample.key("臺中", new TileCoord(TileMatrixSet.WEB_MERCATOR_QUAD, 15, number, number + 1));
  }

  private static TileRecord record(int number, int length) {
    byte[] body = new byte[length];
    new Random(number).nextBytes(body);
    return new TileRecord(key(number).text(), Sample.tile(body), number);
  }
}
