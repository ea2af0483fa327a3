package org.tuguan.plugin.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.analysis.Period;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.plugin.PluginJob;
import org.tuguan.core.plugin.PluginLayer;
import org.tuguan.plugin.coverage.area.Zone;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.inventory.Lifetime;
import org.tuguan.plugin.coverage.inventory.Radio;
import org.tuguan.plugin.coverage.inventory.Technology;
import org.tuguan.plugin.coverage.layer.LayerUpkeep;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;
import org.tuguan.plugin.coverage.people.UnitKind;
import org.tuguan.plugin.coverage.store.PostGisCensuses;
import org.tuguan.plugin.coverage.store.PostGisInventory;
import tools.jackson.databind.JsonNode;

/** The plugin's endpoints over a real database, with a village of people and a few stations. */
class CoverageServerTest {
  private static final double X = 217_000;
  private static final double Y = 2_671_000;
  private static final LocalDate CENSUS = LocalDate.of(2021, 3, 31);
  private static final FeatureType BUILDINGS =
      new FeatureType(
          "buildings",
          List.of(new Attribute("floors", AttributeType.INTEGER)),
          "geom",
          GeometryKind.POLYGON,
          Crs.TWD97_TM2_121);
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  private static CoverageServer server;
  private static AnnotationConfigApplicationContext context;
  private static StubGifts gifts;

