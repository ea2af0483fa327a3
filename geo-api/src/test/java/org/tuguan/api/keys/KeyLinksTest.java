package org.tuguan.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tuguan.api.keys.Node.Reply;

/** Answers keep the key of their request in all their links, and show it to nobody else. */
class KeyLinksTest {
  private static final String WMS = "/wms?SERVICE=WMS&REQUEST=GetCapabilities";
  private static final String TILE = "/tiles/trees/10/855/441.png";

  @RegisterExtension static final KeyNodes NODES = new KeyNodes();

  @Test
  void capabilitiesKeepTheKeyInThePath() {
    String key = NODES.make(KeyNodes.FREE).key();
    Reply reply = NODES.node().get("/k/" + key + WMS);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).contains("\"" + NODES.node().base() + "/k/" + key + "/wms?\"");
    assertThat(links(reply)).isNotEmpty().allMatch(link -> link.contains("/k/" + key + "/"));
  }

  @Test
  void capabilitiesKeepTheKeyInTheQuery() {
    String key = NODES.make(KeyNodes.FREE).key();
    Reply reply = NODES.node().get(WMS + "&KEY=" + key);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).contains("\"" + NODES.node().base() + "/wms?key=" + key + "&amp;\"");
    assertThat(links(reply)).isNotEmpty().allMatch(link -> link.contains("?key=" + key));
  }

  @Test
  void capabilitiesDoNotShowAKeyThatCameInAHeader() {
    String key = NODES.make(KeyNodes.FREE).key();
    Reply reply = NODES.node().get(WMS, "Authorization", "Bearer " + key);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).doesNotContain(key).contains("\"" + NODES.node().base() + "/wms?\"");
  }

  private static List<String> links(Reply reply) {
    return Pattern.compile(Pattern.quote(NODES.node().base()) + "[^\"'<\\s]*")
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
    String key = NODES.make(KeyNodes.FREE).key();

    Reply inPath = NODES.node().get("/k/" + key + path);
    assertThat(inPath.status()).describedAs(inPath.text()).isEqualTo(200);
    assertThat(links(inPath)).allMatch(link -> link.contains("/k/" + key));

    Reply inQuery = NODES.node().get(path + (path.contains("?") ? "&" : "?") + "key=" + key);
    assertThat(inQuery.status()).isEqualTo(200);
    assertThat(links(inQuery)).allMatch(link -> link.contains(key));
    for (String link : links(inQuery)) {
      if (!link.contains("{") && !link.endsWith("?") && !link.endsWith("&amp;")) {
        String address = link.replace("&amp;", "&");
        assertThat(NODES.node().get(address).status()).describedAs(address).isNotEqualTo(401);
      }
    }
  }

  @Test
  void theNextPageIsFoundWithTheKey() {
    String key = NODES.make(KeyNodes.FREE).key();
    for (String first :
        List.of(
            "/k/" + key + "/ogc/collections/trees/items?limit=40",
            "/ogc/collections/trees/items?limit=40&key=" + key)) {
      int count = 0;
      String next = first;
      while (!next.isEmpty()) {
        Reply page = NODES.node().get(next);
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
    String key = NODES.make(KeyNodes.FREE).key();
    for (String path : List.of(TILE, WMS, "/ogc/collections", "/api/v1/layers")) {
      Reply reply = NODES.node().get("/k/" + key + path);
      assertThat(reply.header("Cache-Control")).describedAs(path).contains("private");
      assertThat(reply.header("Cache-Control")).doesNotContain("public");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
    }
    assertThat(NODES.node().get(TILE).header("Cache-Control")).contains("public");
  }

  @Test
  void aFaultDoesNotShowTheKey() {
    String key = NODES.make(KeyNodes.FREE).key();
    for (String path :
        List.of(
            "/ogc/collections/none", "/nowhere", "/tiles/none/1/1/1.png", "/api/v1/layers/none")) {
      Reply reply = NODES.node().get("/k/" + key + path);
      assertThat(reply.status()).describedAs(path).isEqualTo(404);
      assertThat(reply.text()).describedAs(path).doesNotContain(key);
    }
  }
}
