package org.tuguan.api.access;

import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.core.TestDatabase;

/**
 * A layer that somebody may not see changes no answer to them: five hundred requests made at random
 * are answered byte for byte as by a server on which the layer does not exist.
 */
class LeakTest {
  private static final int REQUESTS = 500;
  private static final long SEED = 20_261_122;

  private static final List<String> CALLERS = List.of("", "stranger", "other", "narrow", "outside");
  private static final List<String> NAMES =
      List.of("hidden", "hidden", "hidden", "free", "free,hidden", "hidden,free", "HIDDEN", "none");

  private final Random random = new Random(SEED);

  @Test
  void whatMayNotBeSeenChangesNoAnswer(@TempDir Path one, @TempDir Path other) {
    RightsTest.callers();
    try (TestDatabase with = TestDatabase.create();
        TestDatabase without = TestDatabase.create();
        Node hiding = new Node(with, one);
        Node plain = new Node(without, other)) {
      publish(hiding, true);
      publish(plain, false);
      SoftAssertions all = new SoftAssertions();
      for (int i = 0; i < REQUESTS; i++) {
        if (i % 25 == 0) { // caches full of what others may see
          hiding.get("owner", "/tiles/hidden/0/0/0.png");
          hiding.get("admin", "/wms?SERVICE=WMS&REQUEST=GetCapabilities");
        }
        String caller = one(CALLERS);
        String path = path();
        if (path.startsWith("/api/v1/usage")) {
          settle(hiding);
          settle(plain);
        }
        Node.Answer shown = hiding.get(caller, path);
        Node.Answer truth = plain.get(caller, path);
        String what = caller + " " + path;
        all.assertThat(shown.status()).as(what).isEqualTo(truth.status());
        all.assertThat(shown.cacheControl()).as(what).isEqualTo(truth.cacheControl());
        all.assertThat(text(hiding, shown)).as(what).isEqualTo(text(plain, truth));
      }
      all.assertAll();
    }
  }

  private static void publish(Node node, boolean hidden) {
    RightsData.directory(node);
    RightsData.layer(node, "free");
    RightsData.closed(node, "part");
    if (hidden) {
      RightsData.closed(node, "hidden");
      RightsData.grant(node, "hidden", "parks", "'VIEW','QUERY'", "");
    }
    RightsData.settle(node);
  }

  /** Until the ledger knows of all that has been asked before. */
  private static void settle(Node node) {
    Instant asked = Clock.systemUTC().instant().plusMillis(300); // the longest way to the journal
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> caughtUp(node.get("admin", "/api/v1/usage/status").text()).isAfter(asked));
  }

  private static Instant caughtUp(String status) {
    return Instant.parse(status.replaceAll("(?s).*\"caught_up\":\"([^\"]+)\".*", "$1"));
  }

  /** The body, save for the moment and the address at which it was made. */
  private static String text(Node node, Node.Answer answer) {
    return new String(answer.body(), StandardCharsets.ISO_8859_1)
        .replace(node.base(), "")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*Z", "")
        .replaceAll("\"error\":\"[^\"]*\"", "")
        .replaceAll("\"(age|read_seconds|version)\":[-\\d.E]+", "");
  }

  private String path() {
    String name = one(NAMES);
    return switch (random.nextInt(8)) {
      case 0 -> one(Services.reading()).path().replace("%s", name);
      case 1 ->
          random.nextBoolean()
              ? one(quiet(Services.listings()))
              : "/api/v1/usage?by=month&layer=" + name;
      case 2 -> wms(name);
      case 3 ->
          "/tiles/%s/%d/%d/%d.%s"
              .formatted(name, random.nextInt(3), random.nextInt(4), random.nextInt(4), format());
      case 4 -> "/ogc/collections/%s%s".formatted(name, one(OGC));
      case 5 -> "/api/v1/layers/%s%s".formatted(name, one(API));
      case 6 ->
          "/wmts/1.0.0/%s/%s/%s/0/0/0.%s"
              .formatted(
                  name, one(STYLES), one(List.of("WebMercatorQuad", "TWD97", "x")), format());
      default ->
          "/api/v1/places?q=" + encoded(one(List.of("w1", "hidden", "w100 of hidden", "標題")));
    };
  }

  private static final List<String> OGC =
      List.of(
          "",
          "?f=html",
          "/items",
          "/items?limit=3&f=html",
          "/items/1",
          "/items?filter=word%20LIKE%20%27w%25%27",
          "/items?filter=nothing%3D1",
          "/items?bbox=120,24,121,25",
          "/queryables",
          "/queryables?f=html",
          "/map/tiles",
          "/tiles",
          "/map/tiles/WebMercatorQuad",
          "/map/tiles/WebMercatorQuad/1/0/1",
          "/tiles/WebMercatorQuad/2/1/3",
          "/tiles/nothing",
          "/nothing",
          "/items?wrong=1",
          "/items/999");

  private static final List<String> API =
      List.of(
          "",
          "/thumbnail.png",
          "/data.geojson",
          "/data.csv",
          "/data.gpkg",
          "/data.shp-big5",
          "/data.nothing",
          "/data.csv?crs=EPSG:3826",
          "/nothing",
          "/styles",
          "/grants",
          "/..%2Fhidden",
          ".json");

  private static final List<String> STYLES = List.of("default", "plain", "nothing");

  private String wms(String name) {
    List<String> parameters = new ArrayList<>();
    String version = one(List.of("1.1.1", "1.3.0"));
    parameters.add("SERVICE=WMS&VERSION=" + version);
    parameters.add(
        "REQUEST="
            + one(
                List.of(
                    "GetMap",
                    "GetMap",
                    "GetFeatureInfo",
                    "GetLegendGraphic",
                    "DescribeLayer",
                    "GetStyles")));
    parameters.add("LAYERS=" + name + "&LAYER=" + name + "&QUERY_LAYERS=" + one(NAMES));
    parameters.add(
        (version.equals("1.3.0") ? "CRS=" : "SRS=") + one(List.of("EPSG:4326", "EPSG:3826", "x")));
    parameters.add(
        "BBOX=" + one(List.of("120,24,121,25", "24,120,25,121", "150000,2600000,300000,2750000")));
    parameters.add("WIDTH=64&HEIGHT=64&I=3&J=3&X=3&Y=3&FEATURE_COUNT=5");
    parameters.add("FORMAT=" + one(List.of("image/png", "image/jpeg", "application/json", "x")));
    parameters.add(
        "INFO_FORMAT=" + one(List.of("text/plain", "text/html", "application/json", "x")));
    parameters.add("STYLES=" + one(List.of("", "plain", "nothing", ",")));
    parameters.add("EXCEPTIONS=" + one(List.of("XML", "INIMAGE", "BLANK")));
    parameters.add(
        "CQL_FILTER=" + one(List.of("", encoded("amount > 5"), encoded("nothing = 1"), "%28")));
    parameters.add("SLD_BODY=" + one(List.of("", "", encoded(sld(one(NAMES))))));
    return "/wms?" + String.join("&", parameters);
  }

  private static String sld(String name) {
    return "<StyledLayerDescriptor version=\"1.0.0\"><NamedLayer><Name>%s</Name><NamedStyle><Name>plain</Name></NamedStyle></NamedLayer></StyledLayerDescriptor>"
        .formatted(name);
  }

  private static List<String> quiet(List<String> listings) {
    return listings.stream()
        .filter(path -> !List.of("/actuator/prometheus", "/api/v1/cache").contains(path))
        .toList();
  }

  private String format() {
    return one(List.of("png", "png", "jpg", "mvt", "json", "x"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
