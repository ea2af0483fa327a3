package org.tuguan.plugin.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Grant;
import org.tuguan.core.access.Grantee;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.access.Role;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.plugin.DemoData;
import org.tuguan.core.plugin.PluginJob;
import org.tuguan.core.plugin.PluginLayer;
import org.tuguan.plugin.coverage.area.Zone;
import org.tuguan.plugin.coverage.figure.CoverageAnswers;
import org.tuguan.plugin.coverage.figure.CoverageQuery;
import org.tuguan.plugin.coverage.figure.Figures;
import org.tuguan.plugin.coverage.figure.Measured;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.inventory.Lifetime;
import org.tuguan.plugin.coverage.inventory.Radio;
import org.tuguan.plugin.coverage.inventory.Technology;
import org.tuguan.plugin.coverage.layer.CoverageLayers;
import org.tuguan.plugin.coverage.layer.Result;
import org.tuguan.plugin.coverage.layer.ResultLayers;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;
import org.tuguan.plugin.coverage.people.UnitKind;
import org.tuguan.plugin.coverage.store.PostGisCensuses;
import org.tuguan.plugin.coverage.store.PostGisInventory;
import tools.jackson.databind.JsonNode;

/** Layers of results: whom they are open to, whose they are, and what they say of themselves. */
class LayersServerTest {
  private static final double X = 217_000;
  private static final double Y = 2_671_000;
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Caller ADMINISTRATOR =
      new Caller(
          Optional.of("administrator"),
          Optional.empty(),
          Optional.empty(),
          Set.of(Role.ADMIN),
          Optional.empty());

  private static CoverageServer server;
  private static StubGifts gifts;
  private static JdbcTemplate database;

