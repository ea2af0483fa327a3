package org.tuguan.plugin.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tuguan.plugin.coverage.TwoVillages.X;
import static org.tuguan.plugin.coverage.TwoVillages.Y;
import static org.tuguan.plugin.coverage.TwoVillages.place;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import tools.jackson.databind.JsonNode;

/** Coverage by line of sight over a real database: behind buildings and ridges. */
@ExtendWith(TwoVillages.class)
class HiddenGroundServerTest {
  private static final FeatureType BUILDINGS =
      new FeatureType(
          "buildings",
          List.of(new Attribute("floors", AttributeType.INTEGER)),
          "geom",
          GeometryKind.POLYGON,
          Crs.TWD97_TM2_121);

  private static CoverageServer server;
  private static StubGifts gifts;

  @BeforeAll
  static void start(CoverageServer shared) {
    server = shared;
    gifts = shared.gifts();
  }

  private static MockHttpServletResponse get(String path) throws Exception {
    return server.get(path);
  }

  private static JsonNode json(String path) throws Exception {
    return server.json(path);
  }

  private static JsonNode post(String path, String body) throws Exception {
    return server.post(path, body);
  }

  @Test
  void withoutALayerOfObstaclesLineOfSightSaysWhatToImport() {
    assertThatThrownBy(() -> json("?footprint=sight"))
        .rootCause()
        .isInstanceOfSatisfying(
            RequestException.class,
            refused -> {
              assertThat(refused.parameter()).isEqualTo("footprint");
              assertThat(refused.getMessage()).contains("buildings", "import", "elevation");
            });
    assertThatThrownBy(() -> json("?footprint=oval"))
        .hasRootCauseInstanceOf(RequestException.class);
    assertThatThrownBy(() -> json("?footprint=sight&segments=32"))
        .hasRootCauseInstanceOf(RequestException.class);
  }

  /** A wall of ten floors 20 m east of the two stations at 300, through their whole circle. */
  @Test
  void byLineOfSightWhatLiesBehindABuildingIsNotCovered() throws Exception {
    build(wall(1, 320, 10));
    try {
      JsonNode circle = json("");
      JsonNode sight = json("?footprint=sight");
      double hidden = 10_000 * Math.acos(0.22) - 22 * Math.sqrt(10_000 - 22 * 22);
      double lost = circle.get("covered").doubleValue() - sight.get("covered").doubleValue();
      assertThat(lost).isCloseTo(1_000 * hidden / 1e6, within(0.1));
      assertThat(sight.get("footprint").stringValue()).isEqualTo("sight");
      JsonNode used = sight.get("obstacles").get(0);
      assertThat(used.get("layer").stringValue()).isEqualTo("buildings");
      assertThat(used.get("version").stringValue()).hasSize(12);
      assertThat(used.get("kind").stringValue()).isEqualTo("buildings");
      assertThat(sight.get("inventory_version")).isEqualTo(circle.get("inventory_version"));
      assertThat(sight.get("warnings").toString()).contains("antenna height not stated");
      assertThat(circle.get("footprint").stringValue()).isEqualTo("circle");
      assertThat(circle.get("obstacles")).isEmpty();
      seenHere(310, 2);
      seenHere(350, 0);
      assertThat(area(json("/footprint?footprint=sight")))
          .isCloseTo(2 * Math.PI * 10_000 - hidden, within(600.0));
      aPlanSaysHowItWasChosenAndMeasured(used.get("version").stringValue());
      aChangeOfTheLayerIsSeen(used.get("version").stringValue(), lost);
    } finally {
      gifts.remove("buildings");
    }
  }

