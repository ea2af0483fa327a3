package org.tuguan.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.delivery.Manifest;
import org.tuguan.core.imports.Gdal;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.map.StarterStyle;
import tools.jackson.databind.JsonNode;

/** A package comes once and whole, wherever the work broke off. */
class ProducingTest {
  @TempDir static Path home;
  private static TestDatabase database;
  private static IssuingServer server;
  private static DeliverySteps steps;
  private static PackageMaker maker;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    server = new IssuingServer(database, home);
    IssuingData.make(server);
    steps = server.bean(DeliverySteps.class);
    maker = server.bean(PackageMaker.class);
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  private static long paid() {
    long application = DeliveryData.application(server, "gpkg,shp");
    DeliveryData.pay(server, application);
    return application;
  }

  private static JsonNode delivery(long application) {
    String path = "/api/v1/applications/" + DeliveryData.number(server, application) + "/delivery";
    IssuingServer.Answer answer = server.get("partner", path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static void assertReadyOnce(long application) {
    assertThat(DeliveryData.state(server, application)).isEqualTo(ApplicationState.READY);
    JsonNode delivery = delivery(application);
    assertThat(delivery.get("state").asString()).isEqualTo("READY");
    assertThat(delivery.get("data")).hasSize(2);
    String file =
        server
            .bean(JdbcDeliveries.class)
            .find(application)
            .orElseThrow()
            .packed()
            .orElseThrow()
            .file();
    assertThat(home.resolve("deliveries").resolve(file)).hasSize(delivery.get("bytes").asLong());
    assertThat(moves(application, "READY")).isEqualTo(1);
    assertThat(moves(application, "PRODUCING")).isEqualTo(1);
  }

  private static long moves(long application, String to) {
    return server.count(
        "SELECT count(*) FROM tuguan.application_event WHERE application = %d AND to_state = '%s'"
            .formatted(application, to));
  }

  @Test
  void packageHasWhatWasQuoted() throws IOException {
    long application = paid();
    assertThat(delivery(application).get("state").asString()).isEqualTo("WAITING");

    maker.make(application);

    assertReadyOnce(application);
    JsonNode delivery = delivery(application);
    assertThat(delivery.get("data").get(0).get("features").asLong()).isEqualTo(50);
    assertThat(delivery.get("data").get(0).get("drifted").asBoolean()).isFalse();
    assertThat(delivery.get("licence").get("number").asString()).matches("L-\\d{3}-\\d{6}");
    assertThat(delivery.get("licence").get("validity").asString()).isEqualTo("VALID");
    assertThat(delivery.get("features_done").asLong()).isEqualTo(100);
  }

  @Test
  void gridIsDeliveredAsTheGeoTiffOfItsArea() throws Exception {
    publishGrid();
    String body =
        "{\"layer\": \"grid\", \"area\": %s, \"purpose\": \"business\"}"
            .formatted(IssuingData.WEST);
    IssuingServer.Answer answer = server.post("partner", "/api/v1/quotes", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode quote = answer.json();
    assertThat(quote.get("total_twd").asLong()).isPositive();
    assertThat(quote.get("warnings").toString()).contains("GeoTIFF");
    long application = paid();
    server
        .jdbc()
        .sql(
            """
            UPDATE tuguan.application SET quote = (SELECT id FROM tuguan.quote WHERE number = :quote)
            WHERE id = :id
            """)
        .param("quote", quote.get("number").asString())
        .param("id", application)
        .update();

    maker.make(application);

    JsonNode data = delivery(application).get("data").get(0);
    assertThat(data.get("format").asString()).isEqualTo("geotiff");
    assertThat(data.get("crs").asString()).isEqualTo("EPSG:3826");
    assertThat(data.get("drifted").asBoolean()).isFalse();
    String file =
        server
            .bean(JdbcDeliveries.class)
            .find(application)
            .orElseThrow()
            .packed()
            .orElseThrow()
            .file();
    String cut = "/vsizip/" + home.resolve("deliveries").resolve(file) + "/data/grid.tif";
    assertThat(Gdal.run("gdalinfo", "-stats", cut))
        .contains("ID[\"EPSG\",3826]", "NoData Value=0", "STATISTICS_MINIMUM=7")
        .doesNotContain("ERROR");
  }

  /** Sevens in cells of 50 m over the middle of the city. */
  private static void publishGrid() throws IOException {
    Path tiff = home.resolve("grid.tif");
    Gdal.run(
        "gdal_create",
        "-of",
        "GTiff",
        "-outsize",
        "120",
        "120",
        "-bands",
        "1",
        "-burn",
        "7",
        "-a_srs",
        "EPSG:3826",
        "-a_ullr",
        "214000",
        "2674000",
        "220000",
        "2668000",
        tiff.toString());
    server
        .jdbc()
        .sql("INSERT INTO tuguan.raster_file (sha256, tiff) VALUES ('grid', :tiff)")
        .param("tiff", Files.readAllBytes(tiff))
        .update();
    server
        .jdbc()
        .sql(
            """
            INSERT INTO tuguan.layer (name, title_zh, title_en, theme, agency, extent, updated, raster_sha256)
            SELECT 'grid', '網格', 'Grid', theme, agency, extent, updated, 'grid' FROM tuguan.layer WHERE name = 'spots';
            INSERT INTO tuguan.style VALUES ('grid', 'plain', 1, '', '', $sld$%s$sld$)
            """
                .formatted(StarterStyle.ofRaster("grid", 1, 0, 10)))
        .update();
    server.bean(CatalogStore.class).refresh();
  }

  @Test
  void killedBeforeTheFirstStepItIsFound() throws IOException {
    long application = DeliveryData.application(server, "gpkg,shp");
    server
        .jdbc()
        .sql("UPDATE tuguan.application SET state = 'PAID' WHERE id = " + application)
        .update();

    for (long forgotten : server.bean(JdbcDeliveries.class).listForgotten()) {
      steps.order(forgotten);
    }

    assertThat(delivery(application).get("state").asString()).isEqualTo("WAITING");
    maker.make(application);
    assertReadyOnce(application);
  }

  @Test
  void killedAfterItBeganItIsMadeAgain() throws IOException {
    long application = paid();
    steps.begin(application);
    assertThat(DeliveryData.state(server, application)).isEqualTo(ApplicationState.PRODUCING);

    maker.make(application);

    assertReadyOnce(application);
    assertThat(delivery(application).get("attempt").asInt()).isEqualTo(2);
  }

  @Test
  void killedWithTheFileWrittenItIsMadeAgainAndTheFirstCountsForNothing() throws IOException {
    long application = paid();
    DeliverySteps.Begun first = steps.begin(application).orElseThrow();
    Files.createDirectories(home.resolve("deliveries"));
    Manifest late = maker.write(first, home.resolve("deliveries").resolve(first.file()));
    assertThat(delivery(application).get("state").asString()).isEqualTo("MAKING");

    maker.make(application);

    assertReadyOnce(application);
    assertThat(steps.finish(first, late)).isFalse();
    assertReadyOnce(application);
  }

  @Test
  void databaseThatStopsWhileItFinishesLeavesItUnfinished() throws IOException {
    long application = paid();
    DeliverySteps.Begun begun = steps.begin(application).orElseThrow();
    Files.createDirectories(home.resolve("deliveries"));
    Manifest manifest = maker.write(begun, home.resolve("deliveries").resolve(begun.file()));
    TransactionTemplate transactions = server.bean(TransactionTemplate.class);
    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    status -> {
                      steps.finish(begun, manifest);
                      server
                          .jdbc()
                          .sql("SELECT pg_terminate_backend(pg_backend_pid())")
                          .query()
                          .singleValue();
                    }))
        .isInstanceOf(Exception.class);
    assertThat(DeliveryData.state(server, application)).isEqualTo(ApplicationState.PRODUCING);
    assertThat(delivery(application).get("data")).isEmpty();

    maker.make(application);

    assertReadyOnce(application);
  }

  @Test
  void doneTwiceItIsDoneOnce() throws IOException {
    long application = paid();
    maker.make(application);
    String hash = delivery(application).get("sha256").asString();

    maker.make(application);

    assertReadyOnce(application);
    assertThat(delivery(application).get("sha256").asString()).isEqualTo(hash);
    assertThat(delivery(application).get("attempt").asInt()).isEqualTo(1);
  }

  @Test
  void refundedWhileItWaitsNothingIsMade() throws IOException {
    long application = paid();
    server
        .bean(JdbcApplications.class)
        .move(application, ApplicationState.PAID, ApplicationState.REFUNDED, Actor.SYSTEM, "");

    maker.make(application);

    assertThat(delivery(application).get("state").asString()).isEqualTo("WAITING");
    assertThat(DeliveryData.state(server, application)).isEqualTo(ApplicationState.REFUNDED);
  }

  @Test
  void failureSaysWhyAndAnOfficerTriesAgain() throws IOException {
    long application = DeliveryData.application(server, "papyrus");
    DeliveryData.pay(server, application);
    String path = "/api/v1/applications/" + DeliveryData.number(server, application) + "/delivery";
    assertThatThrownBy(() -> maker.make(application)).hasMessageContaining("papyrus");
    assertThat(delivery(application).get("error").get("zh").asString()).contains("沒有格式");

    steps.giveUp(application);

    assertThat(delivery(application).get("state").asString()).isEqualTo("FAILED");
    assertThat(DeliveryData.state(server, application)).isEqualTo(ApplicationState.PAID);
    assertThat(server.post("partner", path + "/retries", "").status()).isEqualTo(403);
    server
        .jdbc()
        .sql("UPDATE tuguan.quote SET formats = '{gpkg,shp}' WHERE formats = '{papyrus}'")
        .update();
    assertThat(server.post("officer", path + "/retries", "").status()).isEqualTo(200);
    assertThat(server.post("officer", path + "/retries", "").status()).isEqualTo(409);
    maker.make(application);
    assertThat(delivery(application).get("state").asString()).isEqualTo("READY");
    assertThat(delivery(application).get("error").isNull()).isTrue();
  }

  @Test
  void driftSinceTheQuoteIsShown() throws IOException {
    long application = paid();
    server
        .jdbc()
        .sql(
            "UPDATE tuguan.quote_layer SET features = 51 WHERE quote = (SELECT quote FROM tuguan.application WHERE id = %d)"
                .formatted(application))
        .update();

    maker.make(application);

    JsonNode data = delivery(application).get("data").get(0);
    assertThat(data.get("features_quoted").asLong()).isEqualTo(51);
    assertThat(data.get("features").asLong()).isEqualTo(50);
    assertThat(data.get("drifted").asBoolean()).isTrue();
  }

  @Test
  void whatBrokeOffIsThrownAwayAndPackagesStay() throws IOException {
    long application = paid();
    maker.make(application);
    Path folder = home.resolve("deliveries");
    Path left = Files.writeString(folder.resolve("L-1-1.zip"), "half");
    for (Path each : List.copyOf(files(folder))) {
      Files.setLastModifiedTime(
          each, java.nio.file.attribute.FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }

    maker.tidy();

    assertThat(left).doesNotExist();
    assertReadyOnce(application);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  @Test
  void inTheBackgroundItComesByItself() throws InterruptedException {
    try (TestDatabase other = TestDatabase.create();
        IssuingServer running = new IssuingServer(other, home.resolve("other"), Map.of())) {
      IssuingData.make(running);
      long application = DeliveryData.application(running, "gpkg");
      DeliveryData.pay(running, application);
      Instant end = Instant.now().plusSeconds(60);
      while (DeliveryData.state(running, application) != ApplicationState.READY
          && Instant.now().isBefore(end)) {
        Thread.sleep(100);
      }
      assertThat(DeliveryData.state(running, application)).isEqualTo(ApplicationState.READY);
    }
  }
}
