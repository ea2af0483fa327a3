package org.tuguan.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tuguan.api.keys.Node.Reply;
import org.tuguan.core.TestDatabase;

/** What a server with narrow limits answers to strangers, and the headers of every answer. */
class LimitsTest {
  private static final String WMS = "/wms?SERVICE=WMS&REQUEST=GetCapabilities";

  private static TestDatabase database;
  private static Node node;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    node =
        Node.start(
            database,
            "--tuguan.access.anonymous-per-minute=3",
            "--tuguan.access.anonymous-features=50",
            "--tuguan.access.body=1KB",
            "--tuguan.snapshot.budget=0",
            "--spring.datasource.hikari.maximum-pool-size=6",
            "--spring.datasource.hikari.connection-timeout=500");
    node.fill(database);
  }

  @AfterAll
  static void stop() {
    node.close();
    database.close();
  }

  @Test
  void strangersAreCountedByAddress() {
    Reply first = node.get(WMS, "X-Forwarded-For", "203.0.113.5");
    assertThat(first.header("RateLimit")).startsWith("\"minute\";r=2;t=");
    node.get(WMS, "X-Forwarded-For", "203.0.113.5");
    node.get("/ogc", "X-Forwarded-For", "203.0.113.5");

    Reply fourth = node.get("/ogc", "X-Forwarded-For", "203.0.113.5");
    assertThat(fourth.status()).isEqualTo(429);
    assertThat(fourth.header("Retry-After")).isNotEmpty();
    assertThat(fourth.json().get("message").get("zh").asString()).contains("上限");
    assertThat(node.get("/about.html", "X-Forwarded-For", "203.0.113.5").status()).isEqualTo(200);
    assertThat(node.get(WMS, "X-Forwarded-For", "203.0.113.6").status()).isEqualTo(200);
  }

  @Test
  void aHouseholdOfAddressesCountsAsOne() {
    for (int i = 1; i <= 3; i++) {
      assertThat(node.get(WMS, "X-Forwarded-For", "2001:db8::" + i).status()).isEqualTo(200);
    }
    assertThat(node.get(WMS, "X-Forwarded-For", "2001:db8::4").status()).isEqualTo(429);
    assertThat(node.get(WMS, "X-Forwarded-For", "2001:db8:0:1::1").status()).isEqualTo(200);
  }

  @Test
  void guessingAtKeysIsCountedToo() {
    String bad = "/k/tg_000000000000000000000000000000000000" + WMS;
    for (int i = 0; i < 3; i++) {
      assertThat(node.get(bad, "X-Forwarded-For", "203.0.113.9").status()).isEqualTo(401);
    }
    assertThat(node.get(bad, "X-Forwarded-For", "203.0.113.9").status()).isEqualTo(429);
  }

  @Test
  void strangersTakeSmallLayersOnly() {
    Reply refused = node.get("/api/v1/layers/trees/data.geojson");
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.json().get("message").get("zh").asString()).contains("最多下載 50 筆");
    assertThat(node.get("/api/v1/layers/trees/data.geojson", Node.as("admin")).status())
        .isEqualTo(200);
  }

  @Test
  void aBodyThatIsTooLongIsNotRead() {
    String body = "{\"name\":\"" + "x".repeat(2000) + "\"}";
    Reply refused = node.post("/api/v1/keys", body, Node.as("planner"));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.text()).contains("tuguan.access.body");
    Reply wms = node.post("/wms", "SLD_BODY=" + "x".repeat(2000));
    assertThat(wms.status()).isEqualTo(413);
    assertThat(wms.text()).contains("ServiceException");
  }

  /** What is in memory is answered all the same. */
  @Test
  void whoFindsNoConnectionIsToldToComeAgain() throws SQLException {
    List<Connection> all = new ArrayList<>();
    int told = 0;
    try {
      for (String path :
          List.of(
              "/ogc/collections/trees/items/1",
              "/ogc/collections/trees/items?limit=5",
              "/api/v1/layers/lamps/data.geojson",
              "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=trees&STYLES=&SRS=EPSG:4326"
                  + "&BBOX=120.6,24.1,120.7,24.2&WIDTH=64&HEIGHT=64&FORMAT=image/png",
              "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetFeatureInfo&LAYERS=trees&QUERY_LAYERS=trees&STYLES="
                  + "&SRS=EPSG:4326&BBOX=120.6,24.1,120.7,24.2&WIDTH=64&HEIGHT=64&X=1&Y=1",
              "/tiles/lamps/10/855/441.png",
              "/tiles/lamps/10/855/441.mvt",
              "/wmts/1.0.0/lamps/plain/WebMercatorQuad/11/882/1710.png")) {
        takeAll(all);
        Reply reply = node.get(path);
        assertThat(reply.status()).describedAs(path + " " + reply.text()).isIn(200, 204, 503);
        if (reply.status() == 503) {
          told++;
          assertThat(reply.header("Retry-After")).describedAs(path).isEqualTo("5");
          assertThat(reply.text()).contains("try again in 5 seconds");
        }
      }
    } finally {
      for (Connection each : all) {
        each.close();
      }
    }
    assertThat(told).isGreaterThan(2);
    assertThat(node.get("/ogc/collections/trees/items/1").status()).isEqualTo(200);
  }

  private static void takeAll(List<Connection> all) {
    DataSource pool = node.part(DataSource.class);
    try {
      for (int i = 0; i < 100; i++) {
        all.add(pool.getConnection());
      }
    } catch (SQLException none) {
      assertThat(all).isNotEmpty();
    }
  }

  @Test
  void everyAnswerTellsTheBrowserToBeCareful() {
    for (String path : new String[] {"/", WMS, "/ogc", "/api/v1/layers", "/nowhere"}) {
      Reply reply = node.get(path);
      assertThat(reply.header("X-Content-Type-Options")).describedAs(path).isEqualTo("nosniff");
      assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(reply.header("Content-Security-Policy"))
          .contains("default-src 'self'")
          .contains("object-src 'none'")
          .contains("frame-ancestors 'none'");
      assertThat(reply.header("Referrer-Policy")).isNotEmpty();
      assertThat(reply.header("Strict-Transport-Security")).isEmpty();
      assertThat(node.get(path, "X-Forwarded-Proto", "https").header("Strict-Transport-Security"))
          .describedAs(path)
          .contains("max-age=");
    }
  }
}
