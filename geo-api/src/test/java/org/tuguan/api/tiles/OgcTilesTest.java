package org.tuguan.api.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tuguan.api.wms.BlueLakeServer;
import tools.jackson.databind.JsonNode;

/** OGC API Tiles as literally as conformance suites look at it. */
@BlueLakeServer
class OgcTilesTest {
  private static final String TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-";

  @LocalServerPort private int port;

  private TileClient client;

  @BeforeEach
  void connect() {
    client = TileClient.of(port);
  }

  private JsonNode json(String path) throws Exception {
    TileClient.Reply reply = client.get(path, "Accept", "application/json");
    assertThat(reply.status()).as(path).isEqualTo(200);
    assertThat(reply.header("Content-Type")).startsWith("application/json");
    return reply.json();
  }

  private static List<String> links(JsonNode document, String rel) {
    List<String> links = new ArrayList<>();
    document
        .get("links")
        .forEach(
            link -> {
              if (link.get("rel").asString().equals(rel)) {
                links.add(link.get("href").asString());
              }
            });
    return links;
  }

  private static String template(JsonNode tileset) {
    for (JsonNode link : tileset.get("links")) {
      if (link.path("templated").asBoolean()) {
        return link.get("href").asString();
      }
    }
    throw new AssertionError(tileset);
  }

  private static String tile(String template, JsonNode limits, int row) {
    return template
        .replace("{tileMatrix}", limits.get("tileMatrix").asString())
        .replace("{tileRow}", Integer.toString(row))
        .replace("{tileCol}", limits.get("minTileCol").asString());
  }

  @Test
  void landingPageAndCollectionsLeadToTilesets() throws Exception {
    JsonNode landing = json("/ogc");
    for (String kind : List.of("map", "vector")) {
      List<String> lists = new ArrayList<>(links(landing, TILESETS + kind));
      assertThat(lists).hasSize(1);
      for (JsonNode collection : json("/ogc/collections").get("collections")) {
        lists.addAll(links(collection, TILESETS + kind));
      }
      assertThat(lists)
          .hasSize(13)
          .allMatch(href -> href.startsWith("http"))
          .allMatch(href -> href.endsWith("/tiles"));
      for (String list : lists) {
        assertThat(json(list).get("tilesets").size()).as(list).isGreaterThanOrEqualTo(2);
      }
    }
  }

  @Test
  void everyTilesetCanBeHadAtItsCornersAndNotBeyond() throws Exception {
    for (String list :
        List.of(
            "/ogc/map/tiles",
            "/ogc/tiles",
            "/ogc/collections/city_hall/map/tiles",
            "/ogc/collections/cite:Lakes/tiles")) {
      for (JsonNode tileset : json(list).get("tilesets")) {
        assertThat(tileset.get("tileMatrixSetURI").asString()).startsWith("http");
        String template = template(tileset);
        assertThat(template).contains("/tiles/" + tileset.get("tileMatrixSetId").asString());
        assertThat(template.replace("{tileMatrix}/{tileRow}/{tileCol}", "")).doesNotContain("{");
        JsonNode all = tileset.get("tileMatrixSetLimits");
        for (JsonNode limits : List.of(all.get(0), all.get(all.size() - 1))) {
          int row = limits.get("maxTileRow").asInt();
          assertThat(client.get(tile(template, limits, row)).status()).as(template).isIn(200, 204);
          assertThat(client.get(tile(template, limits, row + 1)).status()).isEqualTo(404);
        }
        assertThat(json(links(tileset, "self").get(0)).get("tileMatrixSetLimits")).isEqualTo(all);
        JsonNode grid =
            json(links(tileset, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme").get(0));
        assertThat(grid.get("id")).isEqualTo(tileset.get("tileMatrixSetId"));
      }
    }
  }

  @Test
  void tilesAreThoseOfTheOtherProtocols() throws Exception {
    TileClient.Reply picture =
        client.get("/ogc/collections/cite:Forests/map/tiles/WebMercatorQuad/14/8192/8192");
    assertThat(picture.header("Content-Type")).isEqualTo("image/png");
    assertThat(picture.body()).isEqualTo(client.get("/tiles/cite:Forests/14/8192/8192.png").body());

    TileClient.Reply vector =
        client.get("/ogc/collections/cite:Forests/tiles/WebMercatorQuad/14/8192/8192");
    assertThat(vector.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
    assertThat(vector.body()).isEqualTo(client.get("/tiles/cite:Forests/14/8192/8192.mvt").body());
  }

  @Test
  void gridsAreDescribed() throws Exception {
    assertThat(json("/ogc/tileMatrixSets").get("tileMatrixSets").size()).isEqualTo(3);
    JsonNode grid = json("/ogc/tileMatrixSets/TWD97TM2Quad");
    assertThat(grid.get("crs").asString()).isEqualTo("http://www.opengis.net/def/crs/EPSG/0/3826");
    JsonNode matrix = grid.get("tileMatrices").get(11);
    assertThat(matrix.get("id").asString()).isEqualTo("11");
    assertThat(matrix.get("cellSize").asDouble()).isEqualTo(1);
    assertThat(matrix.get("pointOfOrigin").get(1).asDouble()).isEqualTo(2_883_584);
    assertThat(matrix.get("matrixWidth").asInt()).isEqualTo(2048);
    assertThat(json("/ogc/tileMatrixSets/WebMercatorQuad").get("uri").asString())
        .isEqualTo("http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad");
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    for (String path :
        List.of(
            "/ogc/tileMatrixSets/none",
            "/ogc/collections/none/map/tiles",
            "/ogc/collections/cite:Lakes/tiles/none",
            "/ogc/collections/cite:Lakes/tiles/TWD97TM2Quad",
            "/ogc/collections/cite:Lakes/tiles/WebMercatorQuad/30/0/0",
            "/ogc/map/tiles/WebMercatorQuad/14/2147483647/2147483647",
            "/ogc/tiles/WebMercatorQuad/14/99999999999999999999/0")) {
      TileClient.Reply reply = client.get(path);
      assertThat(reply.status()).as(path).isEqualTo(404);
      assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }
    assertThat(client.get("/ogc/tileMatrixSets?nonsense=1").status()).isEqualTo(400);
  }

  @Test
  void openApiHasTileOperations() throws Exception {
    JsonNode paths = client.get("/ogc/api").json().get("paths");
    List<String> ids = new ArrayList<>();
    paths.forEach(path -> ids.add(path.get("get").get("operationId").asString()));
    assertThat(ids)
        .contains(
            "dataset.map.getTile",
            "dataset.vector.getTile",
            "collection.map.getTile",
            "collection.vector.getTile");
  }
}
