package org.tuguan.api.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tuguan.api.wms.BlueLakeServer;
import tools.jackson.databind.JsonNode;

/** {@code .mvt}: what HTTP adds to a vector tile. */
@BlueLakeServer
class VectorTilesTest {
  private static final String TILE = "/tiles/cite:Buildings,cite:Lakes/14/8192/8191.mvt";

  @LocalServerPort private int port;

  private TileClient client;

  @BeforeEach
  void connect() {
    client = TileClient.of(port);
  }

  private static String unpacked(TileClient.Reply reply) throws Exception {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void tileIsPackedForThoseWhoCanUnpack() throws Exception {
    TileClient.Reply packed = client.get(TILE, "Accept-Encoding", "br, gzip;q=0.8");
    TileClient.Reply plain = client.get(TILE, "Accept-Encoding", "gzip;q=0");

    assertThat(packed.status()).isEqualTo(200);
    assertThat(packed.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.header("Vary")).contains("Accept-Encoding");
    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(plain.text()).isEqualTo(unpacked(packed)).contains("cite:Buildings", "address");
    assertThat(packed.header("ETag")).isNotEqualTo(plain.header("ETag"));
    assertThat(client.get(TILE).header("Content-Encoding")).isEmpty();
  }

  @Test
  void whatTheCallerHasIsNotSentAgain() throws Exception {
    String tag = client.get(TILE, "Accept-Encoding", "gzip").header("ETag");

    TileClient.Reply again = client.get(TILE, "Accept-Encoding", "gzip", "If-None-Match", tag);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void sizeLimitAndWhatItCostAreSaid() throws Exception {
    TileClient.Reply tile = client.get(TILE);

    assertThat(tile.header("X-Tile-Limit")).isEqualTo("500000");
    assertThat(tile.header("X-Tile-Dropped")).isEqualTo("0");
  }

  @Test
  void emptyTileHasNoContent() throws Exception {
    TileClient.Reply tile = client.get("/tiles/cite:Lakes/14/100/100.mvt");

    assertThat(tile.status()).isEqualTo(204);
    assertThat(tile.body()).isEmpty();
    assertThat(tile.header("Cache-Control")).contains("public", "must-revalidate");
  }

  @Test
  void attributesAreChosenByName() throws Exception {
    String tile = "/tiles/cite:Ponds/14/8191/8191.mvt";

    assertThat(client.get(tile).text()).contains("Stock Pond");
    assertThat(client.get(tile + "?properties=name").text()).doesNotContain("Stock Pond");
  }

  @Test
  void layerThatIsNamedTwiceIsThereOnce() throws Exception {
    assertThat(client.get(TILE.replace("cite:Lakes", "cite:Buildings")).status()).isEqualTo(200);
  }

  @Test
  void tileJsonNamesLayersAndFields() throws Exception {
    JsonNode json = client.get("/tiles/cite:Lakes,cite:DividedRoutes.json?format=mvt").json();

    assertThat(json.get("tiles").get(0).asString()).endsWith("/{z}/{x}/{y}.mvt");
    assertThat(json.get("vector_layers").size()).isEqualTo(2);
    JsonNode routes = json.get("vector_layers").get(1);
    assertThat(routes.get("id").asString()).isEqualTo("cite:DividedRoutes");
    assertThat(routes.get("fields").get("name").asString()).isEqualTo("String");
    assertThat(routes.get("fields").get("num_lanes").asString()).isEqualTo("Number");
  }
}