  @BeforeAll
  static void start() {
    server = CoverageServer.start();
    gifts = server.gifts();
    database = server.context().getBean(JdbcTemplate.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A square kilometre with 1,000 people and two stations, and no layer yet. */
  @BeforeEach
  void fill() {
    results().list().forEach(layer -> results().withdraw(layer.layer()));
    database.execute(
        "DELETE FROM plugin_coverage.result_layer; DELETE FROM plugin_coverage.layer_state;"
            + "DELETE FROM plugin_coverage.census");
    gifts.grants().clear();
    gifts.asked().clear();
    gifts.askedInTransaction().clear();
    Unit.Village village = new Unit.Village("W", "西里", "1", "1區");
    Zone zone = new Zone(GEOMETRIES.toGeometry(new Envelope(X, X + 1_000, Y, Y + 1_000)));
    server
        .context()
        .getBean(PostGisCensuses.class)
        .save(
            new Census(
                LocalDate.of(2021, 3, 31),
                UnitKind.VILLAGE,
                false,
                List.of(new Unit("W", village, 1_000, zone))),
            "test");
    stations(point("a", 300), point("b", 700));
  }

  private static ResultLayers results() {
    return server.context().getBean(ResultLayers.class);
  }

  private static void stations(AccessPoint... points) {
    server.context().getBean(PostGisInventory.class).save(List.of(points), false, true, "test");
  }

  private static AccessPoint point(String id, double east) {
    return new AccessPoint(
        id,
        "",
        X + east,
        Y + 500,
        "市府",
        Radio.of(Technology.WIFI).withRadius(100),
        Lifetime.ALWAYS);
  }

  private static String place(double east) {
    double[] degrees = LonLat.degrees(X + east, Y + 500);
    return "\"lon\": %.7f, \"lat\": %.7f".formatted(degrees[0], degrees[1]);
  }

  /** A plan's request for a layer. */
  private static String plan(String parameters, String changes) throws Exception {
    JsonNode plan =
        server.post(
            "/plans",
            "{\"title\": \"t\", \"parameters\": {%s}, \"changes\": [%s]}"
                .formatted(parameters, changes));
    return "{\"plan\": \"%s\"}".formatted(plan.get("id").stringValue());
  }

  private static String anyPlan() throws Exception {
    return plan("", "{\"op\": \"add\", \"id\": \"n\", %s}".formatted(place(500)));
  }

  private static void refused(Fault fault, String parameter, ThrowingCallable request) {
    assertThatThrownBy(request)
        .rootCause()
        .isInstanceOfSatisfying(
            RequestException.class,
            refusal -> {
              assertThat(refusal.fault()).isEqualTo(fault);
              assertThat(refusal.parameter()).isEqualTo(parameter);
            });
  }

  private static void grant(String layer, Grantee grantee, Right... rights) {
    gifts
        .grants()
        .add(
            new Grant(
                gifts.grants().size(),
                layer,
                grantee,
                Set.of(rights),
                Ground.EVERYWHERE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private static PluginLayer.Opening opening(String asked) throws Exception {
    String name = server.post("/layers", asked).get("layer").stringValue();
    return gifts.published().stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow()
        .opening();
  }

  @Test
  void aPlanIsNoMoreOpenThanTheStationsAndWhatThrowsItsShadows() throws Exception {
    Right[] all = {Right.VIEW, Right.QUERY, Right.DOWNLOAD};
    grant(CoverageLayers.POINTS, new Grantee.Everyone(), Right.VIEW, Right.QUERY);
    grant(CoverageLayers.POINTS, new Grantee.CityAgencies(), all);
    String circles = anyPlan();
    assertThat(opening(circles)).isEqualTo(PluginLayer.Opening.CITY);
    grant(CoverageLayers.POINTS, new Grantee.Everyone(), all);
    assertThat(opening(circles)).isEqualTo(PluginLayer.Opening.PUBLIC);
    FeatureType buildings =
        new FeatureType(
            "buildings",
            List.of(new Attribute("floors", AttributeType.INTEGER)),
            "geom",
            GeometryKind.POLYGON,
            Crs.TWD97_TM2_121);
    Envelope box = new Envelope(X + 320, X + 322, Y + 300, Y + 700);
    gifts.add(
        buildings,
        List.of(new Feature(buildings, "1", GEOMETRIES.toGeometry(box), new Object[] {10})),
        false);
    try {
      grant("buildings", new Grantee.Everyone(), Right.VIEW);
      String sight =
          plan(
              "\"footprint\": \"sight\"",
              "{\"op\": \"add\", \"id\": \"n\", %s}".formatted(place(500)));
      assertThat(opening(sight)).isEqualTo(PluginLayer.Opening.RESTRICTED);
      grant("buildings", new Grantee.CityAgencies(), all);
      assertThat(opening(sight)).isEqualTo(PluginLayer.Opening.CITY);
    } finally {
      gifts.remove("buildings");
    }
  }

  @Test
  void aFirstFailureIsShownUntilTheLayersAreWritten() throws Exception {
    database.execute("ALTER TABLE plugin_coverage.signal RENAME TO signal_away");
    try {
      assertThatThrownBy(() -> server.context().getBean(PluginJob.class).run())
          .isInstanceOf(DataAccessException.class);
    } finally {
      database.execute("ALTER TABLE plugin_coverage.signal_away RENAME TO signal");
    }
    JsonNode failed = server.json("/layers/state");
    assertThat(failed.get("failed").booleanValue()).isTrue();
    assertThat(failed.get("updating").booleanValue()).isTrue();
    assertThat(failed.get("shown_at").isNull()).isTrue();
    server.context().getBean(PluginJob.class).run();
    JsonNode written = server.json("/layers/state");
    assertThat(written.get("failed").booleanValue()).isFalse();
    assertThat(written.get("shown_at").isNull()).isFalse();
  }

  @Test
  void withoutPeopleGroundIsShownAsItIsAndNobodyAsUncovered() throws Exception {
    server.context().getBean(PluginJob.class).run();
    assertThat(rows("uncovered")).isEqualTo(1);
    assertThat(rows("footprint")).isEqualTo(2);
    int bands = rows("signal");
    server.delete("/censuses/village/2021-03-31");
    stations(point("a", 300), point("b", 700), point("c", 1_000));
    gifts.published().clear();
    server.context().getBean(PluginJob.class).run();
    assertThat(rows("uncovered")).isZero();
    assertThat(rows("footprint")).isEqualTo(3);
    assertThat(rows("times_covered")).isEqualTo(3);
    assertThat(rows("signal")).isGreaterThan(bands);
    assertThat(gifts.published()).hasSize(5);
    assertThat(server.json("/layers/state").get("updating").booleanValue()).isFalse();
  }

  @Test
  void asLongAsThereIsNothingNoLayerIsPublished() throws Exception {
    server.delete("/censuses/village/2021-03-31");
    stations();
    gifts.published().clear();
    server.context().getBean(PluginJob.class).run();
    assertThat(gifts.published()).isEmpty();
    assertThat(rows("footprint")).isZero();
  }

  private static int rows(String table) {
    return database.queryForObject("SELECT count(*) FROM plugin_coverage." + table, Integer.class);
  }

  @Test
  void theAskForTheLayersIsKeptOrLostWithTheChange() throws Exception {
    FeatureType spots =
        new FeatureType("spots", List.of(), "geom", GeometryKind.POINT, Crs.TWD97_TM2_121);
    gifts.add(
        spots,
        List.of(
            new Feature(
                spots,
                "1",
                GEOMETRIES.createPoint(new Coordinate(X + 100, Y + 100)),
                new Object[0])),
        false);
    FeatureType areas =
        new FeatureType(
            "areas",
            List.of(
                new Attribute("code", AttributeType.TEXT),
                new Attribute("people", AttributeType.TEXT)),
            "geom",
            GeometryKind.POLYGON,
            Crs.TWD97_TM2_121);
    Envelope box = new Envelope(X, X + 1_000, Y, Y + 1_000);
    gifts.add(
        areas,
        List.of(new Feature(areas, "1", GEOMETRIES.toGeometry(box), new Object[] {"W", "7"})),
        false);
    server.post("/imports/points", "{\"layer\": \"spots\", \"dry_run\": true}");
    assertThat(gifts.asked()).isEmpty();
    server.post("/imports/points", "{\"layer\": \"spots\"}");
    server.post(
        "/imports/census",
        "{\"layer\": \"areas\", \"kind\": \"village\", \"date\": \"2024-12-31\","
            + " \"columns\": {\"code\": \"code\", \"people\": \"people\"}}");
    server.delete("/censuses/village/2024-12-31");
    server.context().getBean(DemoData.class).write();
    assertThat(gifts.askedInTransaction()).hasSize(4).containsOnly("coverage-layers");
    assertThat(gifts.asked()).hasSize(4);
  }

  @Test
  void thePlannedSitesAreWhereStationsStandInTheEnd() throws Exception {
    String changes =
        String.join(
            ",",
            "{\"op\": \"add\", \"id\": \"n\", \"technology\": \"5g\", \"radius_m\": 50, %s}"
                .formatted(place(500)),
            "{\"op\": \"move\", \"id\": \"b\", %s}".formatted(place(600)),
            "{\"op\": \"add\", \"id\": \"gone\", %s}".formatted(place(900)),
            "{\"op\": \"remove\", \"id\": \"gone\"}",
            "{\"op\": \"move\", \"id\": \"b\", %s}".formatted(place(800)),
            "{\"op\": \"move\", \"id\": \"n\", %s}".formatted(place(400)),
            "{\"op\": \"power\", \"id\": \"a\", \"eirp_dbm\": 30}");
    server.post("/layers", plan("", changes));
    assertThat(
            database.queryForList(
                """
                SELECT concat_ws(' ', number, site, technology, radius_m, round(ST_X(geom)) - 217000)
                FROM plugin_coverage.result_feature WHERE kind = 'site' ORDER BY number
                """,
                String.class))
        .containsExactly("1 n 5g 50 400", "2 b wifi 100 800");
  }

  @Test
  void aPlansLayerStaysItsPlannersWhoeverPublishesIt() throws Exception {
    String asked = anyPlan();
    server.post("/layers", asked);
    gifts.as(
        ADMINISTRATOR,
        () -> {
          try {
            assertThat(server.post("/layers", asked).get("mine").booleanValue()).isTrue();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
    JsonNode layer = server.json("/layers").get(0);
    assertThat(layer.get("mine").booleanValue()).isTrue();
    server.delete("/layers/" + layer.get("layer").stringValue());
    assertThat(server.json("/layers")).isEmpty();
  }

  @Test
  void aResultStaysWithTheFirstWhoHadItPublished() {
    CoverageQuery query = CoverageQuery.parse(Map.of(), TODAY);
    Measured measured = server.context().getBean(Figures.class).measure(query);
    Result result =
        new Result(
            "coverage-result-test",
            LocalText.same("t"),
            Optional.empty(),
            measured,
            measured,
            server.context().getBean(CoverageAnswers.class).answer(query, Optional.empty()),
            List.of());
    results().publish(result, "first");
    assertThat(results().publish(result, "second").account()).isEqualTo("first");
  }

  @Test
  void thereAreTwentyAtMostAndOneOfThemMayBePublishedAgain() throws Exception {
    String asked = anyPlan();
    server.post("/layers", asked);
    database.execute(
        """
        INSERT INTO plugin_coverage.result_layer (layer, title, account, made_at)
        SELECT 'coverage-result-' || number, '', 'other', now() FROM generate_series(1, 19) AS number
        """);
    server.post("/layers", asked);
    String another = anyPlan();
    refused(Fault.CONFLICT, "layer", () -> server.post("/layers", another));
    assertThat(server.json("/layers")).hasSize(20);
    results().withdraw("coverage-result-7");
    server.post("/layers", another);
  }

  @Test
  void aPlanWhoseStationsHaveChangedIsNotPublished() throws Exception {
    String asked = anyPlan();
    stations(point("a", 310), point("b", 700));
    refused(Fault.CONFLICT, "plan", () -> server.post("/layers", asked));
    assertThat(server.json("/layers")).isEmpty();
  }
}
