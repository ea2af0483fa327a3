package org.tuguan.core.tile.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;

/** A cache over a directory: what it knows after a restart, and what it does without a disk. */
class CacheOnDiskTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Taipei"));
  private static final TileCoord HALL = Sample.CITY_HALL;
  private static final TileCoord NEXT = new TileCoord(HALL.set(), HALL.z(), HALL.x() + 1, HALL.y());

  @TempDir private Path directory;

  private final AtomicInteger made = new AtomicInteger();

  private TileCache open(Path where) {
    return TileCache.over(where, 4 << 20, 1_000_000, CLOCK);
  }

  @Test
  void tilesOfAFormerRunAreGivenOutOnceTrusted() throws Exception {
    try (TileCache cache = open(directory)) {
      ask(cache, "roads", HALL);
      cache.reached("moment 1");
    }
    try (TileCache cache = open(directory)) {
      assertThat(cache.formerMoment()).contains("moment 1");
      assertThat(cache.statistics().diskEntries()).isEqualTo(1);
      ask(cache, "roads", HALL);
      assertThat(made).as("not trusted yet").hasValue(2);
    }
    try (TileCache cache = open(directory)) {
      cache.trustFormerRuns();
      ask(cache, "roads", HALL);
      ask(cache, "roads", HALL);
      assertThat(made).hasValue(2);
      assertThat(cache.statistics().diskHits()).isEqualTo(1);
      assertThat(cache.statistics().memoryHits()).isEqualTo(1);
    }
  }

  @Test
  void whatWasStaleBeforeARestartIsStaleAfterIt() throws Exception {
    try (TileCache cache = open(directory)) {
      cache.trustFormerRuns();
      ask(cache, "roads", HALL);
      ask(cache, "roads", NEXT);
      cache.changed("roads", Optional.of(Sample.shrunk(HALL.bounds())));
    }
    try (TileCache cache = open(directory)) {
      cache.trustFormerRuns();
      assertThat(kept(cache, "roads", NEXT)).isTrue();
      assertThat(kept(cache, "roads", HALL)).isFalse();
    }
    try (TileCache cache = open(directory)) {
      cache.trustFormerRuns();
      assertThat(kept(cache, "roads", HALL)).as("made after the change").isTrue();
    }
  }

  @Test
  void changesBetweenTwoRunsCountForTilesOfTheFirst() throws Exception {
    try (TileCache cache = open(directory)) {
      ask(cache, "roads", HALL);
      ask(cache, "lakes", HALL);
    }
    try (TileCache cache = open(directory)) {
      cache.changed("roads", Optional.empty());
      cache.trustFormerRuns();
      assertThat(kept(cache, "roads", HALL)).isFalse();
      assertThat(kept(cache, "lakes", HALL)).isTrue();
    }
  }

  @Test
  void halfALineOfTheJournalIsNoChangeAndALostJournalMakesTheMomentUnknown() throws Exception {
    try (TileCache cache = open(directory)) {
      ask(cache, "roads", HALL);
      cache.reached("moment 1");
    }
    Path journal = directory.resolve("changes");
    Files.writeString(journal, "77\troads\t1,2,3", StandardOpenOption.APPEND);
    try (TileCache cache = open(directory)) {
      assertThat(cache.formerMoment()).contains("moment 1");
      cache.trustFormerRuns();
      assertThat(kept(cache, "roads", HALL)).isTrue();
    }
    Files.delete(journal);
    try (TileCache cache = open(directory)) {
      assertThat(cache.formerMoment()).isEmpty();
    }
    Files.writeString(journal, "something else\n");
    try (TileCache cache = open(directory)) {
      assertThat(cache.formerMoment()).isEmpty();
    }
  }

  @Test
  void journalStaysSmall() throws Exception {
    Random random = new Random(1);
    try (TileCache cache = open(directory)) {
      for (int i = 0; i < 60_000; i++) {
        cache.changed("roads", Optional.of(Sample.shrunk(HALL.bounds()).expand(random.nextInt(9))));
      }
    }
    assertThat(Files.size(directory.resolve("changes"))).isLessThan(5 << 20);
    ask(open(directory), "roads", HALL);
  }

  @Test
  void withoutADirectoryTilesAreMadeAndKeptInMemory() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "in the way");
    try (TileCache cache = open(file)) {
      cache.trustFormerRuns();
      ask(cache, "roads", HALL);
      cache.changed("roads", Optional.of(Sample.shrunk(NEXT.bounds())));
      cache.reached("moment");
      ask(cache, "roads", HALL);
      assertThat(made).hasValue(1);
      assertThat(cache.statistics().diskUsable()).isFalse();
      assertThat(cache.statistics().diskEntries()).isZero();
    }
  }

  /** A real disk of one megabyte; takes the right to mount one. */
  @Test
  void fullDiskHindersNobodyAndIsUsedAgainWhenThereIsRoom() throws Exception {
    Path small = Files.createDirectory(directory.resolve("small"));
    int mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "none", small.toString());
    assumeThat(mounted)
        .as("no disk can be mounted here; the other test of failing writes has run")
        .isZero();
    try (TileCache cache = open(small.resolve("tiles"))) {
      keepOnFailingDisk(cache);
      cache.clear();
      expectKeptAgain(cache);
    } finally {
      run("umount", small.toString());
    }
  }

  /** Wherever tests run: no file can be made in a directory that is not there. */
  @Test
  void writesThatFailHinderNobodyAndTheDiskIsUsedAgainWhenTheySucceed() throws Exception {
    Path tiles = directory.resolve("tiles");
    Path away = directory.resolve("away");
    try (TileCache cache = TileCache.over(tiles, 1 << 20, 0, CLOCK)) {
      Files.move(tiles, away);
      keepOnFailingDisk(cache);
      Files.move(away, tiles);
      cache.clear();
      expectKeptAgain(cache);
    }
  }

  private void keepOnFailingDisk(TileCache cache) throws Exception {
    cache.trustFormerRuns();
    for (int i = 0; i < 200; i++) {
      TileCoord coord = new TileCoord(TileMatrixSet.WEB_MERCATOR_QUAD, 15, i, i);
      CachedTile given =
          cache.get(
              Sample.key("roads", coord),
              Sample.inputs(coord, "roads"),
              () -> Sample.tile(new byte[20_000]));
      assertThat(given.body()).hasSize(20_000);
      cache.changed("roads", Optional.of(coord.bounds()));
    }
    assertThat(cache.statistics().diskUsable()).isFalse();
    assertThat(cache.statistics().misses()).isEqualTo(200);
    cache.reached("a moment that cannot be written down");
    assertThat(cache.formerMoment()).isEmpty();
  }

  private void expectKeptAgain(TileCache cache) throws Exception {
    ask(cache, "roads", HALL);
    assertThat(cache.statistics().diskUsable()).isTrue();
    assertThat(cache.statistics().diskEntries()).isEqualTo(1);
  }

  private static int run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : 1;
    } catch (IOException e) {
      return 1;
    }
  }

  private void ask(TileCache cache, String layer, TileCoord coord) throws Exception {
    cache.get(
        Sample.key(layer, coord),
        Sample.inputs(coord, layer),
        () -> Sample.tile("body " + made.incrementAndGet()));
  }

  private boolean kept(TileCache cache, String layer, TileCoord coord) throws Exception {
    int before = made.get();
    ask(cache, layer, coord);
    return made.get() == before;
  }
}
