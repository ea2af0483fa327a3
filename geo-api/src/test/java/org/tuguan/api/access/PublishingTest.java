package org.tuguan.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may publish what, and for whom. */
@ExtendWith(RunningNode.class)
class PublishingTest {
  private static final String POINT =
      "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"id\": 1, \"properties\": {\"a\": 1},"
          + " \"geometry\": {\"type\": \"Point\", \"coordinates\": [120.6, 24.1]}}]}";

  private static Node node;

  @BeforeAll
  static void start() {
    node = RunningNode.node();
  }

  private static int seenBy(String caller, String layer) {
    return node.get(caller, "/api/v1/layers/" + layer).status();
  }

  @Test
  void whatIsImportedIsForThoseForWhomItIsMeant() {
    assertThat(node.upload("owner", "all.geojson", POINT).status()).isEqualTo(201);
    assertThat(node.upload("owner", "city.geojson", POINT, "access", "internal").status())
        .isEqualTo(201);
    assertThat(node.upload("owner", "few.geojson", POINT, "access", "restricted").status())
        .isEqualTo(201);
    assertThat(node.upload("owner", "x.geojson", POINT, "access", "some").status()).isEqualTo(400);

    assertThat(seenBy("", "all")).isEqualTo(200);
    assertThat(seenBy("", "city")).isEqualTo(404);
    assertThat(seenBy("stranger", "city")).isEqualTo(200);
    assertThat(seenBy("stranger", "few")).isEqualTo(404);
    assertThat(seenBy("owner", "few")).isEqualTo(200);
  }

  @Test
  void dataOwnerPublishesForTheirOwnAgency() {
    assertThat(node.upload("owner", "ours.geojson", POINT).status()).isEqualTo(201);
    assertThat(node.get("", "/api/v1/layers/ours").text()).contains("\"id\":\"works\"");
    assertThat(node.upload("owner", "theirs.geojson", POINT, "agency", "fire").status())
        .isEqualTo(403);
    assertThat(
            node.send("PATCH", "owner", "/api/v1/layers/ours", "{\"agency\": \"fire\"}").status())
        .isEqualTo(403);
    assertThat(node.upload("admin", "theirs.geojson", POINT, "agency", "fire").status())
        .isEqualTo(201);
    assertThat(node.upload("stranger", "new.geojson", POINT).status()).isEqualTo(403);
  }

  @Test
  void nobodyReplacesALayerThatTheyDoNotManage() {
    assertThat(node.upload("owner", "kept.geojson", POINT, "access", "restricted").status())
        .isEqualTo(201);
    Node.Answer taken = node.upload("other", "kept.geojson", POINT);
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.text()).contains("the name 'kept' is taken");
    assertThat(node.upload("owner", "kept.geojson", POINT).status()).isEqualTo(201);
    assertThat(seenBy("other", "kept")).isEqualTo(404);
  }

  @Test
  void tableOfALayerThatOneDoesNotManageIsNotOffered() {
    RightsData.closed(node, "quiet");
    node.refresh();
    String publish = "{\"table\": \"layers.quiet\", \"name\": \"loud\"}";
    assertThat(node.get("owner", "/api/v1/tables").text()).contains("quiet");
    assertThat(node.get("other", "/api/v1/tables").text()).doesNotContain("quiet");
    assertThat(node.send("POST", "other", "/api/v1/layers", publish).status()).isEqualTo(404);
    assertThat(node.send("POST", "reader", "/api/v1/layers", publish).status()).isEqualTo(404);
  }
}
