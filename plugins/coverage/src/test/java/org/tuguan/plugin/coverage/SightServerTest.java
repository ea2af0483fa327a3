package org.tuguan.plugin.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.plugin.coverage.area.Zone;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.inventory.Lifetime;
import org.tuguan.plugin.coverage.inventory.Radio;
import org.tuguan.plugin.coverage.inventory.Technology;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;
import org.tuguan.plugin.coverage.people.UnitKind;
import org.tuguan.plugin.coverage.store.PostGisCensuses;
import org.tuguan.plugin.coverage.store.PostGisInventory;
import tools.jackson.databind.JsonNode;

/**
 * Lines of sight over the endpoints: stations in a village and far from it, and a wall beside the
 * first.
 */
class SightServerTest {
  private static final double X = 217_000;
  private static final double Y = 2_671_000;
  private static final FeatureType BUILDINGS =
      new FeatureType(
          "buildings",
          List.of(new Attribute("floors", AttributeType.INTEGER)),
          "geom",
          GeometryKind.POLYGON,
          Crs.TWD97_TM2_121);

  private static CoverageServer server;

  @BeforeAll
  static void start() {
    server = CoverageServer.start();
    Unit.Village village = new Unit.Village("V", "里", "1", "1區");
    Unit unit = new Unit("V", village, 10_000, new Zone(box(0, 2_000)));
    Census census = new Census(LocalDate.of(2021, 3, 31), UnitKind.VILLAGE, false, List.of(unit));
    server.context().getBean(PostGisCensuses.class).save(census, "test");
    List<AccessPoint> stations =
        IntStream.of(300, 700, 1_100, 1_500, 5_000, 6_000, 7_000, 8_000)
            .mapToObj(SightServerTest::station)
            .toList();
    server.context().getBean(PostGisInventory.class).save(stations, false, true, "test");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void aWallOfOneFloor() {
    build(320);
  }

  private static AccessPoint station(int east) {
    Radio radio = Radio.of(Technology.WIFI).withRadius(100);
    return new AccessPoint("s" + east, "", X + east, Y + 500, "", radio, Lifetime.ALWAYS);
  }

  private static void build(double... wallsEast) {
    server
        .gifts()
        .add(
            BUILDINGS,
            IntStream.range(0, wallsEast.length).mapToObj(i -> wall(i, wallsEast[i])).toList(),
            true);
  }

  private static Feature wall(int id, double east) {
    return new Feature(BUILDINGS, "b" + id, box(east, 2), new Object[] {1});
  }

  private static Geometry box(double east, double width) {
    Envelope box = new Envelope(X + east, X + east + width, Y, Y + 1_000);
    return new GeometryFactory().toGeometry(box);
  }

  private static String place(double east) {
    double[] degrees = LonLat.degrees(X + east, Y + 500);
    return "lon=%.7f&lat=%.7f".formatted(degrees[0], degrees[1]);
  }

  private static double covered(String parameters) throws Exception {
    return server.json("?footprint=sight" + parameters).get("covered").doubleValue();
  }

  /** Behind a wall of 3.2 m a receiver on a pole is seen sooner than one in a hand. */
  @Test
  void aReceiverOfAnotherHeightHasAnotherFigureAndAnotherMap() throws Exception {
    double hand = covered("");
    double pole = covered("&receiver_height_m=3");
    assertThat(pole).isGreaterThan(hand + 1);
    assertThat(covered("")).isEqualTo(hand);
    assertThat(covered("&receiver_height_m=3.04")).isEqualTo(pole);
    JsonNode low = server.json("/footprint?footprint=sight");
    JsonNode high = server.json("/footprint?footprint=sight&receiver_height_m=3");
    assertThat(high.get("features").get(0).get("geometry"))
        .isNotEqualTo(low.get("features").get(0).get("geometry"));
  }

  @Test
  void shadowsAreDrawnAndToldOnlyToThoseWhoSeeTheBuildings() throws Exception {
    String plan = plan(800);
    String circles = server.post("/plans", "{\"title\": \"圓\"}").get("id").stringValue();
    List<String> telling =
        List.of(
            "/at?footprint=sight&" + place(310),
            "/footprint?footprint=sight",
            "/plans/%s/plan.pdf".formatted(plan),
            "/plans/%s/footprint".formatted(plan));
    server
        .gifts()
        .without(
            "buildings",
            () -> {
              for (String path : telling) {
                assertThatThrownBy(() -> server.get(path))
                    .as(path)
                    .rootCause()
                    .isInstanceOfSatisfying(
                        RequestException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.UNKNOWN_LAYER));
              }
            });
    server
        .gifts()
        .without(
            "buildings",
            () ->
                assertThatCode(
                        () -> {
                          server.get("/at?" + place(310));
                          server.get("/plans/%s/plan.pdf".formatted(circles));
                          covered("");
                        })
                    .doesNotThrowAnyException());
    for (String path : telling) {
      assertThat(server.get(path).getContentAsByteArray()).as(path).isNotEmpty();
    }
  }

