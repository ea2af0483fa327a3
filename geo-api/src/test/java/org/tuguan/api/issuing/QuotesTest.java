package org.tuguan.api.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.RequestException;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.issuing.sheet.SheetGrid;
import org.tuguan.core.issuing.sheet.SheetSeries;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prices over HTTP, of items under a standard and of data. */
class QuotesTest {
  private static final String EXAMPLES =
      "../geo-core/src/test/resources/org/tuguan/core/issuing/worked-examples.json";

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  @TempDir static Path home;
  private static TestDatabase database;
  private static IssuingServer server;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    server =
        new IssuingServer(
            database, home, Map.of("db-scheduler.enabled", "false", "tuguan.issuing.large", "2KB"));
    IssuingData.make(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  private static JsonNode quote(String account, String body) {
    IssuingServer.Answer answer = server.post(account, "/api/v1/quotes", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static String of(String layer, String area, String more) {
    return "{\"layers\": [\"%s\"], \"area\": %s, \"purpose\": \"business\"%s}"
        .formatted(layer, area, more);
  }

  @Test
  void itemsUnderAStandardArePricedForAnybody() {
    JsonNode answer =
        quote(
            "",
            """
            {"schedule": "miaoli-urban-topo", "application_date": "2013-05-02", "applicant": {"class": "company"},
             "purpose": "business", "items": [{"product": "DWG-400x600", "quantity": 3, "unit": "sheet"}]}
            """);
    assertThat(answer.get("status").asString()).isEqualTo("CHARGED");
    assertThat(answer.get("total_twd").asInt()).isEqualTo(1500);
    assertThat(answer.get("lines").get(0).get("article").asString()).isNotEmpty();
    assertThat(answer.get("trial").asBoolean()).isTrue();
    assertThat(answer.get("number").asString()).matches("Q-\\d{3}-[A-Z0-9]{10}");
    assertThat(answer.get("valid_until").asString()).isNotEmpty();
  }

  @Test
  void whatMayBeOrderedIsToldToAnybody() {
    JsonNode ordering = server.get("", "/api/v1/ordering").json();
    assertThat(ordering.get("formats").findValuesAsString("name")).contains("gpkg", "shp-big5");
    assertThat(ordering.get("documents").get("bytes").asLong()).isEqualTo(20L << 20);
    assertThat(ordering.get("bytes_limit").asLong()).isEqualTo(100L << 10);

    JsonNode villages = server.get("", "/api/v1/villages").json().get("villages");
    assertThat(villages).hasSize(29 + 625);
    assertThat(villages.get(0).get("name").get("zh").asString()).isEqualTo("中區");
  }

  @Test
  void sheetsOfABoxAreListedAndTakenOffAnArea() {
    JsonNode sheets =
        server.get("", "/api/v1/sheets?series=1:5000&bbox=120.6335,24.124,120.6575,24.148").json();
    assertThat(sheets.get("features").findValuesAsString("sheet")).containsExactly("95213046");
    assertThat(server.get("", "/api/v1/sheets?bbox=1,2,3").status()).isEqualTo(400);

    String area =
        "{\"type\": \"Polygon\", \"coordinates\": [[[120.6335,24.124],[120.6600,24.124],[120.6600,24.148],"
            + "[120.6335,24.148],[120.6335,24.124]]]}";
    IssuingServer.Answer rest =
        server.post(
            "", "/api/v1/areas", "{\"area\": %s, \"without\": [\"95213047\"]}".formatted(area));
    assertThat(rest.status()).as(rest.text()).isEqualTo(200);
    double whole =
        server
            .post("", "/api/v1/areas", "{\"area\": %s}".formatted(area))
            .json()
            .get("properties")
            .get("km2")
            .asDouble();
    assertThat(rest.json().get("properties").get("km2").asDouble()).isBetween(1.0, whole * 0.95);
    assertThat(server.post("", "/api/v1/areas", "{}").status()).isEqualTo(400);
  }

  @Test
  void everyWorkedExampleComesToItsPriceOverHttp() throws Exception {
    JsonNode examples = JsonMapper.shared().readTree(Files.readString(Path.of(EXAMPLES)));
    assertThat(examples).hasSize(20);
    for (JsonNode example : examples) {
      JsonNode answer = quote("", example.toString());
      JsonNode expected = example.get("expected");
      assertThat(answer.get("status").asString()).isEqualTo(expected.get("status").asString());
      assertThat(answer.get("total_twd").toString())
          .as(example.get("id").asString())
          .isEqualTo(
              expected.path("total_twd").isMissingNode()
                  ? "null"
                  : expected.get("total_twd").toString());
    }
  }

  @Test
  void groundOfALayerIsMeasuredAndPriced() {
    JsonNode answer = quote("partner", of("blocks", IssuingData.MIDDLE, ""));

    JsonNode layer = answer.get("layers").get(0);
    assertThat(layer.get("features").asLong()).isEqualTo(100);
    double km2 = layer.get("km2").asDouble();
    assertThat(km2).isBetween(4.4, 4.6);
    assertThat(answer.get("total_twd").asLong()).isEqualTo(Math.round(km2 * 40));
    assertThat(answer.get("demonstration").asBoolean()).isTrue();
    assertThat(answer.get("trial").asBoolean()).isFalse();
    assertThat(answer.get("applicant_class").asString()).isEqualTo("company");
  }

  @Test
  void pointsAreChargedByTheThousand() {
    JsonNode answer = quote("partner", of("spots", IssuingData.WEST, ""));
    assertThat(answer.get("layers").get(0).get("features").asLong()).isEqualTo(50);
    assertThat(answer.get("lines").get(0).get("quantity").asDouble()).isEqualTo(0.05);
    assertThat(answer.get("total_twd").asLong()).isEqualTo(2);
  }

  @Test
  void moreGroundNeverCostsLess() {
    long west = quote("partner", of("blocks", IssuingData.WEST, "")).get("total_twd").asLong();
    long all = quote("partner", of("blocks", IssuingData.MIDDLE, "")).get("total_twd").asLong();
    assertThat(all).isGreaterThanOrEqualTo(west);
  }

  @Test
  void sheetsAreCountedWhereTheProductIsSold() {
    server
        .jdbc()
        .sql(
            "INSERT INTO tuguan.layer_product VALUES ('secret', 'taichung-geoinfo-demo', 'TOPO-5000')")
        .update();
    JsonNode answer = quote("owner", of("secret", IssuingData.MIDDLE, ""));
    assertThat(answer.get("layers").get(0).get("sheets").size()).isBetween(1, 4);
    assertThat(answer.get("lines").get(0).get("unit").asString()).isEqualTo("sheet");
  }

  @Test
  void villagesAreGround() {
    JsonNode answer =
        quote(
            "partner",
            "{\"layer\": \"blocks\", \"villages\": [\"西區\"], \"purpose\": \"business\"}");
    assertThat(answer.get("layers").get(0).get("features").asLong()).isBetween(1L, 99L);
    assertThat(
            server
                .post(
                    "partner", "/api/v1/quotes", "{\"layer\": \"blocks\", \"villages\": [\"紐約\"]}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void layerThatMayNotBeSeenDoesNotExist() {
    IssuingServer.Answer secret =
        server.post("partner", "/api/v1/quotes", of("secret", IssuingData.MIDDLE, ""));
    IssuingServer.Answer none =
        server.post("partner", "/api/v1/quotes", of("nothing", IssuingData.MIDDLE, ""));
    assertThat(secret.status()).isEqualTo(404);
    assertThat(secret.text().replace("secret", "X")).isEqualTo(none.text().replace("nothing", "X"));
  }

  @Test
  void classOfWhoIsKnownIsNotWhatTheySay() {
    String as = ", \"applicant\": {\"class\": \"public_school\"}";
    JsonNode known = quote("partner", of("blocks", IssuingData.MIDDLE, as));
    JsonNode nobody = quote("", of("blocks", IssuingData.MIDDLE, as));
    assertThat(known.get("applicant_class").asString()).isEqualTo("company");
    assertThat(nobody.get("applicant_class").asString()).isEqualTo("public_school");
    assertThat(nobody.get("trial").asBoolean()).isTrue();
  }

  @Test
  void outsideTheOldCityNoStandardApplies() {
    server
        .jdbc()
        .sql("UPDATE tuguan.layer SET extent = '{120.5,24.0,120.9,24.3}' WHERE name = 'spots'")
        .update();
    server.bean(CatalogStore.class).refresh();
    JsonNode answer = quote("partner", "{\"layer\": \"spots\", \"purpose\": \"business\"}");
    assertThat(answer.get("status").asString()).isEqualTo("NOT_APPLICABLE");
    assertThat(answer.get("total_twd").isNull()).isTrue();
    assertThat(answer.get("decisions").get(0).get("article").asString()).isEqualTo("第2條");
  }

  @Test
  void contractIsCheckedAgainstItsDaysAndGround() {
    String contract =
        ", \"purpose\": \"public_interest\", \"contract\": {\"number\": \"C1\", \"agency\": \"works\", \"from\": \"%s\", \"until\": \"2099-12-31\", \"area\": %s}";
    String body = "{\"layer\": \"blocks\", \"area\": %s" + contract + "}";
    JsonNode within =
        quote("partner", body.formatted(IssuingData.WEST, "2020-01-01", IssuingData.MIDDLE));
    JsonNode beyond =
        quote("partner", body.formatted(IssuingData.MIDDLE, "2020-01-01", IssuingData.WEST));
    JsonNode early =
        quote("partner", body.formatted(IssuingData.WEST, "2099-01-01", IssuingData.MIDDLE));
    assertThat(within.get("status").asString()).isEqualTo("EXEMPT");
    assertThat(within.get("decisions").get(0).get("rule").asString()).isEqualTo("T3.contractor");
    assertThat(beyond.get("status").asString()).isEqualTo("CHARGED");
    assertThat(early.get("status").asString()).isEqualTo("CHARGED");
  }

  @Test
  void quoteIsReadAgainByThoseWhomItConcerns() {
    String number = quote("partner", of("blocks", IssuingData.WEST, "")).get("number").asString();
    String path = "/api/v1/quotes/" + number;
    assertThat(server.get("partner", path).status()).isEqualTo(200);
    assertThat(server.get("officer", path).status()).isEqualTo(200);
    assertThat(server.get("planner", path).status()).isEqualTo(404);
    assertThat(server.get("", path).status()).isEqualTo(404);
  }

  @Test
  void officerTriesAPriceForOthers() {
    JsonNode answer =
        quote(
            "officer", of("blocks", IssuingData.WEST, ", \"applicant\": {\"class\": \"company\"}"));
    assertThat(answer.get("applicant_class").asString()).isEqualTo("company");
    assertThat(answer.get("trial").asBoolean()).isTrue();
  }

  @Test
  void whatIsTooMuchIsSaidBeforeAnybodyPays() {
    server
        .jdbc()
        .sql(
            "INSERT INTO layers.secret SELECT 100 + i, ST_Transform(ST_Point(120.661, 24.141, 4326), 3826) FROM generate_series(1, 5000) i")
        .update();
    try {
      IssuingServer.Answer answer =
          server.post("owner", "/api/v1/quotes", of("secret", IssuingData.MIDDLE, ""));
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.text()).contains("MB");
    } finally {
      server.jdbc().sql("DELETE FROM layers.secret WHERE fid > 99").update();
    }
  }

  @Test
  void largeOrderIsToldThatItWaitsForOthers() {
    JsonNode large = quote("partner", of("blocks", IssuingData.MIDDLE, ""));
    assertThat(large.get("warnings").toString()).contains("逐件排隊", "one at a time");
    server.jdbc().sql("DELETE FROM layers.spots WHERE fid > 2").update();
    JsonNode small = quote("partner", of("spots", IssuingData.MIDDLE, ""));
    assertThat(small.get("warnings").toString()).doesNotContain("逐件排隊");
    server
        .jdbc()
        .sql(
            "INSERT INTO layers.spots SELECT * FROM layers.secret WHERE fid > 2 ON CONFLICT DO NOTHING")
        .update();
  }

  @Test
  void whatIsAdvertisedHasAPriceForThoseWhoMayNotSeeIt() {
    offer(true);
    try {
      JsonNode answer = quote("partner", of("secret", IssuingData.WEST, ""));
      assertThat(answer.get("total_twd").asLong()).isPositive();
      assertThat(answer.get("trial").asBoolean()).isFalse();
      assertThat(quote("", of("secret", IssuingData.WEST, "")).get("trial").asBoolean()).isTrue();
    } finally {
      offer(false);
    }
    assertThat(
            server.post("partner", "/api/v1/quotes", of("secret", IssuingData.WEST, "")).status())
        .isEqualTo(404);
  }

  private static void offer(boolean offered) {
    server
        .jdbc()
        .sql(
            "UPDATE tuguan.layer SET offered = %s, offer_zh = '請申請', offer_en = 'apply' WHERE name = 'secret'"
                .formatted(offered))
        .update();
    server.bean(CatalogStore.class).refresh();
  }

  @Test
  void stripOfASheetIsHintedAtWithWhatItCosts() {
    server
        .jdbc()
        .sql(
            "INSERT INTO tuguan.layer_product VALUES ('blocks', 'taichung-geoinfo-demo', 'TOPO-5000')")
        .update();
    try {
      SheetGrid grid = SheetGrid.national(SheetSeries.SCALE_5000);
      double edge =
          grid.listTouched(GEOMETRIES.toGeometry(new Envelope(120.665, 120.666, 24.142, 24.143)))
              .get(0)
              .frame()
              .getEnvelopeInternal()
              .getMaxY();
      JsonNode strip = sheets(edge + 0.00005);
      assertThat(strip.get("total_twd").asLong()).isEqualTo(300);
      assertThat(strip.get("hints")).hasSize(1);
      JsonNode hint = strip.get("hints").get(0);
      assertThat(hint.get("layer").asString()).isEqualTo("blocks");
      assertThat(hint.get("depth_m").asDouble()).isBetween(1.0, 12.0);
      assertThat(hint.get("area_m2").asLong()).isBetween(100L, 12_000L);
      assertThat(hint.get("saves_twd").asLong()).isEqualTo(150);
      assertThat(strip.get("layers").get(0).get("sheets").toString())
          .contains(hint.get("sheet").asString());

      JsonNode without = sheets(edge - 0.00005);
      assertThat(without.get("hints")).isEmpty();
      assertThat(without.get("total_twd").asLong())
          .as("what the hint promised")
          .isEqualTo(300 - hint.get("saves_twd").asLong());
    } finally {
      server.jdbc().sql("DELETE FROM tuguan.layer_product WHERE layer = 'blocks'").update();
    }
  }

  /** From the middle of a sheet to this latitude, a kilometre wide. */
  private static JsonNode sheets(double north) {
    String area =
        "{\"type\":\"Polygon\",\"coordinates\":[[[120.662,24.142],[120.672,24.142],[120.672,%1$s],[120.662,%1$s],[120.662,24.142]]]}"
            .formatted(north);
    return quote("partner", of("blocks", area, ""));
  }

  @Test
  void agencyRemembersWhatAnotherOfItsAccountsHad() {
    String number = quote("owner", of("blocks", IssuingData.WEST, "")).get("number").asString();
    server.post("owner", "/api/v1/applications", "{\"quote\": \"" + number + "\"}");
    String had =
        "UPDATE tuguan.application SET account = 'admin', state = 'DELIVERED', agency = %s WHERE quote = (SELECT id FROM tuguan.quote WHERE number = '"
            + number
            + "')";
    server.jdbc().sql(had.formatted("agency")).update();
    JsonNode known = quote("owner", of("blocks", IssuingData.MIDDLE, ""));
    assertThat(known.get("lines").findValuesAsString("calc").toString()).contains("x 20", "x 40");
    server.jdbc().sql(had.formatted("NULL")).update();
    JsonNode unknown = quote("owner", of("blocks", IssuingData.MIDDLE, ""));
    assertThat(unknown.get("lines").findValuesAsString("calc").toString()).doesNotContain("x 20");
  }

  @Test
  void anyCharacterMayStandInAPurpose() {
    String body =
        "{\"layer\": \"blocks\", \"area\": %s, \"purpose\": \"a\\u0000b\"}"
            .formatted(IssuingData.WEST);
    assertThat(server.post("partner", "/api/v1/quotes", body).status()).isEqualTo(200);
  }

  @Test
  void faultsNameTheField() {
    assertThat(
            server
                .post("", "/api/v1/quotes", "{\"layer\": \"blocks\", \"format\": \"papyrus\"}")
                .text())
        .contains("formats", "gpkg");
    assertThat(server.post("", "/api/v1/quotes", "{\"layers\": []}").text()).contains("layers");
    assertThat(
            server
                .post(
                    "partner",
                    "/api/v1/quotes",
                    """
                    {"layer": "blocks", "contract": {"number": "1", "agency": "construction",
                      "from": "2026-01-01", "until": "2025-12-31"}}
                    """)
                .text())
        .contains("contract.until", "契約迄日 2025-12-31 早於起日 2026-01-01");
    assertThat(server.post("", "/api/v1/quotes", "[1]").status()).isEqualTo(400);
    assertThat(server.post("", "/api/v1/quotes", "{").status()).isEqualTo(400);
    assertThat(server.post("", "/api/v1/quotes", "{\"layer\": \"blocks\", \"aera\": 1}").text())
        .contains("aera");
  }

  @Test
  void everyQuoteComesToTheSameAgain() {
    quote("partner", of("blocks", IssuingData.WEST, ""));
    QuoteCheck check = server.bean(QuoteCheck.class);
    assertThatCode(check::run).doesNotThrowAnyException();

    String number = quote("partner", of("blocks", IssuingData.WEST, "")).get("number").asString();
    server
        .jdbc()
        .sql("UPDATE tuguan.quote SET total_twd = total_twd + 1 WHERE number = :n")
        .param("n", number)
        .update();
    assertThatThrownBy(check::run)
        .isInstanceOf(RequestException.class)
        .hasMessageContaining(number);
    server.jdbc().sql("DELETE FROM tuguan.quote WHERE number = :n").param("n", number).update();
  }
}
