package org.tuguan.core.tile.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;

/** What is kept, and what must not be given out any more. */
class TileCacheTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T04:00:00Z"), ZoneId.of("Asia/Taipei"));

  private final TileCache cache = TileCache.inMemory(10_000_000, NOON);
  private final AtomicInteger made = new AtomicInteger();

  private CachedTile make() {
    return Sample.tile("body " + made.incrementAndGet());
  }

  @Test
  @Timeout(30)
  void hundredThreadsMakeOneTileOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(100);
    CountDownLatch ready = new CountDownLatch(100);
    List<Future<CachedTile>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(
          threads.submit(
              () -> {
                ready.countDown();
                ready.await();
                return cache.get(
                    Sample.key("a", Sample.CITY_HALL),
                    Sample.inputs(Sample.CITY_HALL, "roads"),
                    () -> {
                      Thread.sleep(50);
                      return make();
                    });
              }));
    }
    Set<CachedTile> different = new HashSet<>();
    for (Future<CachedTile> answer : answers) {
      different.add(answer.get());
    }
    threads.shutdown();

    assertThat(made).hasValue(1);
    assertThat(different).hasSize(1);
    CacheStatistics statistics = cache.statistics();
    assertThat(statistics.misses()).isEqualTo(1);
    assertThat(statistics.memoryHits() + statistics.shared()).isEqualTo(99);
  }

  @Test
  void failureIsThrownAndTheNextCallMakesAnew() throws Exception {
    TileKey key = Sample.key("a", Sample.CITY_HALL);
    TileInputs inputs = Sample.inputs(Sample.CITY_HALL, "roads");

    assertThatThrownBy(
            () ->
                cache.get(
                    key,
                    inputs,
                    () -> {
                      throw new IllegalStateException("no room");
                    }))
        .hasMessage("no room");

    assertThat(cache.get(key, inputs, this::make).body()).asString().isEqualTo("body 1");
    assertThat(cache.get(key, inputs, this::make).body()).asString().isEqualTo("body 1");
  }

  @Test
  @Timeout(30)
  void whoAsksAfterAChangeIsNotGivenWhatWasBegunBefore() throws Exception {
    TileKey key = Sample.key("a", Sample.CITY_HALL);
    TileInputs inputs = Sample.inputs(Sample.CITY_HALL, "roads");
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Future<CachedTile> first =
        threads.submit(
            () ->
                cache.get(
                    key,
                    inputs,
                    () -> {
                      begun.countDown();
                      goOn.await();
                      return Sample.tile("old");
                    }));
    begun.await();
    cache.changed("roads", Optional.of(Sample.CITY_HALL.bounds()));
    Future<CachedTile> second =
        threads.submit(() -> cache.get(key, inputs, () -> Sample.tile("new")));
    Thread.sleep(50);
    goOn.countDown();

    assertThat(first.get().body()).asString().isEqualTo("old");
    assertThat(second.get().body()).asString().isEqualTo("new");
    assertThat(cache.get(key, inputs, this::make).body()).asString().isEqualTo("new");
    threads.shutdown();
  }

  @Test
  void onlyTilesOfTheLayerThatMeetTheBoxAreMadeAgain() throws Exception {
    TileCoord hall = Sample.CITY_HALL;
    TileCoord next = new TileCoord(hall.set(), hall.z(), hall.x() + 1, hall.y());
    Bounds inside = Sample.shrunk(hall.bounds());
    put("roads", hall);
    put("roads", next);
    put("lakes", hall);

    cache.changed("roads", Optional.of(inside));

    assertThat(kept("roads", hall)).isFalse();
    assertThat(kept("roads", next)).isTrue();
    assertThat(kept("lakes", hall)).isTrue();
    assertThat(cache.statistics().stale()).isEqualTo(1);
  }

  @Test
  void changeWithoutABoxTouchesTheWholeLayer() throws Exception {
    put("roads", Sample.CITY_HALL);
    put("lakes", Sample.CITY_HALL);

    cache.changed("roads", Optional.empty());

    assertThat(kept("roads", Sample.CITY_HALL)).isFalse();
    assertThat(kept("lakes", Sample.CITY_HALL)).isTrue();

    cache.changedAll(Optional.of(Sample.CITY_HALL.bounds()));

    assertThat(kept("lakes", Sample.CITY_HALL)).isFalse();
  }

  /** Against points: a tile that shows a changed point goes, one far from the box stays. */
  @Test
  void tilesOfEveryGridGoExactlyWhereBoxesMeet() throws Exception {
    Random random = new Random(20260301);
    Crs[] systems = {Crs.TWD97_TM2_121, Crs.TWD67_TM2_121, Crs.CRS84, Crs.WEB_MERCATOR};
    int stayed = 0;
    for (int round = 0; round < 300; round++) {
      Bounds box = Sample.randomBox(random, systems[round % systems.length]);
      TileMatrixSet set = TileMatrixSet.listAll().get(round % 3);
      int level = 4 + random.nextInt(set.maxLevel() - 6);
      double[] point = Sample.randomPoint(random, box, set.crs());
      TileCoord shows = set.at(level, point[0], point[1]);
      double[] other = Sample.randomPoint(random, Sample.CITY, set.crs());
      TileCoord elsewhere = set.at(level, other[0], other[1]);
      put("roads", shows);
      put("roads", elsewhere);

      cache.changed("roads", Optional.of(box));

      Bounds there = CoordinateTransform.between(box.crs(), set.crs()).apply(box);
      if (!there.expand(0.01 * (there.width() + there.height())).intersects(elsewhere.bounds())) {
        assertThat(kept("roads", elsewhere)).as("%s not in %s", elsewhere, box).isTrue();
        stayed++;
      }
      assertThat(kept("roads", shows)).as("%s shows a point of %s", shows, box).isFalse();
    }
    assertThat(stayed).isGreaterThan(50);
  }

  @Test
  void burstOfChangesIsRememberedInLittleAndMissesNothing() throws Exception {
    Random random = new Random(7);
    ChangeLog log = new ChangeLog(List.of(Crs.WEB_MERCATOR, Crs.CRS84, Crs.TWD97_TM2_121));
    List<Bounds> boxes = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      boxes.add(Sample.randomBox(random, Crs.TWD97_TM2_121));
      log.add("roads", boxes.get(i));
    }
    List<ChangeLog.Change> remembered = new ArrayList<>();
    log.forEach(remembered::add);

    assertThat(remembered).hasSizeLessThanOrEqualTo(ChangeLog.MOST);
    for (int i = 0; i < boxes.size(); i++) {
      assertThat(log.touched(new TileInputs(boxes.get(i), List.of("roads"), Duration.ZERO), i))
          .isTrue();
    }
    assertThat(
            log.touched(
                new TileInputs(boxes.get(0), List.of("roads"), Duration.ZERO), boxes.size()))
        .isFalse();
  }

  @Test
  void tileIsMadeAgainWhenItIsTooOld() throws Exception {
    TileKey key = Sample.key("a", Sample.CITY_HALL);
    Bounds area = Sample.CITY_HALL.bounds();
    long now = NOON.millis();
    cache.get(
        key,
        new TileInputs(area, List.of("view"), Duration.ofMinutes(1)),
        () -> new CachedTile(new byte[1], "t", "image/png", now - 59_999, 0));

    TileInputs minute = new TileInputs(area, List.of("view"), Duration.ofMinutes(1));
    cache.get(key, minute, this::make);
    assertThat(made).hasValue(0);
    cache.get(key, new TileInputs(area, List.of("view"), Duration.ofSeconds(59)), this::make);
    assertThat(made).hasValue(1);
  }

  @Test
  void tileThatMayNotAgeIsMadeForEveryCall() throws Exception {
    TileInputs never = new TileInputs(Sample.CITY_HALL.bounds(), List.of("untold"), Duration.ZERO);

    cache.get(Sample.key("a", Sample.CITY_HALL), never, this::make);
    cache.get(Sample.key("a", Sample.CITY_HALL), never, this::make);

    assertThat(made).hasValue(2);
    assertThat(cache.statistics().memoryEntries()).isZero();
  }

  @Test
  void clearForgetsEverything() throws Exception {
    put("roads", Sample.CITY_HALL);

    cache.clear();

    assertThat(cache.statistics().memoryEntries()).isZero();
    assertThat(kept("roads", Sample.CITY_HALL)).isFalse();
  }

  private void put(String layer, TileCoord coord) throws Exception {
    cache.get(Sample.key(layer, coord), Sample.inputs(coord, layer), this::make);
  }

  private boolean kept(String layer, TileCoord coord) throws Exception {
    int before = made.get();
    cache.get(Sample.key(layer, coord), Sample.inputs(coord, layer), this::make);
    return made.get() == before;
  }
}