  @BeforeAll
  static void start() {
    server = CoverageServer.start();
    context = server.context();
    gifts = server.gifts();
    fill();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** West village: 1,000 people, three points; east village: 3,000 people, none built. */
  private static void fill() {
    context
        .getBean(PostGisCensuses.class)
        .save(
            new Census(
                CENSUS,
                UnitKind.VILLAGE,
                false,
                List.of(unit("W", "西里", "1", 1_000, X), unit("E", "東里", "2", 3_000, X + 1_000))),
            "test");
    context
        .getBean(PostGisInventory.class)
        .save(
            List.of(
                point("a", X + 300, Lifetime.ALWAYS),
                point("a-again", X + 300, Lifetime.ALWAYS),
                point("late", X + 700, from(LocalDate.of(2020, 1, 1), true)),
                point("planned", X + 1_500, from(LocalDate.of(2020, 1, 1), false))),
            false,
            true,
            "test");
  }

  private static Unit unit(String code, String name, String district, int people, double west) {
    return new Unit(
        code,
        new Unit.Village(code, name, district, district + "區"),
        people,
        new Zone(new GeometryFactory().toGeometry(new Envelope(west, west + 1_000, Y, Y + 1_000))));
  }

  private static AccessPoint point(String id, double x, Lifetime lifetime) {
    Radio radio = Radio.of(Technology.WIFI).withRadius(100);
    return new AccessPoint(id, "", x, Y + 500, "市府", radio, lifetime);
  }

  private static Lifetime from(LocalDate day, boolean built) {
    return new Lifetime(Optional.of(day), Optional.empty(), built);
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

  /** The degrees of a place that is so far east of the west edge. */
  private static String place(double east) {
    double[] degrees = LonLat.degrees(X + east, Y + 500);
    return "\"lon\": %.7f, \"lat\": %.7f".formatted(degrees[0], degrees[1]);
  }

  @Test
  void theFigureComesWithBothNumbersAndWhatItRestsOn() throws Exception {
    JsonNode figure = json("");
    double people = 1_000 * 2 * Math.PI * 10_000 / 1e6;
    assertThat(figure.get("covered").doubleValue()).isCloseTo(people, within(0.001));
    assertThat(figure.get("total").doubleValue()).isEqualTo(4_000);
    assertThat(figure.get("rate").doubleValue()).isCloseTo(people / 4_000, within(1e-9));
    assertThat(figure.get("method").stringValue()).isEqualTo("areal");
    assertThat(figure.get("census_date").stringValue()).isEqualTo("2021-03-31");
    assertThat(figure.get("inventory_date").stringValue()).isEqualTo("2026-01-15");
    assertThat(figure.get("inventory_version").stringValue()).hasSize(12);
    assertThat(figure.get("technologies").get(0).stringValue()).isEqualTo("wifi");
    assertThat(figure.get("points").intValue()).isEqualTo(3);
    assertThat(figure.get("target").doubleValue()).isEqualTo(0.3);
    assertThat(figure.get("range")).hasSize(1);
    assertThat(figure.get("districts")).hasSize(2);
    assertThat(figure.get("twice").get("covered").doubleValue()).isZero();
  }

  @Test
  void anAreaIsNamedByCodeOrName() throws Exception {
    assertThat(json("?area=2").get("total").doubleValue()).isEqualTo(3_000);
    assertThat(json("?area=1區西里").get("total").doubleValue()).isEqualTo(1_000);
    assertThatThrownBy(() -> json("?area=nowhere")).hasRootCauseInstanceOf(RequestException.class);
  }

  @Test
  void aPastDayHasTheStationsOfThatDay() throws Exception {
    JsonNode past = json("?date=2019-12-31");
    assertThat(past.get("points").intValue()).isEqualTo(2);
    assertThat(past.get("covered").doubleValue())
        .isCloseTo(1_000 * Math.PI * 10_000 / 1e6, within(0.001));
    assertThat(past.get("inventory_version").stringValue())
        .isNotEqualTo(json("").get("inventory_version").stringValue());
  }

  @Test
  void withoutStationsThereIsNoValue() throws Exception {
    JsonNode none = json("?technologies=5g");
    assertThat(none.get("covered").isNull()).isTrue();
    assertThat(none.get("rate").isNull()).isTrue();
    assertThat(none.get("total").doubleValue()).isEqualTo(4_000);
  }

  @Test
  void whatCannotBeUnderstoodNamesTheParameter() {
    for (String wrong :
        List.of("method=guess", "date=today", "radius_m=-1", "technologies=6g", "model=magic")) {
      assertThatThrownBy(() -> json("?" + wrong))
          .rootCause()
          .isInstanceOfSatisfying(
              RequestException.class,
              refused -> assertThat(wrong).startsWith(refused.parameter() + "="));
    }
  }

  @Test
  void aModelOutsideItsRangeWarnsInTheAnswer() throws Exception {
    JsonNode warnings = json("?model=cost231-medium").get("warnings");
    assertThat(warnings.toString()).contains("outside its range").contains("超出適用範圍");
  }

  @Test
  void aPointInsideACircleAddsLittleAndOneInAnEmptyBlockMuch() throws Exception {
    JsonNode inside =
        post(
            "/what-if",
            "{\"changes\": [{\"op\": \"add\", \"id\": \"n\", %s}]}".formatted(place(310)));
    JsonNode empty =
        post(
            "/what-if",
            "{\"changes\": [{\"op\": \"add\", \"id\": \"n\", %s}]}".formatted(place(1_500)));
    double before = inside.get("before").get("covered").doubleValue();
    assertThat(inside.get("after").get("covered").doubleValue() - before).isBetween(0.1, 5.0);
    assertThat(empty.get("after").get("covered").doubleValue() - before)
        .isCloseTo(3_000 * Math.PI * 10_000 / 1e6, within(0.01));
  }

  @Test
  void movingAwayAndRemovingTakePeopleAway() throws Exception {
    JsonNode removed = post("/what-if", "{\"changes\": [{\"op\": \"remove\", \"id\": \"late\"}]}");
    assertThat(removed.get("after").get("covered").doubleValue())
        .isCloseTo(1_000 * Math.PI * 10_000 / 1e6, within(0.001));
    JsonNode moved =
        post(
            "/what-if",
            "{\"changes\": [{\"op\": \"move\", \"id\": \"late\", %s}]}".formatted(place(1_500)));
    assertThat(moved.get("after").get("covered").doubleValue())
        .isGreaterThan(removed.get("after").get("covered").doubleValue() + 90);
    assertThatThrownBy(
            () -> post("/what-if", "{\"changes\": [{\"op\": \"remove\", \"id\": \"nobody\"}]}"))
        .hasRootCauseInstanceOf(RequestException.class);
  }

  @Test
  void whoCoversAPlaceIsSaid() throws Exception {
    double[] degrees = LonLat.degrees(X + 310, Y + 500);
    JsonNode place = json("/at?lon=%s&lat=%s".formatted(degrees[0], degrees[1]));
    assertThat(place.get("times").intValue()).isEqualTo(2);
    assertThat(place.get("points").get(0).get("id").stringValue()).startsWith("a");
    assertThat(place.get("village").get("name").stringValue()).isEqualTo("1區西里");
  }

  @Test
  void aPlanIsFoundSavedReopenedAndComparedAndIsTheSameAgain() throws Exception {
    String body =
        """
        {"title": "東里兩處", "parameters": {},
         "best": {"sites": "2", "candidates": "grid", "spacing_m": "200", "seed": "7"}}
        """;
    JsonNode plan = post("/plans", body);
    JsonNode result = plan.get("result");
    assertThat(result.get("sites")).hasSize(2);
    assertThat(result.get("after").get("covered").doubleValue())
        .isGreaterThan(result.get("before").get("covered").doubleValue() + 180);
    assertThat(result.get("search").get("bound").doubleValue()).isGreaterThan(0);
    String id = plan.get("id").stringValue();
    assertThat(json("/plans/" + id).get("result")).isEqualTo(result);
    JsonNode again = post("/plans", body);
    assertThat(again.get("result")).isEqualTo(result);
    JsonNode second =
        post(
            "/plans",
            body.replace("\"best\"", "\"of\": \"" + id + "\", \"best\"").replace("\"2\"", "\"4\""));
    assertThat(second.get("version").intValue()).isEqualTo(2);
    assertThat(json("/plans/" + id + "?version=1").get("result")).isEqualTo(result);
    JsonNode compared = json("/plans/compare?a=%s&aVersion=1&b=%s&bVersion=2".formatted(id, id));
    assertThat(compared.get("more_people").doubleValue()).isGreaterThan(100);
    assertThat(compared.get("same_ground").booleanValue()).isTrue();
    assertThat(json("/plans")).isNotEmpty();
  }

  @Test
  void aTargetIsMetAsItIsMeasuredAndNotInCellsAlone() throws Exception {
    JsonNode plan =
        post(
            "/plans",
            """
            {"title": "兩成", "best": {"target": "0.2", "spacing_m": "100", "cell_m": "70"}}
            """);
    JsonNode result = plan.get("result");
    assertThat(result.get("after").get("rate").doubleValue()).isGreaterThanOrEqualTo(0.2);
    assertThat(result.get("search").get("feasible").booleanValue()).isTrue();
  }

  @Test
  void exactIsProvenAndFilesAreComplete() throws Exception {
    JsonNode plan =
        post(
            "/plans",
            """
            {"title": "精確", "best": {"sites": "3", "solver": "exact", "cost_twd": "50000",
             "spacing_m": "250", "cell_m": "125"}}
            """);
    assertThat(plan.get("result").get("search").get("proven").booleanValue()).isTrue();
    assertThat(plan.get("result").get("search").get("gap").doubleValue()).isLessThan(1e-6);
    String at = "/plans/" + plan.get("id").stringValue();
    String csv = get(at + "/sites.csv").getContentAsString(StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(4);
    assertThat(csv).contains("50000").contains("2021-03-31");
    assertThat(json(at + "/sites.geojson").get("features")).hasSize(3);
    byte[] pdf = get(at + "/plan.pdf").getContentAsByteArray();
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
  }

  @Test
  void theLayersShowWhatTheFigureSays() throws Exception {
    context.getBean(LayerUpkeep.class).changed();
    assertThat(gifts.asked()).contains("coverage-layers");
    JsonNode before = json("/layers/state");
    context.getBean(PluginJob.class).run();
    JsonNode after = json("/layers/state");
    assertThat(before.get("updating").booleanValue()).isTrue();
    assertThat(before.get("shown_at").isNull()).isTrue();
    assertThat(after.get("updating").booleanValue()).isFalse();
    assertThat(after.get("shown_at").stringValue()).isEqualTo("2026-01-15T03:00:00Z");
    assertThat(gifts.published())
        .hasSizeGreaterThanOrEqualTo(5)
        .allMatch(layer -> layer.style().isPresent());
    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    Double footprint =
        jdbc.queryForObject(
            "SELECT sum(ST_Area(geom)) FROM plugin_coverage.footprint", Double.class);
    assertThat(footprint).isCloseTo(2 * Math.PI * 10_000, within(200.0));
    List<Double> uncovered = new ArrayList<>();
    jdbc.query(
        "SELECT uncovered_per_ha FROM plugin_coverage.uncovered ORDER BY id",
        row -> {
          uncovered.add(row.getDouble(1));
        });
    assertThat(uncovered).containsExactly(30.0, 9.37);
    assertThat(
            jdbc.queryForList(
                "SELECT DISTINCT least_dbm FROM plugin_coverage.signal ORDER BY 1", Integer.class))
        .containsExactly(-75, -67, -60, -50);
  }

  @Test
  void aPlanIsALayerAsLongAsItsPlannerWantsAndOnlyWhileItIsTrue() throws Exception {
    JsonNode plan =
        post(
            "/plans",
            """
            {"title": "東里", "changes": [{"op": "remove", "id": "late"}],
             "best": {"sites": "2", "spacing_m": "200"}}
            """);
    String asked = "{\"plan\": \"%s\"}".formatted(plan.get("id").stringValue());
    JsonNode layer = post("/layers", asked);
    String name = layer.get("layer").stringValue();
    assertThat(name).startsWith("coverage-plan-").endsWith("-v1");
    assertThat(post("/layers", asked).get("layer").stringValue()).isEqualTo(name);
    assertThat(json("/layers")).hasSize(1);
    PluginLayer published =
        gifts.published().stream().filter(each -> each.name().equals(name)).findFirst().get();
    assertThat(published.title().zh()).isEqualTo("方案「東里」第 1 版");
    assertThat(published.opening()).isEqualTo(PluginLayer.Opening.RESTRICTED);
    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    String shown =
        jdbc.queryForObject(
            """
            SELECT string_agg(kind || ' ' || coalesce(number::text, round(area)::text), ',' ORDER BY kind, number)
            FROM (SELECT kind, number, sum(ST_Area(geom)) / 31365 AS area
                  FROM plugin_coverage.%s GROUP BY kind, number) kinds
            """
                .formatted(published.table()),
            String.class);
    assertThat(shown).isEqualTo("added 2,lost 1,reached 1,site 1,site 2");

    gifts.asStranger(
        () ->
            assertThatThrownBy(() -> server.delete("/layers/" + name))
                .hasRootCauseInstanceOf(RequestException.class));
    server.delete("/layers/" + name);
    assertThat(json("/layers")).isEmpty();
    assertThat(gifts.published()).noneMatch(each -> each.name().equals(name));
    assertThatThrownBy(() -> server.delete("/layers/" + name))
        .hasRootCauseInstanceOf(RequestException.class);
  }

  @Test
  void aPlanIsDrawnWithItsSites() throws Exception {
    JsonNode plan =
        post(
            "/plans",
            "{\"title\": \"一處\", \"changes\": [{\"op\": \"add\", \"id\": \"n\", %s}]}"
                .formatted(place(1_500)));
    JsonNode ground = json("/plans/" + plan.get("id").stringValue() + "/footprint");
    assertThat(ground.get("features")).hasSize(3);
    assertThat(ground.get("same").booleanValue()).isTrue();
  }

  @Test
  void theIndicatorIsTheFigureOfThePeriodsLastDay() {
    Indicator indicator = context.getBean(Indicator.class);
    assertThat(indicator.value(Period.year(2019)).numerator().doubleValue())
        .isCloseTo(1_000 * Math.PI * 10_000 / 1e6, within(0.001));
    assertThat(indicator.value(new Period(TODAY, TODAY)).denominator().intValue()).isEqualTo(4_000);
    assertThat(indicator.evidence(Period.year(2019), 10)).hasSize(2);
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

  @Test
  void strangersSeeFiguresAsFarAsTheLayersAreOpen() throws Exception {
    gifts.asStranger(
        () -> assertThatThrownBy(() -> json("")).hasRootCauseInstanceOf(RequestException.class));
    assertThat(json("/villages?district=1").get(0).get("name").stringValue()).isEqualTo("1區西里");
    String csv = get("/districts.csv").getContentAsString(StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(3);
  }
}
