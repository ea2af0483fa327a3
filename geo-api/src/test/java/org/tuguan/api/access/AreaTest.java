package org.tuguan.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.core.TestDatabase;

/**
 * A right that holds in an area: of a hundred points from 120.502 to 120.7 those up to 120.6005 are
 * there, in every service.
 */
class AreaTest {
  @TempDir static Path home;
  private static TestDatabase database;
  private static Node node;

  @BeforeAll
  static void publish() {
    RightsTest.callers();
    database = TestDatabase.create();
    node = new Node(database, home);
    RightsData.directory(node);
    RightsData.closed(node, "half");
    RightsData.grant(
        node,
        "half",
        "parks",
        "'VIEW','QUERY','DOWNLOAD'",
        "POLYGON((120 24,120.6005 24,120.6005 25,120 25,120 24))");
    node.refresh();
  }

  @AfterAll
  static void stop() {
    node.close();
    database.close();
  }

  private static String get(String path) {
    Node.Answer answer = node.get("reader", path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.text();
  }

  @Test
  void featuresOutsideAreNotThere() {
    assertThat(get("/ogc/collections/half/items?limit=1"))
        .contains("\"numberMatched\":50")
        .doesNotContain("w51");
    assertThat(get("/ogc/collections/half/items?limit=100").split("\"Feature\"")).hasSize(51);
    assertThat(node.get("reader", "/ogc/collections/half/items/51").status()).isEqualTo(404);
    assertThat(node.get("reader", "/ogc/collections/half/items/50").status()).isEqualTo(200);
    assertThat(get("/api/v1/layers/half/data.csv").lines()).hasSize(51);
    assertThat(get("/api/v1/layers/half")).contains("\"count\":50");
    assertThat(get("/api/v1/places?q=w100")).doesNotContain("w100");
    assertThat(get("/api/v1/places?q=w50")).contains("w50");
  }

  @Test
  void extentsEndAtTheArea() {
    for (String listing :
        new String[] {
          "/api/v1/layers",
          "/ogc/collections/half",
          "/tiles/half.json",
          "/wms?SERVICE=WMS&REQUEST=GetCapabilities",
          "/wmts/1.0.0/WMTSCapabilities.xml"
        }) {
      assertThat(get(listing)).as(listing).contains("120.6005").doesNotContain("120.71");
    }
  }

  @Test
  void picturesEndAtTheArea() throws IOException {
    String west =
        "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&CRS=CRS:84&LAYERS=half&STYLES="
            + "&WIDTH=100&HEIGHT=100&FORMAT=image/png&TRANSPARENT=true&BBOX=120.5,24.15,120.6,24.25";
    assertThat(painted("reader", west)).isTrue();
    assertThat(painted("reader", west.replace("120.5,24.15,120.6,", "120.62,24.15,120.72,")))
        .isFalse();
    assertThat(painted("owner", west.replace("120.5,24.15,120.6,", "120.62,24.15,120.72,")))
        .isTrue();
  }

  @Test
  void sharedTilesAreNotGivenToThoseWhoMaySeeAPart() throws IOException {
    String crossing = "/tiles/half/9/427/220.png";
    byte[] whole = node.get("owner", crossing).body();
    byte[] part = node.get("reader", crossing).body();
    assertThat(part).isNotEqualTo(whole);
    assertThat(node.get("reader", crossing).body()).isEqualTo(part);
    assertThat(node.get("owner", crossing).body()).isEqualTo(whole);
    assertThat(node.get("reader", crossing).cacheControl()).contains("private");
    byte[] vectors = node.get("reader", crossing.replace("png", "mvt")).body();
    assertThat(vectors.length).isPositive();
    assertThat(Arrays.equals(vectors, node.get("owner", crossing.replace("png", "mvt")).body()))
        .isFalse();
  }

  @Test
  void tileInsideTheAreaIsTheOneOfAll() {
    // 120.498 to 120.520 east
    String inside = "/tiles/half/14/13676/7056.png";
    assertThat(node.get("reader", inside).body()).isEqualTo(node.get("owner", inside).body());
  }

  private static boolean painted(String caller, String path) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(node.get(caller, path).body()));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).anyMatch(pixel -> pixel >>> 24 != 0);
  }
}
