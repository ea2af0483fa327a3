package org.tuguan.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

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
            "--tuguan.access.body=1KB");
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
