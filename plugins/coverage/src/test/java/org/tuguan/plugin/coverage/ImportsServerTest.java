package org.tuguan.plugin.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.store.PostGisInventory;
import tools.jackson.databind.JsonNode;

/** Stations and people that come from layers, over HTTP: mapping, dry run, faults, roles. */
class ImportsServerTest {
  private static final double X = 217_000;
  private static final double Y = 2_671_000;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final String STATIONS =
      """
      {"layer": "spots", "columns": {"id": "NO", "name": "名稱", "operator": "營運", "radius_m": "RADIUS",
       "valid_from": "啟用日期", "technology": "TECH"}, "fixed": {"technology": "wifi", "radius_m": "100"}}
      """;
  private static final String VILLAGES =
      """
      {"layer": "areas", "kind": "village", "date": "2021-03-31",
       "columns": {"code": "村里代碼", "village_name": "村里", "people": "人口數"}}
      """;

  private static CoverageServer server;

  @BeforeAll
  static void start() {
    server = CoverageServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void empty() {
    server
        .context()
        .getBean(JdbcTemplate.class)
        .execute(
            "DELETE FROM plugin_coverage.access_point; DELETE FROM plugin_coverage.census;"
                + "UPDATE plugin_coverage.revision SET number = number + 1");
    server.gifts().audited().clear();
    spots(
        spot("1", 100, "s1", "公園", "市府", "120", "2020-01-31", null),
        spot("2", 300, "s2", "圖書館", null, null, "109/05/01", "4G"),
        spot("3", 500, "s3", "車站", "鐵路", "1,500", null, "Wi-Fi"));
    areas(area("1", 0, "V1", "西里", "1,807"), area("2", 1_000, "V2", "東里", "2648"));
  }

  private static FeatureType type(String name, GeometryKind kind, String... attributes) {
    List<Attribute> texts = new ArrayList<>();
    for (String attribute : attributes) {
      texts.add(new Attribute(attribute, AttributeType.TEXT));
    }
    return new FeatureType(name, texts, "geom", kind, Crs.TWD97_TM2_121);
  }

  private static final FeatureType SPOTS =
      type("spots", GeometryKind.POINT, "NO", "名稱", "營運", "RADIUS", "啟用日期", "TECH");
  private static final FeatureType AREAS = type("areas", GeometryKind.POLYGON, "村里代碼", "村里", "人口數");

  private static Feature spot(String id, double east, Object... values) {
    Geometry at = GEOMETRIES.createPoint(new Coordinate(X + east, Y + 500));
    return new Feature(SPOTS, id, at, values);
  }

  private static Feature area(String id, double east, Object... values) {
    Envelope box = new Envelope(X + east, X + east + 1_000, Y, Y + 1_000);
    return new Feature(AREAS, id, GEOMETRIES.toGeometry(box), values);
  }

  private static void spots(Feature... features) {
    server.gifts().add(SPOTS, List.of(features), false);
  }

  private static void areas(Feature... features) {
    server.gifts().add(AREAS, List.of(features), false);
  }

  private static String dry(String body) {
    return with(body, "\"dry_run\": true");
  }

  /** A request with more in it. */
  private static String with(String body, String more) {
    String open = body.strip();
    return open.substring(0, open.length() - 1) + ", " + more + "}";
  }

  private static List<AccessPoint> stations() {
    return server.context().getBean(PostGisInventory.class).list();
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

  private static List<String> faults(JsonNode report) {
    List<String> told = new ArrayList<>();
    report
        .get("faults")
        .forEach(
            each ->
                told.add(
                    "%s %s %s"
                        .formatted(
                            each.get("of").stringValue(),
                            each.get("row").stringValue(),
                            each.get("column").stringValue())));
    return told;
  }

  @Test
  void columnsAndFixedValuesMakeStations() throws Exception {
    JsonNode report = server.post("/imports/points", STATIONS);
    assertThat(report.get("units").intValue()).isEqualTo(3);
    assertThat(report.get("added").intValue()).isEqualTo(3);
    assertThat(stations())
        .extracting(
            AccessPoint::id,
            AccessPoint::name,
            AccessPoint::operator,
            point -> point.radio().technology().code(),
            point -> point.radio().radiusM().getAsDouble(),
            point -> point.lifetime().from().map(Object::toString).orElse(""))
        .containsExactly(
            tuple("s1", "公園", "市府", "wifi", 120.0, "2020-01-31"),
            tuple("s2", "圖書館", "", "4g", 100.0, "2020-05-01"),
            tuple("s3", "車站", "鐵路", "wifi", 1_500.0, ""));
    JsonNode source = server.json("/inventory").get(0);
    assertThat(source.get("name").stringValue()).isEqualTo("spots");
    assertThat(source.get("stations").intValue()).isEqualTo(3);
    assertThat(source.get("synthetic").booleanValue()).isFalse();
    assertThat(source.get("at").stringValue()).isNotEmpty();
    assertThat(server.gifts().audited()).singleElement().asString().contains("points.import");
  }

  @Test
  void aDryRunTellsWhatWouldBeAndWritesNothing() throws Exception {
    server.post("/imports/points", STATIONS);
    spots(
        spot("1", 100, "s1", "公園", null, null, null, null),
        spot("9", 900, "s9", "", "", "", "", ""));
    String bare = "{\"layer\": \"spots\", \"columns\": {\"id\": \"NO\"}, \"replace\": true}";
    JsonNode report = server.post("/imports/points", dry(bare));
    assertThat(report.get("dry_run").booleanValue()).isTrue();
    assertThat(report.get("added").intValue()).isEqualTo(1);
    assertThat(report.get("changed").intValue()).isEqualTo(1);
    assertThat(report.get("removed").intValue()).isEqualTo(2);
    assertThat(report.get("notes").get(0).get("en").stringValue())
        .startsWith("2 stations say no radius");
    assertThat(stations()).hasSize(3);
    assertThat(server.gifts().audited()).hasSize(1);
    server.post("/imports/points", bare);
    assertThat(stations()).extracting(AccessPoint::id).containsExactly("s1", "s9");
  }

  @Test
  void allThatIsWrongIsToldByRowAndColumnAndNothingIsImported() throws Exception {
    spots(
        spot("1", 100, "s1", "", "", "wide", "soon", "6g"),
        spot("2", 300, "s1", "", "", "-5", null, null),
        new Feature(SPOTS, "3", null, new Object[6]),
        spot("4", 700, "s4", "", "", "50", null, null),
        spot("5", 900, "s4", "", "", "50", null, null));
    JsonNode report = server.post("/imports/points", dry(STATIONS));
    assertThat(faults(report))
        .containsExactlyInAnyOrder(
            "LAYER 1 TECH",
            "LAYER 1 RADIUS",
            "LAYER 1 啟用日期",
            "LAYER 2 RADIUS",
            "LAYER 3 ",
            "LAYER 5 NO");
    assertThat(report.get("faulty").intValue()).isEqualTo(6);
    assertThat(report.get("units").intValue()).isEqualTo(1);
    assertThat(report.get("faults").get(0).get("reason").get("zh").stringValue()).contains("不是");
    refused(Fault.UNREADABLE_DATA, "layer", () -> server.post("/imports/points", STATIONS));
    assertThatThrownBy(() -> server.post("/imports/points", STATIONS))
        .rootCause()
        .hasMessageContaining("6 values are wrong")
        .hasMessageContaining("feature 1 TECH");
    assertThat(stations()).isEmpty();
    assertThat(server.gifts().audited()).isEmpty();
  }

  @Test
  void anEmptyLayerTakesNothingAway() throws Exception {
    server.post("/imports/points", STATIONS);
    server.post("/imports/census", VILLAGES);
    spots();
    areas();
    String replace = with(STATIONS, "\"replace\": true");
    refused(Fault.INVALID_PARAMETER, "layer", () -> server.post("/imports/points", replace));
    refused(Fault.INVALID_PARAMETER, "layer", () -> server.post("/imports/census", VILLAGES));
    assertThat(server.post("/imports/points", dry(replace)).get("units").intValue()).isZero();
    assertThat(server.post("/imports/census", dry(VILLAGES)).get("units").intValue()).isZero();
    assertThat(stations()).hasSize(3);
    assertThat(server.json("/censuses").get(0).get("units").intValue()).isEqualTo(2);
  }

  @Test
  void aRadiusIsFromAMetreToFiftyKilometres() throws Exception {
    spots(
        spot("1", 100, "s1", "", "", "1e999", null, null),
        spot("2", 200, "s2", "", "", "50001", null, null),
        spot("3", 300, "s3", "", "", "0.5", null, null),
        spot("4", 400, "s4", "", "", "NaN", null, null),
        spot("5", 500, "s5", "", "", "50,000", null, null),
        spot("6", 600, "s6", "", "", "1", null, null));
    JsonNode report = server.post("/imports/points", dry(STATIONS));
    assertThat(faults(report))
        .containsExactly("LAYER 1 RADIUS", "LAYER 2 RADIUS", "LAYER 3 RADIUS", "LAYER 4 RADIUS");
    assertThat(report.get("faults").get(1).get("reason").get("en").stringValue())
        .isEqualTo("'50001' is not a number from 1 to 50,000");
    String power =
        "{\"layer\": \"spots\", \"columns\": {\"eirp_dbm\": \"RADIUS\"}, \"dry_run\": true}";
    assertThat(faults(server.post("/imports/points", power)))
        .containsExactly("LAYER 1 RADIUS", "LAYER 4 RADIUS");
  }

  @Test
  void anAreaWithoutFiniteCornersIsOutside() throws Exception {
    Coordinate nowhere = new Coordinate(Double.NaN, Double.NaN);
    Geometry broken =
        GEOMETRIES.createPolygon(
            new Coordinate[] {
              new Coordinate(X, Y), new Coordinate(X + 9, Y), nowhere, new Coordinate(X, Y)
            });
    areas(
        area("1", 0, "V1", "西里", "7"),
        new Feature(AREAS, "2", broken, new Object[] {"V2", "東里", "8"}));
    JsonNode report = server.post("/imports/census", dry(VILLAGES));
    assertThat(faults(report)).containsExactly("LAYER 2 ");
    assertThat(report.get("faults").get(0).get("reason").get("en").stringValue())
        .contains("outside");
  }

  @Test
  void whatCannotBeMappedNamesTheParameter() {
    String wrong = "{\"layer\": \"spots\", \"columns\": {\"%s\": \"%s\"}}";
    refused(
        Fault.INVALID_PARAMETER,
        "columns.name",
        () -> server.post("/imports/points", wrong.formatted("name", "nothing")));
    refused(
        Fault.INVALID_PARAMETER,
        "columns",
        () -> server.post("/imports/points", wrong.formatted("colour", "NO")));
    refused(
        Fault.UNKNOWN_LAYER,
        "layer",
        () -> server.post("/imports/points", "{\"layer\": \"secret\"}"));
    refused(
        Fault.MISSING_PARAMETER,
        "date",
        () -> server.post("/imports/census", "{\"layer\": \"areas\", \"kind\": \"village\"}"));
    refused(
        Fault.INVALID_PARAMETER,
        "kind",
        () -> server.post("/imports/census", VILLAGES.replace("village\"", "county\"")));
    refused(
        Fault.MISSING_PARAMETER,
        "columns.people",
        () -> server.post("/imports/census", VILLAGES.replace(", \"people\": \"人口數\"", "")));
  }

  @Test
  void onlyPlannersAndAdministratorsImport() {
    List<ThrowingCallable> requests =
        List.of(
            () -> server.post("/imports/points", STATIONS),
            () -> server.post("/imports/census", VILLAGES),
            () -> server.json("/imports/layers/spots"),
            () -> server.json("/imports/guess?column=a"),
            () -> server.delete("/censuses/village/2021-03-31"));
    server
        .gifts()
        .asStranger(() -> requests.forEach(request -> refused(Fault.NOT_ALLOWED, "", request)));
    assertThat(stations()).isEmpty();
  }

  @Test
  void peopleStandInTheLayer() throws Exception {
    JsonNode report = server.post("/imports/census", VILLAGES);
    assertThat(report.get("units").intValue()).isEqualTo(2);
    assertThat(report.get("people").intValue()).isEqualTo(4_455);
    JsonNode census = server.json("/censuses").get(0);
    assertThat(census.get("source").stringValue()).isEqualTo("areas");
    assertThat(census.get("units").intValue()).isEqualTo(2);
    assertThat(census.get("synthetic").booleanValue()).isFalse();
    server.post("/imports/points", STATIONS);
    assertThat(server.json("?area=V1").get("total").intValue()).isEqualTo(1_807);
    assertThat(server.json("?radius_m=50").get("covered").doubleValue())
        .isCloseTo(1_807 * 2 * Math.PI * 2_500 / 1e6, within(0.001));
  }

  @Test
  void peopleStandInATableWithTheSameCodes() throws Exception {
    areas(
        area("1", 0, "V1", "西里", null),
        area("2", 1_000, "V2", "東里", null),
        area("3", 2_000, "V3", "山里", null),
        area("4", 3_000, "V4", "海里", null));
    String body =
        with(
            VILLAGES,
            "\"table\": \"\\uFEFF村里代碼,人口\\r\\nV1,\\\"1,807\\\"\\r\\nV2,２６４８\\nV3,\\n\\n\","
                + " \"table_code\": \"村里代碼\", \"table_people\": \"人口\", \"source\": \"民政局\"");
    JsonNode report = server.post("/imports/census", dry(body));
    assertThat(report.get("people").intValue()).isEqualTo(4_455);
    assertThat(report.get("notes").toString())
        .contains("1 areas are not in the table")
        .contains("1 lines of the table have no number");
    assertThat(server.json("/censuses")).isEmpty();
    server.post("/imports/census", body);
    assertThat(server.json("/censuses").get(0).get("source").stringValue()).isEqualTo("民政局");
    JsonNode again = server.post("/imports/census", dry(body));
    assertThat(again.get("changed").intValue()).isEqualTo(4);
    assertThat(again.get("notes").toString()).contains("民政局");
  }

  @Test
  void noRowOfATableIsLost() throws Exception {
    String body =
        with(
            VILLAGES,
            "\"table\": \"code,people\\nV1,12.5\\nV2,many\\nV2,7\\n,9\\nV9,1\","
                + " \"table_code\": \"code\", \"table_people\": \"people\"");
    assertThat(faults(server.post("/imports/census", dry(body))))
        .containsExactlyInAnyOrder(
            "TABLE 2 people", "TABLE 3 people", "TABLE 4 code", "TABLE 5 code", "TABLE 6 code");
    refused(Fault.UNREADABLE_DATA, "layer", () -> server.post("/imports/census", body));
    refused(
        Fault.INVALID_PARAMETER,
        "table_code",
        () ->
            server.post(
                "/imports/census",
                body.replace("\"table_code\": \"code\"", "\"table_code\": \"x\"")));
    assertThat(server.json("/censuses")).isEmpty();
  }

  @Test
  void statisticalAreasAreInTheVillageWhereTheyLieAndACensusCanBeRemoved() throws Exception {
    server.post("/imports/census", VILLAGES);
    areas(area("1", 0, "S1", null, "1000"), area("2", 1_000, "S2", null, "3000"));
    String fine =
        VILLAGES
            .replace("\"village\"", "\"statistical-area\"")
            .replace(", \"village_name\": \"村里\"", "");
    server.post("/imports/census", fine);
    server.post("/imports/points", STATIONS);
    assertThat(server.json("?method=statistical&area=V2").get("total").intValue()).isEqualTo(3_000);
    server.delete("/censuses/statistical-area/2021-03-31");
    assertThat(server.json("/censuses")).hasSize(1);
    assertThat(server.gifts().audited()).last().asString().contains("census.remove");
    refused(Fault.NOT_FOUND, "date", () -> server.delete("/censuses/statistical-area/2021-03-31"));
  }

  @Test
  void aLayerTellsItsColumnsWithExamplesAndAGuess() throws Exception {
    JsonNode layer = server.json("/imports/layers/spots");
    assertThat(layer.get("geometry").stringValue()).isEqualTo("POINT");
    assertThat(layer.get("columns").get(2).get("example").stringValue()).isEqualTo("市府");
    assertThat(layer.get("stations").get("radius_m").stringValue()).isEqualTo("RADIUS");
    assertThat(layer.get("stations").get("operator").stringValue()).isEqualTo("營運");
    assertThat(server.json("/imports/layers/areas").get("census").get("people").stringValue())
        .isEqualTo("人口數");
    assertThat(server.json("/imports/guess?column=VILLCODE&column=人口").get("code").stringValue())
        .isEqualTo("VILLCODE");
  }
}
