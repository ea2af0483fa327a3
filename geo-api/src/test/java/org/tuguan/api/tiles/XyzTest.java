package org.tuguan.api.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tuguan.api.wms.BlueLakeServer;
import tools.jackson.databind.JsonNode;

/** {@code /tiles}: pictures and TileJSON for web maps. */
@BlueLakeServer
class XyzTest {
  /** North-east of the point where the equator meets the meridian of Greenwich: all of the lake. */
  private static final String EAST = "/tiles/cite:Forests/14/8192/8192.png";

  @LocalServerPort private int port;

  private TileClient client;

  @BeforeEach
  void connect() {
    client = TileClient.of(port);
  }

  @Test
  void tileIsATransparentPng() throws Exception {
    TileClient.Reply tile = client.get(EAST);

    assertThat(tile.status()).isEqualTo(200);
    assertThat(tile.header("Content-Type")).isEqualTo("image/png");
    assertThat(tile.header("Cache-Control")).contains("public", "max-age", "must-revalidate");
    assertThat(tile.image().getWidth()).isEqualTo(256);
    assertThat(tile.image().getHeight()).isEqualTo(256);
    assertThat(tile.colours()).contains("FF30A030", "00000000");
  }

  @Test
  void tileFromTheCacheIsAnsweredAsOneThatGoesAllTheWay() throws Exception {
    client.get(EAST);
    TileClient.Reply early = client.get(EAST);
    TileClient.Reply usual = client.get(EAST + "?lang=zh");

    assertThat(early.status()).isEqualTo(200);
    assertThat(early.body()).isEqualTo(usual.body());
    for (String header :
        List.of(
            "Content-Type", "Cache-Control", "ETag", "X-Content-Type-Options", "X-Frame-Options")) {
      assertThat(early.header(header)).as(header).isNotEmpty().isEqualTo(usual.header(header));
    }
    assertThat(client.get(EAST, "If-None-Match", early.header("ETag")).status()).isEqualTo(304);
  }

  @Test
  void denseTileHasTwiceThePixelsOnEachSide() throws Exception {
    BufferedImage tile = client.get(EAST.replace(".png", "@2x.png")).image();

    assertThat(tile.getWidth()).isEqualTo(512);
    assertThat(tile.getHeight()).isEqualTo(512);
  }

  @Test
  void jpegIsDrawnOnWhite() throws Exception {
    TileClient.Reply tile = client.get(EAST.replace(".png", ".jpg"));

    assertThat(tile.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(tile.image().getRGB(250, 250)).isEqualTo(0xffffffff);
  }

  @Test
  void layersLieOnEachOtherInTheirOrder() throws Exception {
    String lakeAbove = EAST.replace("cite:Forests", "cite:Forests,cite:Lakes");
    String lakeBelow = EAST.replace("cite:Forests", "cite:Lakes,cite:Forests");

    assertThat(client.get(lakeAbove).colours()).contains("FF4040C0", "FF30A030");
    assertThat(client.get(lakeBelow).colours()).doesNotContain("FF4040C0");
  }

  @Test
  void styleIsChosenByName() throws Exception {
    String lakes = EAST.replace("cite:Forests", "cite:Lakes");

    assertThat(client.get(lakes + "?style=night").colours()).contains("FF102040");
    assertThat(client.get(lakes + "?style=").colours()).contains("FF4040C0");
    assertThat(client.get(lakes + "?style=default").colours()).contains("FF4040C0");
    TileClient.Reply unknown = client.get(lakes + "?style=none");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().get("detail").asString()).contains("plain", "night");
    assertThat(client.get(lakes + "?style=plain,night").status()).isEqualTo(400);
  }

  @Test
  void emptyPlacesShareOneTile() throws Exception {
    TileClient.Reply here = client.get("/tiles/cite:Lakes/14/100/100.png");
    TileClient.Reply there = client.get("/tiles/cite:Forests/9/3/17.png");

    assertThat(here.body()).isEqualTo(there.body());
    assertThat(here.colours()).containsExactly("00000000");
    assertThat(here.body()).hasSizeLessThan(200);
  }