  @Test
  void theVocabularyNamesTheBuildingsOnlyToThoseWhoSeeThem() throws Exception {
    assertThat(server.json("/vocabulary").get("obstacles").toString()).contains("buildings");
    List<JsonNode> told = new ArrayList<>();
    server
        .gifts()
        .without(
            "buildings",
            () ->
                assertThatCode(() -> told.add(server.json("/vocabulary").get("obstacles")))
                    .doesNotThrowAnyException());
    assertThat(told.toString()).contains("a layer that is not public").doesNotContain("buildings");
  }

  private static String plan(double east) throws Exception {
    double[] degrees = LonLat.degrees(X + east, Y + 500);
    String body =
        """
        {"title": "視線", "parameters": {"footprint": "sight"},
         "changes": [{"op": "add", "id": "n", "lon": %.7f, "lat": %.7f}]}
        """
            .formatted(degrees[0], degrees[1]);
    return server.post("/plans", body).get("id").stringValue();
  }

  /** 1,900 is far from every station that stands. */
  @Test
  void aPlanIsNotTheSameAgainOnceBuildingsNearItsOwnSitesHaveChanged() throws Exception {
    String plan = plan(1_900);
    assertThat(same(plan)).isTrue();
    build(320, 1_910);
    assertThat(same(plan)).isFalse();
    assertThatThrownBy(() -> server.post("/layers", "{\"plan\": \"%s\"}".formatted(plan)))
        .rootCause()
        .hasMessageContaining("lines of sight");
  }

  private static boolean same(String plan) throws Exception {
    return server.json("/plans/%s/footprint".formatted(plan)).get("same").booleanValue();
  }

  /** Eight circles of 5 km are 628 km² together. */
  @Test
  void circlesThatAreTooLargeTogetherAreRefused() {
    String far = "footprint=sight&radius_m=5000";
    for (String path : List.of("?" + far, "/footprint?" + far, "/at?" + far + "&" + place(310))) {
      assertThatThrownBy(() -> server.get(path))
          .as(path)
          .rootCause()
          .isInstanceOfSatisfying(
              RequestException.class,
              refused -> {
                assertThat(refused.fault()).isEqualTo(Fault.TOO_LARGE);
                assertThat(refused.getMessage()).contains("628 km²", "600", "sight-area-km2");
              });
    }
    assertThatCode(() -> covered("&radius_m=500")).doesNotThrowAnyException();
  }

  @Test
  void aPlanThatWasFoundIsTheSameAgain() throws Exception {
    JsonNode plan =
        server.post(
            "/plans",
            """
            {"title": "一處", "parameters": {"footprint": "sight"},
             "best": {"sites": "2", "spacing_m": "130"}}
            """);
    assertThat(same(plan.get("id").stringValue())).isTrue();
  }

  @Test
  void plansAreComparedOnOneGroundOnlyIfTheSameStoodInTheWay() throws Exception {
    String first = plan(800);
    String circles = server.post("/plans", "{\"title\": \"圓\"}").get("id").stringValue();
    assertThat(sameGround(first, plan(900))).isTrue();
    assertThat(sameGround(first, circles)).isFalse();
    build(320, 720);
    assertThat(sameGround(first, plan(800))).isFalse();
  }

  private static boolean sameGround(String one, String other) throws Exception {
    return server
        .json("/plans/compare?a=%s&b=%s".formatted(one, other))
        .get("same_ground")
        .booleanValue();
  }
}
