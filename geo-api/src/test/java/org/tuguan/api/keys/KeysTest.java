package org.tuguan.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.keys.Node.Reply;
import org.tuguan.core.access.AddressRange;
import org.tuguan.core.access.KeyTerms;
import org.tuguan.core.access.Right;

/** Keys in requests: what they open, when and how often, on two servers that share a database. */
class KeysTest {
  private static final String WMS = "/wms?SERVICE=WMS&REQUEST=GetCapabilities";
  private static final String TILE = "/tiles/trees/10/855/441.png";

  @RegisterExtension static final KeyNodes NODES = new KeyNodes();

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
    Reply wms = NODES.node().get("/k/" + key + WMS);
    assertThat(wms.status()).isEqualTo(401);
    assertThat(wms.header("Content-Type")).startsWith("text/xml");
    assertThat(wms.text()).contains("<ServiceException>這把金鑰無效").contains("this key is not valid");
    assertThat(wms.text()).doesNotContain(key);

    Reply wmts = NODES.node().get("/wmts?REQUEST=GetCapabilities&SERVICE=WMTS&key=" + key);
    assertThat(wmts.status()).isEqualTo(401);
    assertThat(wmts.text()).contains("ExceptionReport").contains("this key is not valid");

    Reply ogc = NODES.node().get("/ogc?key=" + key);
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
    return NODES.node().get("/k/" + NODES.make(terms).key() + WMS, headers).status();
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
    String path = "/k/" + NODES.make(terms).key() + WMS;

    Reply first = NODES.node().get(path);
    assertThat(first.header("RateLimit-Policy"))
        .startsWith("\"minute\";q=3;w=60, \"month\";q=1000;w=");
    assertThat(first.header("RateLimit"))
        .startsWith("\"minute\";r=2;t=")
        .contains("\"month\";r=999");
    NODES.node().get(path);
    NODES.node().get(path);
    Reply fourth = NODES.node().get(path);
    assertThat(fourth.status()).isEqualTo(429);
    assertThat(Integer.parseInt(fourth.header("Retry-After"))).isBetween(1, 60);
    assertThat(fourth.text()).contains("ServiceException").contains("請求次數已達上限");
  }

  @Test
  void theQuotaOfAMonthIsSharedByAllServers() throws InterruptedException {
    KeyTerms terms =
        new KeyTerms(Optional.empty(), Optional.empty(), List.of(), 6000, OptionalLong.of(5));
    KeyNodes.Made made = NODES.make(terms);
    String path = "/k/" + made.key() + TILE;
    for (int i = 0; i < 5; i++) {
      assertThat(NODES.node().get(path).status()).isEqualTo(200);
    }
    assertThat(NODES.node().get(path).status()).isEqualTo(429);

    JdbcKeys stored = NODES.other().part(JdbcKeys.class);
    await(Duration.ofSeconds(10), () -> stored.find(made.id()).orElseThrow().requests() == 5);
    assertThat(NODES.other().get(path).status()).isEqualTo(429);
    assertThat(stored.find(made.id()).orElseThrow().lastUsed()).isPresent();
  }

  @Test
  void aRevokedKeyIsForgottenOnEveryServerWithinSecondsTilesIncluded() throws InterruptedException {
    KeyNodes.Made made = NODES.make(KeyNodes.FREE);
    String path = "/k/" + made.key() + TILE;
    for (Node each : List.of(NODES.node(), NODES.other())) {
      assertThat(each.get(path).status()).isEqualTo(200);
      assertThat(each.get(path).status()).isEqualTo(200);
    }

    assertThat(NODES.node().part(JdbcKeys.class).revoke(made.id(), "test")).isTrue();

    await(Duration.ofSeconds(5), () -> NODES.other().get(path).status() == 401);
    await(Duration.ofSeconds(5), () -> NODES.node().get(path).status() == 401);
    assertThat(NODES.other().get("/k/" + made.key() + "/ogc").status()).isEqualTo(401);
  }

  private static void await(Duration most, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Test
  void aKeyDoesNotManage() {
    String key = NODES.make(KeyNodes.FREE).key();
    assertThat(NODES.node().get("/k/" + key + "/api/v1/keys").status()).isIn(401, 403);
    assertThat(
            NODES
                .node()
                .post("/api/v1/keys", "{\"name\":\"x\"}", "Authorization", "Bearer " + key)
                .status())
        .isIn(401, 403);
    assertThat(NODES.node().delete("/k/" + key + "/api/v1/layers/trees").status()).isEqualTo(403);
  }

  @Test
  void aKeyOpensItsLayersOnly() {
    String key = NODES.make(KeyNodes.FREE, List.of("trees"), Set.of(Right.VIEW), null).key();

    assertThat(NODES.node().get("/k/" + key + TILE).status()).isEqualTo(200);
    assertThat(NODES.node().get("/k/" + key + TILE.replace("trees", "lamps")).status())
        .isEqualTo(404);
    assertThat(NODES.node().get("/k/" + key + WMS).text())
        .contains("trees")
        .doesNotContain("lamps");
    assertThat(NODES.node().get(WMS + "&key=" + key).text()).doesNotContain("lamps");
    assertThat(NODES.node().get(WMS, "Authorization", "Bearer " + key).text())
        .doesNotContain("lamps");
    assertThat(NODES.node().get(WMS).text()).contains("lamps");
  }

  @Test
  void aKeyDoesWhatItIsForOnly() {
    String key = NODES.make(KeyNodes.FREE, List.of(), Set.of(Right.VIEW), null).key();

    assertThat(NODES.node().get("/k/" + key + TILE).status()).isEqualTo(200);
    assertThat(NODES.node().get("/k/" + key + "/ogc/collections/trees/items").status())
        .isBetween(400, 404);
  }

  @Test
  void aKeyOpensItsAreaOnly() {
    String west =
        """
        {"type":"Polygon","coordinates":[[[120.5,24],[120.6495,24],[120.6495,24.3],[120.5,24.3],[120.5,24]]]}""";
    String key =
        NODES
            .make(KeyNodes.FREE, List.of(), Set.of(Right.VIEW, Right.QUERY, Right.DOWNLOAD), west)
            .key();

    Reply items = NODES.node().get("/k/" + key + "/ogc/collections/trees/items?limit=100");
    assertThat(items.json().get("features").size()).isEqualTo(50);
    assertThat(NODES.node().get("/k/" + key + "/ogc/collections/trees/items/3").status())
        .isEqualTo(200);
    assertThat(NODES.node().get("/k/" + key + "/ogc/collections/trees/items/90").status())
        .isEqualTo(404);
  }
}
