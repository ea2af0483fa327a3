package org.tuguan.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tuguan.api.keys.Node.Reply;

/** People and agencies make their keys. */
class KeyHoldersTest {
  private static final String WMS = "/wms?SERVICE=WMS&REQUEST=GetCapabilities";

  @RegisterExtension static final KeyNodes NODES = new KeyNodes();

  @Test
  void peopleMakeSeeAndRevokeTheirOwnKeysAndNobodyElses() {
    Reply made =
        NODES
            .node()
            .post(
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
    assertThat(NODES.node().get("/k/" + secret + WMS).text())
        .contains("trees")
        .doesNotContain("lamps");

    Reply mine = NODES.node().get("/api/v1/keys", Node.as("planner"));
    assertThat(mine.text())
        .contains("\"name\":\"QGIS 桌機\"")
        .contains("\"limited\":true")
        .contains("\"rights\":[\"VIEW\"]")
        .contains(secret.substring(0, 7))
        .doesNotContain(secret);
    assertThat(NODES.node().get("/api/v1/keys", Node.as("partner")).text())
        .doesNotContain("QGIS 桌機");
    assertThat(NODES.node().get("/api/v1/keys?holder=all", Node.as("admin")).text())
        .contains("QGIS 桌機");
    assertThat(NODES.node().get("/api/v1/keys?holder=all", Node.as("partner")).status())
        .isEqualTo(400);
    assertThat(NODES.node().get("/api/v1/keys").status()).isEqualTo(401);

    assertThat(NODES.node().delete("/api/v1/keys/" + id, Node.as("partner")).status())
        .isEqualTo(404);
    assertThat(NODES.node().delete("/api/v1/keys/" + id, Node.as("owner")).status()).isEqualTo(404);
    assertThat(NODES.node().get("/k/" + secret + WMS).status()).isEqualTo(200);
    assertThat(NODES.node().delete("/api/v1/keys/" + id, Node.as("planner")).status())
        .isEqualTo(204);
    assertThat(NODES.node().get("/k/" + secret + WMS).status()).isEqualTo(401);

    String trail = NODES.node().get("/api/v1/audit", Node.as("admin")).text();
    assertThat(trail).contains("key.create").contains("key.revoke").doesNotContain(secret);
  }

  @Test
  void keysOfAnAgencyAreItsDataOwnersAffair() {
    Reply made =
        NODES
            .node()
            .post("/api/v1/keys", "{\"name\":\"處理批次\",\"holder\":\"agency\"}", Node.as("owner"));
    assertThat(made.status()).describedAs(made.text()).isEqualTo(201);
    assertThat(made.json().get("agency").isNull()).isFalse();
    assertThat(
            NODES
                .node()
                .post("/api/v1/keys", "{\"name\":\"x\",\"holder\":\"agency\"}", Node.as("planner"))
                .status())
        .isEqualTo(400);
    String path = "/api/v1/keys/" + made.json().get("id").asLong();
    assertThat(NODES.node().delete(path, Node.as("planner")).status()).isEqualTo(404);
    assertThat(NODES.node().delete(path, Node.as("admin")).status()).isEqualTo(204);
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
    Reply reply = NODES.node().post("/api/v1/keys", draft, Node.as("planner"));
    assertThat(reply.status()).describedAs(reply.text()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.text()).doesNotContain("SQL").doesNotContain("org.").doesNotContain("ERROR");
    assertThat(NODES.node().get("/api/v1/keys", Node.as("planner")).text())
        .doesNotContain("\"name\":\"x\"");
  }
}
