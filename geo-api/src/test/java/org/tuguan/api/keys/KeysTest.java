package org.tuguan.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.keys.Node.Reply;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.access.AddressRange;
import org.tuguan.core.access.KeySecret;
import org.tuguan.core.access.KeyTerms;
import org.tuguan.core.access.Right;

/** Keys in requests, on two servers that share a database. */
class KeysTest {
  private static final String WMS = "/wms?SERVICE=WMS&REQUEST=GetCapabilities";
  private static final String TILE = "/tiles/trees/10/855/441.png";
  private static final KeyTerms FREE =
      new KeyTerms(Optional.empty(), Optional.empty(), List.of(), 6000, OptionalLong.empty());

  private static TestDatabase database;
  private static Node node;
  private static Node other;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    node = Node.start(database);
    node.fill(database);
    other = Node.start(database);
  }

  @AfterAll
  static void stop() {
    other.close();
    node.close();
    database.close();
  }

  private record Made(long id, String key) {}

  private static Made make(KeyTerms terms) {
    return make(terms, List.of(), Set.of(Right.VIEW, Right.QUERY, Right.DOWNLOAD), null);
  }

  private static Made make(KeyTerms terms, List<String> layers, Set<Right> rights, String area) {
    KeySecret secret = KeySecret.draw(new SecureRandom());
    NewKey wanted =
        new NewKey(
            "test",
            KeyHolder.ofAgency("parks"),
            layers,
            rights,
            Optional.ofNullable(area),
            Optional.empty(),
            terms);
    long id = node.part(JdbcKeys.class).insert(wanted, secret.hash(), secret.hint(), "test");
    return new Made(id, secret.reveal());
  }

  private static void await(Duration most, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Test
  void capabilitiesKeepTheKeyInThePath() {
    String key = make(FREE).key();
    Reply reply = node.get("/k/" + key + WMS);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).contains("\"" + node.base() + "/k/" + key + "/wms?\"");
    assertThat(links(reply)).isNotEmpty().allMatch(link -> link.contains("/k/" + key + "/"));
  }

  @Test
  void capabilitiesKeepTheKeyInTheQuery() {
    String key = make(FREE).key();
    Reply reply = node.get(WMS + "&KEY=" + key);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).contains("\"" + node.base() + "/wms?key=" + key + "&amp;\"");
    assertThat(links(reply)).isNotEmpty().allMatch(link -> link.contains("?key=" + key));
  }

  @Test
  void capabilitiesDoNotShowAKeyThatCameInAHeader() {
    String key = make(FREE).key();
    Reply reply = node.get(WMS, "Authorization", "Bearer " + key);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).doesNotContain(key).contains("\"" + node.base() + "/wms?\"");
  }

  private static List<String> links(Reply reply) {
    return Pattern.compile(Pattern.quote(node.base()) + "[^\"'<\\s]*")
        .matcher(reply.text())
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/wms?SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.1.1",
        "/wmts?SERVICE=WMTS&REQUEST=GetCapabilities",
        "/wmts/1.0.0/WMTSCapabilities.xml",
        "/tiles/trees.json",
        "/tiles/trees.json?format=mvt",
        "/ogc",
        "/ogc?f=json",
        "/ogc/collections",
        "/ogc/collections/trees",
        "/ogc/collections/trees/items?limit=10&f=json",
        "/ogc/collections/trees/items/3",
        "/ogc/collections/trees/items?f=html",
        "/ogc/collections/trees/queryables",
        "/ogc/collections/trees/tiles",
        "/ogc/collections/trees/map/tiles/WebMercatorQuad",
        "/ogc/map/tiles",
        "/ogc/tileMatrixSets/WebMercatorQuad",
        "/ogc/conformance",
        "/ogc/api?f=json",
      })
  void linksKeepTheFormOfTheKeyEverywhere(String path) {
    String key = make(FREE).key();

    Reply inPath = node.get("/k/" + key + path);
    assertThat(inPath.status()).describedAs(inPath.text()).isEqualTo(200);
    assertThat(links(inPath)).allMatch(link -> link.contains("/k/" + key));

    Reply inQuery = node.get(path + (path.contains("?") ? "&" : "?") + "key=" + key);
    assertThat(inQuery.status()).isEqualTo(200);
    assertThat(links(inQuery)).allMatch(link -> link.contains(key));
    for (String link : links(inQuery)) {
      if (!link.contains("{") && !link.endsWith("?") && !link.endsWith("&amp;")) {
        String address = link.replace("&amp;", "&");
        assertThat(node.get(address).status()).describedAs(address).isNotEqualTo(401);
      }
    }
  }

  @Test
  void theNextPageIsFoundWithTheKey() {
    String key = make(FREE).key();
    for (String first :
        List.of(
            "/k/" + key + "/ogc/collections/trees/items?limit=40",
            "/ogc/collections/trees/items?limit=40&key=" + key)) {
      int count = 0;
      String next = first;
      while (!next.isEmpty()) {
        Reply page = node.get(next);
        count += page.json().get("features").size();
        next = "";
        for (var link : page.json().get("links")) {
          if (link.get("rel").asString().equals("next")) {
            next = link.get("href").asString();
            assertThat(next).contains(key);
          }
        }
      }
      assertThat(count).isEqualTo(100);
    }
  }

  @Test
  void answersToAKeyAreForItsHolderAlone() {
    String key = make(FREE).key();
    for (String path : List.of(TILE, WMS, "/ogc/collections", "/api/v1/layers")) {
      Reply reply = node.get("/k/" + key + path);
      assertThat(reply.header("Cache-Control")).describedAs(path).contains("private");
      assertThat(reply.header("Cache-Control")).doesNotContain("public");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
    }
    assertThat(node.get(TILE).header("Cache-Control")).contains("public");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tg_000000000000000000000000000000000000",
        "nonsense",
        "tg_'%20OR%201=1",
        "%2e%2e",
        "tg_%0d%0aX-Evil:1"
      })
  void aBadKeyIsRefusedInTheFormOfTheProtocol(String key) {
    Reply wms = node.get("/k/" + key + WMS);
    assertThat(wms.status()).isEqualTo(401);
    assertThat(wms.header("Content-Type")).startsWith("text/xml");
    assertThat(wms.text()).contains("<ServiceException>這把金鑰無效").contains("this key is not valid");
    assertThat(wms.text()).doesNotContain(key);

    Reply wmts = node.get("/wmts?REQUEST=GetCapabilities&SERVICE=WMTS&key=" + key);
    assertThat(wmts.status()).isEqualTo(401);
    assertThat(wmts.text()).contains("ExceptionReport").contains("this key is not valid");

    Reply ogc = node.get("/ogc?key=" + key);
    assertThat(ogc.status()).isEqualTo(401);
    assertThat(ogc.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(ogc.json().get("message").get("zh").asString()).contains("金鑰無效");
    assertThat(ogc.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void aKeyHoldsOnItsDaysOnly() {
    LocalDate today = LocalDate.now(TuguanApplication.ZONE);
    assertThat(status(days(today, today))).isEqualTo(200);
    assertThat(status(days(today.plusDays(1), today.plusDays(2)))).isEqualTo(401);
    assertThat(status(days(today.minusDays(2), today.minusDays(1)))).isEqualTo(401);
  }

  private static KeyTerms days(LocalDate from, LocalDate until) {
    return new KeyTerms(
        Optional.of(from), Optional.of(until), List.of(), 6000, OptionalLong.empty());
  }

  private static int status(KeyTerms terms, String... headers) {
    return node.get("/k/" + make(terms).key() + WMS, headers).status();
  }

  @Test
  void aKeyHoldsAtItsAddressesOnlyAndProxiesAreAskedForThem() {
    KeyTerms terms =
        new KeyTerms(
            Optional.empty(),
            Optional.empty(),
            List.of(
                AddressRange.parse("203.0.113.0/24").orElseThrow(),
                AddressRange.parse("2001:db8::/32").orElseThrow()),
            6000,
            OptionalLong.empty());
    assertThat(status(terms)).isEqualTo(401);
    assertThat(status(terms, "X-Forwarded-For", "203.0.113.9")).isEqualTo(200);
    assertThat(status(terms, "X-Forwarded-For", "2001:db8::9")).isEqualTo(200);
    assertThat(status(terms, "X-Forwarded-For", "203.0.113.9, 198.51.100.1")).isEqualTo(401);
    assertThat(status(terms, "X-Forwarded-For", "198.51.100.1, 203.0.113.9")).isEqualTo(200);
  }

  @Test
  void whatIsLeftIsSaidAndTooMuchIsRefused() {
    KeyTerms terms =
        new KeyTerms(Optional.empty(), Optional.empty(), List.of(), 3, OptionalLong.of(1000));
    String path = "/k/" + make(terms).key() + WMS;

    Reply first = node.get(path);
    assertThat(first.header("RateLimit-Policy"))
        .startsWith("\"minute\";q=3;w=60, \"month\";q=1000;w=");
    assertThat(first.header("RateLimit"))
        .startsWith("\"minute\";r=2;t=")
        .contains("\"month\";r=999");
    node.get(path);
    node.get(path);
    Reply fourth = node.get(path);
    assertThat(fourth.status()).isEqualTo(429);
    assertThat(Integer.parseInt(fourth.header("Retry-After"))).isBetween(1, 60);
    assertThat(fourth.text()).contains("ServiceException").contains("請求次數已達上限");
  }

  @Test
  void theQuotaOfAMonthIsSharedByAllServers() throws InterruptedException {
    KeyTerms terms =
        new KeyTerms(Optional.empty(), Optional.empty(), List.of(), 6000, OptionalLong.of(5));
    Made made = make(terms);
    String path = "/k/" + made.key() + TILE;
    for (int i = 0; i < 5; i++) {
      assertThat(node.get(path).status()).isEqualTo(200);
    }
    assertThat(node.get(path).status()).isEqualTo(429);

    JdbcKeys stored = other.part(JdbcKeys.class);
    await(Duration.ofSeconds(10), () -> stored.find(made.id()).orElseThrow().requests() == 5);
    assertThat(other.get(path).status()).isEqualTo(429);
    assertThat(stored.find(made.id()).orElseThrow().lastUsed()).isPresent();
  }

  @Test
  void aRevokedKeyIsForgottenOnEveryServerWithinSecondsTilesIncluded() throws InterruptedException {
    Made made = make(FREE);
    String path = "/k/" + made.key() + TILE;
    for (Node each : List.of(node, other)) {
      assertThat(each.get(path).status()).isEqualTo(200);
      assertThat(each.get(path).status()).isEqualTo(200);
    }

    assertThat(node.part(JdbcKeys.class).revoke(made.id(), "test")).isTrue();

    await(Duration.ofSeconds(5), () -> other.get(path).status() == 401);
    await(Duration.ofSeconds(5), () -> node.get(path).status() == 401);
    assertThat(other.get("/k/" + made.key() + "/ogc").status()).isEqualTo(401);
  }

  @Test
  void aFaultDoesNotShowTheKey() {
    String key = make(FREE).key();
    for (String path :
        List.of(
            "/ogc/collections/none", "/nowhere", "/tiles/none/1/1/1.png", "/api/v1/layers/none")) {
      Reply reply = node.get("/k/" + key + path);
      assertThat(reply.status()).describedAs(path).isEqualTo(404);
      assertThat(reply.text()).describedAs(path).doesNotContain(key);
    }
  }

  @Test
  void aKeyDoesNotManage() {
    String key = make(FREE).key();
    assertThat(node.get("/k/" + key + "/api/v1/keys").status()).isIn(401, 403);
    assertThat(
            node.post("/api/v1/keys", "{\"name\":\"x\"}", "Authorization", "Bearer " + key)
                .status())
        .isIn(401, 403);
    assertThat(node.delete("/k/" + key + "/api/v1/layers/trees").status()).isEqualTo(403);
  }

  @Test
  void aKeyOpensItsLayersOnly() {
    String key = make(FREE, List.of("trees"), Set.of(Right.VIEW), null).key();

    assertThat(node.get("/k/" + key + TILE).status()).isEqualTo(200);
    assertThat(node.get("/k/" + key + TILE.replace("trees", "lamps")).status()).isEqualTo(404);
    assertThat(node.get("/k/" + key + WMS).text()).contains("trees").doesNotContain("lamps");
    assertThat(node.get(WMS + "&key=" + key).text()).doesNotContain("lamps");
    assertThat(node.get(WMS, "Authorization", "Bearer " + key).text()).doesNotContain("lamps");
    assertThat(node.get(WMS).text()).contains("lamps");
  }

  @Test
  void aKeyDoesWhatItIsForOnly() {
    String key = make(FREE, List.of(), Set.of(Right.VIEW), null).key();

    assertThat(node.get("/k/" + key + TILE).status()).isEqualTo(200);
    assertThat(node.get("/k/" + key + "/ogc/collections/trees/items").status()).isBetween(400, 404);
  }

  @Test
  void aKeyOpensItsAreaOnly() {
    String west =
        """
        {"type":"Polygon","coordinates":[[[120.5,24],[120.6495,24],[120.6495,24.3],[120.5,24.3],[120.5,24]]]}""";
    String key = make(FREE, List.of(), Set.of(Right.VIEW, Right.QUERY, Right.DOWNLOAD), west).key();

    Reply items = node.get("/k/" + key + "/ogc/collections/trees/items?limit=100");
    assertThat(items.json().get("features").size()).isEqualTo(50);
    assertThat(node.get("/k/" + key + "/ogc/collections/trees/items/3").status()).isEqualTo(200);
    assertThat(node.get("/k/" + key + "/ogc/collections/trees/items/90").status()).isEqualTo(404);
  }

  @Test
  void peopleMakeSeeAndRevokeTheirOwnKeysAndNobodyElses() {
    Reply made =
        node.post(
            "/api/v1/keys",
            """
            {"name":"QGIS 桌機","layers":["trees"],"rights":["VIEW"],"addresses":["127.0.0.0/8"],
             "until":"2099-12-31","per_minute":100,"per_month":5000,"area_name":"西屯區",
             "area":{"type":"Polygon","coordinates":[[[120,24],[121,24],[121,25],[120,24]]]}}""",
            Node.as("planner"));
    assertThat(made.status()).describedAs(made.text()).isEqualTo(201);
    assertThat(made.header("Cache-Control")).contains("no-store");
    String secret = made.json().get("key").asString();
    long id = made.json().get("id").asLong();
    assertThat(node.get("/k/" + secret + WMS).text()).contains("trees").doesNotContain("lamps");

    Reply mine = node.get("/api/v1/keys", Node.as("planner"));
    assertThat(mine.text())
        .contains("\"name\":\"QGIS 桌機\"")
        .contains("\"limited\":true")
        .contains("\"rights\":[\"VIEW\"]")
        .contains(secret.substring(0, 7))
        .doesNotContain(secret);
    assertThat(node.get("/api/v1/keys", Node.as("partner")).text()).doesNotContain("QGIS 桌機");
    assertThat(node.get("/api/v1/keys?holder=all", Node.as("admin")).text()).contains("QGIS 桌機");
    assertThat(node.get("/api/v1/keys?holder=all", Node.as("partner")).status()).isEqualTo(400);
    assertThat(node.get("/api/v1/keys").status()).isEqualTo(401);

    assertThat(node.delete("/api/v1/keys/" + id, Node.as("partner")).status()).isEqualTo(404);
    assertThat(node.delete("/api/v1/keys/" + id, Node.as("owner")).status()).isEqualTo(404);
    assertThat(node.get("/k/" + secret + WMS).status()).isEqualTo(200);
    assertThat(node.delete("/api/v1/keys/" + id, Node.as("planner")).status()).isEqualTo(204);
    assertThat(node.get("/k/" + secret + WMS).status()).isEqualTo(401);

    String trail = node.get("/api/v1/audit", Node.as("admin")).text();
    assertThat(trail).contains("key.create").contains("key.revoke").doesNotContain(secret);
  }

  @Test
  void keysOfAnAgencyAreItsDataOwnersAffair() {
    Reply made =
        node.post("/api/v1/keys", "{\"name\":\"處理批次\",\"holder\":\"agency\"}", Node.as("owner"));
    assertThat(made.status()).describedAs(made.text()).isEqualTo(201);
    assertThat(made.json().get("agency").isNull()).isFalse();
    assertThat(
            node.post("/api/v1/keys", "{\"name\":\"x\",\"holder\":\"agency\"}", Node.as("planner"))
                .status())
        .isEqualTo(400);
    String path = "/api/v1/keys/" + made.json().get("id").asLong();
    assertThat(node.delete(path, Node.as("planner")).status()).isEqualTo(404);
    assertThat(node.delete(path, Node.as("admin")).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\" \"}",
        "{\"name\":\"x\",\"rights\":[\"MANAGE\"]}",
        "{\"name\":\"x\",\"addresses\":[\"example.org\"]}",
        "{\"name\":\"x\",\"per_minute\":0}",
        "{\"name\":\"x\",\"per_minute\":99999999}",
        "{\"name\":\"x\",\"per_month\":-1}",
        "{\"name\":\"x\",\"from\":\"2026-02-01\",\"until\":\"2026-01-01\"}",
        "{\"name\":\"x\",\"from\":\"tomorrow\"}",
        "{\"name\":\"x\",\"holder\":\"everyone\"}",
        "{\"name\":\"x\",\"area\":{\"type\":\"Point\",\"coordinates\":[0,0]}}",
        "{\"name\":\"x\",\"area\":{\"type\":\"Polygon\",\"coordinates\":\"'; DROP TABLE tuguan.access_key\"}}",
        "{\"name\":\"x\",\"layers\":[null]}",
        "[]",
        "{",
      })
  void aKeyThatMakesNoSenseIsNotMade(String draft) {
    Reply reply = node.post("/api/v1/keys", draft, Node.as("planner"));
    assertThat(reply.status()).describedAs(reply.text()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.text()).doesNotContain("SQL").doesNotContain("org.").doesNotContain("ERROR");
    assertThat(node.get("/api/v1/keys", Node.as("planner")).text())
        .doesNotContain("\"name\":\"x\"");
  }
}
