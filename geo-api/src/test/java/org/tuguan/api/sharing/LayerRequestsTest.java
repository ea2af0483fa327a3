package org.tuguan.api.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tuguan.api.catalog.CatalogStore;
import tools.jackson.databind.JsonNode;

/** Requests for layers, over HTTP. */
class LayerRequestsTest {
  @RegisterExtension static final Sharing SHARING = new Sharing();

  @Test
  void aLayerThatIsNotSharedCanBeAskedForAndTheAnswerIsADraft() {
    SHARING
        .server()
        .jdbc()
        .sql(
            "UPDATE tuguan.layer SET offered = true, offer_zh = 'x', offer_en = 'x' WHERE name = 'secret'")
        .update();
    SHARING.bean(CatalogStore.class).refresh();
    String asking = "{\"layer\": \"secret\", \"purpose\": \"救災\"}";
    JsonNode made = SHARING.post("planner", "/api/v1/layer-requests", asking);
    assertThat(made.get("due").asString()).isGreaterThan(Sharing.today().plusDays(13).toString());
    assertThat(SHARING.server().post("planner", "/api/v1/layer-requests", asking).status())
        .isEqualTo(409);
    assertThat(
            SHARING
                .server()
                .post(
                    "planner",
                    "/api/v1/layer-requests",
                    "{\"layer\": \"spots\", \"purpose\": \"x\"}")
                .status())
        .as("open to everybody")
        .isEqualTo(409);
    String answer = "/api/v1/layer-requests/" + made.get("number").asString() + "/answer";
    assertThat(SHARING.server().post("planner", answer, "{\"granted\": true}").status())
        .isEqualTo(403);
    JsonNode answered = SHARING.post("owner", answer, "{\"granted\": true, \"reason\": \"同意\"}");
    assertThat(answered.get("state").asString()).isEqualTo("GRANTED");
    assertThat(SHARING.state(answered.get("agreement").asString())).isEqualTo("DRAFT");
    assertThat(
            SHARING
                .server()
                .count(
                    "SELECT count(*) FROM tuguan.mail WHERE subject LIKE '%"
                        + made.get("number").asString()
                        + "%'"))
        .isPositive();
  }
}
