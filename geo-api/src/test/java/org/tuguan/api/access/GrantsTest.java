package org.tuguan.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Giving rights and taking them back, over HTTP. */
@ExtendWith(RunningNode.class)
class GrantsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TO_PARKS =
      "{\"grantee\": {\"kind\": \"agency\", \"id\": \"parks\"}, \"rights\": [\"QUERY\"]%s}";

  private static Node node;

  @BeforeAll
  static void publish() {
    node = RunningNode.node();
  }

  private static String grants(String layer) {
    return "/api/v1/layers/" + layer + "/grants";
  }

  private static JsonNode post(String layer, String body) {
    Node.Answer answer = node.send("POST", "owner", grants(layer), body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static JsonNode post(String layer, String query, String body) {
    Node.Answer answer = node.send("POST", "owner", grants(layer) + query, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @Test
  void rightIsGivenOnceAndTakenBack() {
    RightsData.closed(node, "lent");
    node.refresh();

    JsonNode done = post("lent", TO_PARKS.formatted(""));
    post("lent", TO_PARKS.formatted(""));

    assertThat(done.get("made").asBoolean()).isTrue();
    JsonNode listed = JSON.readTree(node.get("owner", grants("lent")).body()).get("grants");
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).get("rights").toString()).isEqualTo("[\"VIEW\",\"QUERY\"]");
    assertThat(node.get("reader", "/ogc/collections/lent/items").status()).isEqualTo(200);

    String id = grants("lent") + "/" + listed.get(0).get("id").asLong();
    assertThat(node.send("DELETE", "owner", id, "").status()).isEqualTo(200);
    assertThat(node.get("reader", "/ogc/collections/lent/items").status()).isEqualTo(404);
    assertThat(node.send("DELETE", "owner", id, "").status()).isEqualTo(404);
  }

  @Test
  void dryRunSaysWhatWouldChangeAndChangesNothing() {
    RightsData.closed(node, "tried");
    node.refresh();

    JsonNode done = post("tried", "?dry_run=true", TO_PARKS.formatted(""));

    assertThat(done.get("made").asBoolean()).isFalse();
    assertThat(done.get("grants")).isEmpty();
    JsonNode changes = done.get("effect").get("changes");
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).get("id").asString()).isEqualTo("parks");
    assertThat(changes.get(0).get("gains").toString()).isEqualTo("[\"VIEW\",\"QUERY\"]");
    assertThat(node.get("reader", "/api/v1/layers/tried").status()).isEqualTo(404);
  }

  @Test
  void takingBackWhatEverybodyHasTouchesThemAll() {
    RightsData.layer(node, "shut");
    node.refresh();
    JsonNode listed = JSON.readTree(node.get("owner", grants("shut")).body()).get("grants");

    Node.Answer answer =
        node.send(
            "DELETE",
            "owner",
            grants("shut") + "/" + listed.get(0).get("id").asLong() + "?dry_run=true",
            "");

    JsonNode effect = JSON.readTree(answer.body()).get("effect");
    assertThat(effect.get("caches").get("copies").asBoolean()).isTrue();
    assertThat(effect.get("changes").findValuesAsString("id")).contains("parks", "fire", "planner");
    assertThat(effect.get("changes").findValuesAsString("id")).doesNotContain("admin");
  }

  @Test
  void areaLimitsTheRight() {
    RightsData.closed(node, "west");
    node.refresh();

    post(
        "west",
        TO_PARKS.formatted(
            ", \"area\": {\"type\": \"Polygon\", \"coordinates\": [[[120,24],[120.6005,24],[120.6005,25],[120,25],[120,24]]]}"));

    assertThat(node.get("reader", "/ogc/collections/west/items").text())
        .contains("\"numberMatched\":50");
    JsonNode listed = JSON.readTree(node.get("owner", grants("west")).body()).get("grants");
    assertThat(listed.get(0).get("box").toString()).isEqualTo("[120.0,24.0,120.6005,25.0]");
  }

  @Test
  void daysLimitTheRight() {
    RightsData.closed(node, "past");
    node.refresh();
    post("past", TO_PARKS.formatted(", \"until\": \"2020-01-01\""));
    assertThat(node.get("reader", "/api/v1/layers/past").status()).isEqualTo(404);
    post("past", TO_PARKS.formatted(", \"from\": \"2020-01-01\""));
    assertThat(node.get("reader", "/api/v1/layers/past").status()).isEqualTo(200);
  }

  @Test
  void onlyThoseWhoManageTheLayerSeeAndChangeItsRights() {
    RightsData.closed(node, "own");
    RightsData.grant(node, "own", "parks", "'VIEW','QUERY','DOWNLOAD'", "");
    node.refresh();
    for (String method : new String[] {"GET", "POST"}) {
      String body = method.equals("GET") ? "" : TO_PARKS.formatted("");
      assertThat(node.send(method, "reader", grants("own"), body).status()).isEqualTo(403);
      assertThat(node.send(method, "key", grants("own"), body).status()).isEqualTo(403);
      assertThat(node.send(method, "stranger", grants("own"), body).status()).isEqualTo(404);
    }
    assertThat(node.send("POST", "", grants("own"), TO_PARKS.formatted("")).status())
        .isEqualTo(401);
    assertThat(node.get("", grants("own")).status()).isEqualTo(404);
  }

  @Test
  void wrongGrantsAreRefusedByName() {
    RightsData.closed(node, "wrong");
    node.refresh();
    refused("{}", "grantee");
    refused("{\"grantee\": {\"kind\": \"agency\"}, \"rights\": [\"VIEW\"]}", "grantee.id");
    refused(
        "{\"grantee\": {\"kind\": \"agency\", \"id\": \"x\"}, \"rights\": [\"VIEW\"]}",
        "grantee.id");
    refused(
        "{\"grantee\": {\"kind\": \"user\", \"id\": \"nobody\"}, \"rights\": [\"VIEW\"]}",
        "grantee.id");
    refused(
        "{\"grantee\": {\"kind\": \"role\", \"id\": \"KING\"}, \"rights\": [\"VIEW\"]}", "grantee");
    refused(TO_PARKS.replace("QUERY", "FLY").formatted(""), "rights");
    refused("{\"grantee\": {\"kind\": \"everyone\"}, \"rights\": [\"MANAGE\"]}", "rights");
    refused(
        TO_PARKS.formatted(", \"area\": {\"type\": \"Point\", \"coordinates\": [120, 24]}"),
        "area");
    refused(TO_PARKS.formatted(", \"area\": {\"type\": \"Nothing\"}"), "area");
    refused(TO_PARKS.formatted(", \"from\": \"2026-02-01\", \"until\": \"2026-01-01\""), "until");
  }

  private static void refused(String body, String parameter) {
    Node.Answer answer = node.send("POST", "owner", grants("wrong"), body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("parameter").asString()).isEqualTo(parameter);
  }
}
