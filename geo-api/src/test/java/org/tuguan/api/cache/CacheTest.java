package org.tuguan.api.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.snapshots.Following;
import org.tuguan.api.wms.BlueLakeServer;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.TableRef;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;
import org.tuguan.core.tile.cache.CacheStatistics;
import org.tuguan.core.tile.cache.CachedTile;
import org.tuguan.core.tile.cache.TileCache;
import org.tuguan.core.tile.cache.TileInputs;
import org.tuguan.core.tile.cache.TileKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cache of a running server: fresh, told of, emptied, and good for the next run. */
@BlueLakeServer
class CacheTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Around 0.5, 0.5 degrees, where no pond is. */
  private static final String HERE = "/tiles/cite:Ponds/12/2053/2042.png";

  private static final String ELSEWHERE = "/tiles/cite:Ponds/12/2060/2042.png";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private TileCache cache;
  @Autowired private Following following;
  @Autowired private JdbcMoments moments;
  @Autowired private CatalogStore catalogs;
  @Autowired private JdbcPurges purgeLog;
  @Autowired private Clock clock;

  @BeforeEach
  void waitForTheFollower() {
    await().atMost(Duration.ofSeconds(20)).until(() -> !tracked().isEmpty());
    cache.clear();
  }

  @AfterEach
  void dryUp() {
    jdbc.sql("DELETE FROM layers.ponds WHERE fid = 'new'").update();
  }

  private Map<String, TableRef> tracked() {
    return following.trackedTables();
  }

  private void digAPond() {
    jdbc.sql(
            "INSERT INTO layers.ponds SELECT 'new', 'New', 'x', ST_Multi(ST_MakeEnvelope(0.49, 0.49, 0.51, 0.51, 4326))")
        .update();
  }

  @Test
  void tileIsMadeOnceAndAgainWhenWhatItShowsChanges() throws Exception {
    byte[] empty = get(HERE);
    get(ELSEWHERE);
    get(HERE);
    CacheStatistics before = cache.statistics();

    digAPond();

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(get(HERE)).isNotEqualTo(empty));
    long stale = cache.statistics().stale();
    get(ELSEWHERE);
    get(HERE);
    assertThat(stale - before.stale()).isEqualTo(1);
    assertThat(cache.statistics().stale()).isEqualTo(stale);
    assertThat(cache.statistics().misses() - before.misses()).isEqualTo(1);
  }

  /** As in the next run: the same layer, read again. */
  @Test
  void tileHasTheSameNameWhenTheCatalogIsReadAgain() throws Exception {
    get(HERE);
    long made = cache.statistics().misses();
    Layer before = catalogs.catalog().findLayer("cite:Ponds").orElseThrow();
    jdbc.sql("UPDATE tuguan.layer SET place_name = place_name WHERE name = 'cite:Ponds'").update();
    catalogs.refresh();

    get(HERE);

    assertThat(catalogs.catalog().findLayer("cite:Ponds").orElseThrow()).isNotSameAs(before);
    assertThat(cache.statistics().misses()).isEqualTo(made);
  }

  @Test
  void statusCountsAndPrometheusHearsOfIt() throws Exception {
    get(HERE);
    get(HERE);

    JsonNode status = JSON.readTree(get("/api/v1/cache"));

    assertThat(status.get("memory_limit").asLong()).isEqualTo(64 << 20);
    assertThat(status.get("hit_rate").asDouble()).isBetween(0.01, 1.0);
    assertThat(status.get("since").get("memory_hits").asLong()).isPositive();
    assertThat(status.get("since").get("memory_entries").asLong()).isPositive();
  }

  @Test
  void ownersEmptyTheCacheAndOthersDoNot() throws Exception {
    get(HERE);
    get(ELSEWHERE);
    long made = cache.statistics().misses();

    assertThat(delete("/api/v1/cache?layer=cite:Ponds", null)).isEqualTo(401);
    assertThat(delete("/api/v1/cache?layer=none", "admin:test")).isEqualTo(404);
    assertThat(delete("/api/v1/cache?bbox=1,2,3", "admin:test")).isEqualTo(400);
    get(HERE);
    assertThat(cache.statistics().misses()).isEqualTo(made);

    assertThat(delete("/api/v1/cache?layer=cite:Ponds&bbox=0.49,0.49,0.5,0.5", "admin:test"))
        .isEqualTo(204);
    get(HERE);
    get(ELSEWHERE);
    assertThat(cache.statistics().misses()).isEqualTo(made + 1);

    assertThat(delete("/api/v1/cache", "admin:test")).isEqualTo(204);
    get(ELSEWHERE);
    assertThat(cache.statistics().misses()).isEqualTo(made + 2);
  }

  @Test
  void nextRunKnowsWhatChangedWhileNoServerRan(@TempDir Path directory) throws Exception {
    run(directory, Map.of("cite:Ponds", true, "cite:Lakes", true, "elsewhere", true));
    digAPond();

    run(directory, Map.of("cite:Ponds", true, "cite:Lakes", false, "elsewhere", false));
    run(directory, Map.of("cite:Ponds", false, "cite:Lakes", false, "elsewhere", false));
  }

  @Test
  void nextRunKnowsWhatWasPurgedElsewhereMeanwhile(@TempDir Path directory) throws Exception {
    run(directory, Map.of("cite:Ponds", true, "cite:Lakes", true));
    try (TileCache elsewhere = TileCache.inMemory(1 << 20, clock)) {
      new Purges(elsewhere, purgeLog).purge(new Purge(Optional.of("cite:Lakes"), Optional.empty()));
    }

    run(directory, Map.of("cite:Ponds", false, "cite:Lakes", true));
    run(directory, Map.of("cite:Ponds", false, "cite:Lakes", false));
  }

  @Test
  void purgeReachesTheOtherNodeAndThisOneOnce() throws Exception {
    try (TileCache elsewhere = TileCache.inMemory(1 << 20, clock)) {
      Purges otherNode = new Purges(elsewhere, purgeLog);
      otherNode.catchUp();
      int here = ask(elsewhere, "cite:Ponds", 2053) + ask(elsewhere, "cite:Ponds", 2060);
      assertThat(here).isEqualTo(2);

      assertThat(delete("/api/v1/cache?layer=cite:Ponds&bbox=0.49,0.49,0.5,0.5", "admin:test"))
          .isEqualTo(204);
      otherNode.catchUp();
      assertThat(ask(elsewhere, "cite:Ponds", 2060)).as("far away").isZero();
      assertThat(ask(elsewhere, "cite:Ponds", 2053)).isEqualTo(1);
      otherNode.catchUp();
      assertThat(ask(elsewhere, "cite:Ponds", 2053)).as("purged once").isZero();

      assertThat(delete("/api/v1/cache", "admin:test")).isEqualTo(204);
      otherNode.catchUp();
      assertThat(ask(elsewhere, "cite:Ponds", 2060)).isEqualTo(1);
    }
  }

  @Test
  void purgeOfAnotherNodeReachesARunningServerWithinSeconds() throws Exception {
    get(HERE);
    get(ELSEWHERE);
    long made = cache.statistics().misses();
    Bounds box = new Bounds(Crs.CRS84, 0.49, 0.49, 0.5, 0.5);
    try (TileCache elsewhere = TileCache.inMemory(1 << 20, clock)) {
      new Purges(elsewhere, purgeLog).purge(new Purge(Optional.empty(), Optional.of(box)));
    }

    await()
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(
            () -> {
              get(HERE);
              assertThat(cache.statistics().misses()).isEqualTo(made + 1);
            });
    get(ELSEWHERE);
    assertThat(cache.statistics().misses()).isEqualTo(made + 1);
  }

  /** How many tiles had to be made: one or none. */
  private int ask(TileCache of, String layer, int x) throws Exception {
    TileCoord tile = new TileCoord(TileMatrixSet.WEB_MERCATOR_QUAD, 12, x, 2042);
    long made = of.statistics().misses();
    of.get(
        new TileKey(layer, tile.set().id(), 12, x, 2042, "png"),
        new TileInputs(tile.bounds(), List.of(layer), TileInputs.FOREVER),
        () -> new CachedTile(new byte[9], "tag", "image/png", clock.millis(), 0));
    return (int) (of.statistics().misses() - made);
  }

  @Test
  void whatCannotBeKnownCountsAsChanged(@TempDir Path directory) throws Exception {
    run(directory, Map.of("cite:Ponds", true, "cite:Lakes", true));
    Moment now = moments.now(tracked());

    reach(directory, new Moment(now.database() + "other", now.snapshot(), now.at(), now.tables()));
    run(directory, Map.of("cite:Ponds", true, "cite:Lakes", true));

    reach(
        directory,
        new Moment(
            now.database(), now.snapshot(), now.at() - Duration.ofDays(1).toMillis(), Map.of()));
    run(directory, Map.of("cite:Ponds", true, "cite:Lakes", true));

    reach(
        directory,
        new Moment(now.database(), "999999999999:999999999999:", now.at(), now.tables()));
    run(directory, Map.of("cite:Ponds", true, "cite:Lakes", true));

    reach(
        directory,
        new Moment(
            now.database(),
            now.snapshot(),
            now.at(),
            Map.of(
                "cite:Ponds",
                1L,
                "cite:Lakes",
                moments.now(tracked()).tables().get("cite:Lakes"))));
    run(directory, Map.of("cite:Ponds", true, "cite:Lakes", false));
  }

  private void reach(Path directory, Moment moment) {
    try (TileCache former = TileCache.over(directory, 1 << 20, 1 << 20, clock)) {
      former.reached(moment.text());
    }
  }

  /** A run of a server, short: which tiles it has to make. */
  private void run(Path directory, Map<String, Boolean> expected) throws Exception {
    try (TileCache next = TileCache.over(directory, 1 << 20, 1 << 20, clock)) {
      new FormerTiles(next, moments, catalogs, new Purges(next, purgeLog)).catchUp(tracked());
      for (Map.Entry<String, Boolean> each : expected.entrySet()) {
        boolean far = each.getKey().equals("elsewhere");
        String layer = far ? "cite:Ponds" : each.getKey();
        boolean made = ask(next, layer, far ? 2060 : 2053) > 0;
        assertThat(made).as(each.getKey()).isEqualTo(each.getValue());
      }
      next.reached(moments.now(tracked()).text());
    }
  }

  @Test
  void momentComesBackAsItWasWritten() {
    Moment moment = new Moment("a/1/2", "5:9:7", 77, Map.of("道路", 12L, "x", 3L));

    assertThat(Moment.parse(moment.text())).contains(moment);
    assertThat(Moment.parse("")).isEmpty();
    assertThat(Moment.parse("a\nb\nc")).isEmpty();
  }

  private byte[] get(String path) throws Exception {
    HttpResponse<byte[]> reply =
        HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(reply.statusCode())
        .as(new String(reply.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return reply.body();
  }

  private int delete(String path, String account) throws Exception {
    HttpRequest.Builder request = request(path).DELETE();
    if (account != null) {
      byte[] bytes = account.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    } else {
      request.header("Authorization", "Basic eDp5");
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }
}