  @Test
  void whatTheCallerHasIsNotSentAgain() throws Exception {
    String tag = client.get(EAST).header("ETag");

    TileClient.Reply again = client.get(EAST, "If-None-Match", tag);

    assertThat(tag).startsWith("\"");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
    assertThat(again.header("Cache-Control")).contains("max-age");
    assertThat(client.get(EAST, "If-None-Match", "\"other\"").status()).isEqualTo(200);
  }

  @Test
  void placesOutsideTheGridAreNotFound() throws Exception {
    for (String place :
        List.of(
            "0/1/0",
            "0/0/1",
            "0/-1/0",
            "23/0/0",
            "-1/0/0",
            "3/2147483647/2147483647",
            "3/2147483648/0",
            "3/0/99999999999999999999999999")) {
      TileClient.Reply reply = client.get("/tiles/cite:Lakes/" + place + ".png");
      assertThat(reply.status()).as(place).isEqualTo(404);
      assertThat(reply.header("Content-Type")).as(place).isEqualTo("application/problem+json");
    }
    assertThat(client.get("/tiles/cite:Lakes/a/0/0.png").status()).isEqualTo(400);
  }

  @Test
  void unknownLayersAndFormatsAreNotFoundInWords() throws Exception {
    TileClient.Reply layer = client.get("/tiles/cite:Lakes,nothing/0/0/0.png");
    TileClient.Reply format = client.get("/tiles/cite:Lakes/0/0/0.gif");

    assertThat(layer.status()).isEqualTo(404);
    assertThat(layer.json().get("detail").asString()).contains("nothing");
    assertThat(format.status()).isEqualTo(404);
    assertThat(format.json().get("detail").asString()).contains(".png");
  }

  /** The square stands on the corner where four tiles meet. */
  @Test
  void symbolsGoOnInTheNextTile() throws Exception {
    List<Integer> drawn = new ArrayList<>();
    for (String tile : List.of("8191/8191", "8192/8191", "8191/8192", "8192/8192")) {
      BufferedImage image = client.get("/tiles/cite:Bridges/14/" + tile + ".png").image();
      int count = 0;
      for (int y = 0; y < 256; y++) {
        for (int x = 0; x < 256; x++) {
          count += image.getRGB(x, y) >>> 24 == 0 ? 0 : 1;
        }
      }
      drawn.add(count);
    }

    assertThat(drawn.get(0)).isPositive();
    assertThat(drawn.get(1)).isPositive();
  }

  @Test
  void tileJsonSaysWhereTilesAndDataAre() throws Exception {
    JsonNode json = client.get("/tiles/cite:Forests,city_hall.json?lang=en").json();

    assertThat(json.get("tilejson").asString()).isEqualTo("3.0.0");
    String address = json.get("tiles").get(0).asString();
    assertThat(address).startsWith("http://localhost").endsWith("/{z}/{x}/{y}.png?lang=en");
    String tile = address.replace("{z}", "14").replace("{x}", "8192").replace("{y}", "8192");
    assertThat(client.get(tile).colours()).contains("FF30A030");
    assertThat(json.get("bounds").size()).isEqualTo(4);
    assertThat(json.get("bounds").get(0).asDouble()).isEqualTo(-0.0014);
    assertThat(json.get("center").size()).isEqualTo(3);
    assertThat(json.get("minzoom").asInt()).isZero();
    assertThat(json.get("maxzoom").asInt()).isEqualTo(22);
    assertThat(json.get("attribution").asString()).contains("Test", "synthetic");
    assertThat(client.get("/tiles/nothing.json").status()).isEqualTo(404);
  }

  @Test
  void mapsOfOtherSitesMayUseTiles() throws Exception {
    for (String path :
        List.of(EAST, "/tiles/cite:Lakes.json", "/wmts/1.0.0/WMTSCapabilities.xml", "/ogc/tiles")) {
      TileClient.Reply reply = client.get(path, "Origin", "https://maps.example.org");
      assertThat(reply.header("Access-Control-Allow-Origin")).as(path).isEqualTo("*");
      assertThat(reply.header("Access-Control-Allow-Credentials")).isEmpty();
    }
    assertThat(
            client
                .get("/api/v1/layers", "Origin", "https://maps.example.org")
                .header("Access-Control-Allow-Origin"))
        .isEmpty();
  }
}