  /** The ridge is 50 m east of the two stations at 300; the one at 700 sees all of its circle. */
  @Test
  void byLineOfSightWhatLiesBehindARidgeIsNotCovered() throws Exception {
    gifts.addHeights(new Ridge(X - 500, Y + 2_000, 850));
    try {
      JsonNode sight = json("?footprint=sight");
      JsonNode used = sight.get("obstacles").get(0);
      assertThat(used.get("kind").stringValue()).isEqualTo("terrain");
      assertThat(sight.get("warnings").toString()).doesNotContain("outside the terrain");
      seenHere(340, 2);
      seenHere(385, 0);
      seenHere(795, 1);
      double lost = json("").get("covered").doubleValue() - sight.get("covered").doubleValue();
      double behind = 10_000 * Math.acos(0.55) - 55 * Math.sqrt(10_000 - 55 * 55);
      assertThat(lost).isCloseTo(1_000 * behind / 1e6, within(0.5));
    } finally {
      gifts.remove("elevation");
    }
  }

  private static void aPlanSaysHowItWasChosenAndMeasured(String version) throws Exception {
    JsonNode plan =
        post(
            "/plans",
            """
            {"title": "視線", "parameters": {"footprint": "sight"},
             "best": {"sites": "1", "spacing_m": "500"}}
            """);
    assertThat(plan.get("result").get("search").get("notes").toString()).contains("whole circles");
    String at = "/plans/" + plan.get("id").stringValue();
    assertThat(get(at + "/sites.csv").getContentAsString(StandardCharsets.UTF_8))
        .contains("sight buildings@" + version);
    assertThat(get(at + "/plan.pdf").getContentAsByteArray()).isNotEmpty();
  }

  private static void build(Feature... buildings) {
    gifts.add(BUILDINGS, List.of(buildings), true);
  }

  /**
   * From south to north through the circles of the stations, 2 m wide.
   *
   * @param floors null for a building of which that is not known
   */
  private static Feature wall(int id, double east, Integer floors) {
    Envelope box = new Envelope(X + east, X + east + 2, Y + 300, Y + 700);
    return new Feature(
        BUILDINGS,
        String.valueOf(id),
        new GeometryFactory().toGeometry(box),
        new Object[] {floors});
  }

  private static void seenHere(double east, int times) throws Exception {
    double[] degrees = LonLat.degrees(X + east, Y + 500);
    JsonNode place = json("/at?footprint=sight&lon=%s&lat=%s".formatted(degrees[0], degrees[1]));
    assertThat(place.get("times").intValue()).as("%s m", east).isEqualTo(times);
  }

  private static void aChangeOfTheLayerIsSeen(String version, double lost) throws Exception {
    build(wall(1, 320, 10), wall(2, 278, null));
    JsonNode sight = json("?footprint=sight");
    assertThat(sight.get("obstacles").get(0).get("version").stringValue()).isNotEqualTo(version);
    assertThat(sight.get("warnings").toString()).contains("one floor (3.2 m) assumed");
    double now = json("").get("covered").doubleValue() - sight.get("covered").doubleValue();
    assertThat(now).isGreaterThan(lost + 0.5);
    JsonNode moved =
        post(
            "/what-if",
            """
            {"parameters": {"footprint": "sight"}, "changes": [
              {"op": "move", "id": "a", %s}, {"op": "remove", "id": "a-again"}]}
            """
                .formatted(place(1_500)));
    assertThat(moved.get("after").get("covered").doubleValue())
        .isCloseTo((1_000 + 3_000) * Math.PI * 10_000 / 1e6, within(0.1));
  }

  /** Of a feature in degrees, square metres. */
  private static double area(JsonNode collection) {
    double sum = 0;
    for (JsonNode polygon : collection.get("features").get(0).get("geometry").get("coordinates")) {
      for (JsonNode ring : polygon) {
        double[] before = null;
        for (JsonNode point : ring) {
          double[] at = LonLat.metres("", point.get(0).doubleValue(), point.get(1).doubleValue());
          at = new double[] {at[0] - X, at[1] - Y};
          sum += before == null ? 0 : (before[0] * at[1] - at[0] * before[1]) / 2;
          before = at;
        }
      }
    }
    return sum;
  }
}
