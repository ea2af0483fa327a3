package org.tuguan.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.issuing.ApplicationState;

/**
 * Whatever statement of producing and delivering is the last that works, nothing is lost, doubled
 * or half delivered: a walk over all of them, with the statement lost and with its answer lost.
 */
class EveryStepTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int MOST_STATEMENTS = 200;

  @TempDir static Path home;
  private static TestDatabase real;
  private static UnreliableDatabase database;
  private static IssuingServer server;

  @BeforeAll
  static void start() throws IOException {
    real = TestDatabase.create();
    URI address = URI.create(real.url().substring("jdbc:".length()));
    database = new UnreliableDatabase(address.getHost(), address.getPort());
    String url =
        "jdbc:postgresql://127.0.0.1:%d%s?sslmode=disable"
            .formatted(database.port(), address.getPath());
    server =
        new IssuingServer(
            real,
            home,
            Map.of(
                "spring.datasource.url", url,
                "spring.datasource.hikari.connection-timeout", "250",
                "db-scheduler.enabled", "false",
                "logging.level.com.zaxxer.hikari", "off",
                "logging.level.org.tuguan", "off"));
    IssuingData.make(server);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    database.close();
    real.close();
  }

  /** Something that is done again until it is done. */
  private interface Work {
    void run() throws Exception;
  }

  /** False if it came to its end before so many statements. */
  private static boolean stopsAfter(int statements, boolean answerLost, Work work) {
    database.stopAfter(statements, answerLost);
    try {
      work.run();
    } catch (Exception expected) {
      assertThat(expected).isNotNull();
    }
    boolean stopped = database.up();
    server.bean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    awaitConnection();
    return stopped;
  }

  /** A busy machine may take longer to connect than the pool of this test waits. */
  private static void awaitConnection() {
    for (int i = 0; i < 40; i++) {
      try (Connection connection = server.bean(HikariDataSource.class).getConnection()) {
        assertThat(connection).isNotNull();
        return;
      } catch (SQLException e) {
        // Each try waits as long as the pool does.
      }
    }
  }

  private static long paid() {
    long application = DeliveryData.application(server, "gpkg");
    DeliveryData.pay(server, application);
    return application;
  }

  @Test
  void packageIsMadeOnceWhereverTheDatabaseStops() throws Exception {
    for (boolean lost : new boolean[] {false, true}) {
      int statement = 0;
      boolean stopped = true;
      for (; stopped; statement++) {
        assertThat(statement).isLessThan(MOST_STATEMENTS);
        long application = paid();
        stopped =
            stopsAfter(statement, lost, () -> server.bean(PackageMaker.class).make(application));
        assertWholeOrNothing(application);
        server.bean(PackageMaker.class).make(application);
        assertReadyOnce(application);
      }
      assertThat(statement).as("statements walked").isGreaterThan(20);
    }
    assertThat(server.count("SELECT count(*) - max(right(licence, 6)::int) FROM tuguan.delivery"))
        .as("numbers of licences have no gaps")
        .isZero();
  }

  private static void assertWholeOrNothing(long application) throws Exception {
    ApplicationState state = DeliveryData.state(server, application);
    Delivery delivery = server.bean(JdbcDeliveries.class).find(application).orElseThrow();
    assertThat(state)
        .isIn(ApplicationState.PAID, ApplicationState.PRODUCING, ApplicationState.READY);
    assertThat(delivery.state() == Delivery.State.READY).isEqualTo(state == ApplicationState.READY);
    assertThat(delivery.packed().isPresent()).isEqualTo(state == ApplicationState.READY);
    assertThat(server.bean(JdbcDeliveries.class).listData(application).isEmpty())
        .isEqualTo(state != ApplicationState.READY);
    if (state == ApplicationState.READY) {
      assertPackage(delivery.packed().orElseThrow());
    }
  }

  private static void assertPackage(Delivery.Packed packed) throws Exception {
    byte[] file = Files.readAllBytes(home.resolve("deliveries").resolve(packed.file()));
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
        .isEqualTo(packed.sha256());
  }

  private static void assertReadyOnce(long application) throws Exception {
    assertThat(DeliveryData.state(server, application)).isEqualTo(ApplicationState.READY);
    assertWholeOrNothing(application);
    assertThat(moves(application, "PRODUCING")).isEqualTo(1);
    assertThat(moves(application, "READY")).isEqualTo(1);
  }

  private static long moves(long application, String to) {
    return server.count(
        "SELECT count(*) FROM tuguan.application_event WHERE application = %d AND to_state = '%s'"
            .formatted(application, to));
  }

  @Test
  void packageIsDeliveredOnceWhereverTheDatabaseStops() throws Exception {
    for (boolean lost : new boolean[] {false, true}) {
      int statement = 0;
      boolean stopped = true;
      for (; stopped; statement++) {
        assertThat(statement).isLessThan(MOST_STATEMENTS);
        long application = paid();
        server.bean(PackageMaker.class).make(application);
        String href = link(application);
        stopped = stopsAfter(statement, lost, () -> fetch(href));
        assertThat(moves(application, "DELIVERED")).isLessThanOrEqualTo(1);
        byte[] file = fetch(href);
        Delivery delivery = server.bean(JdbcDeliveries.class).find(application).orElseThrow();
        assertThat(file).hasSize((int) delivery.packed().orElseThrow().bytes());
        assertDeliveredOnce(application, href);
        assertCountedAtMostTwice(application, file.length);
      }
      assertThat(statement).as("statements walked").isGreaterThan(4);
    }
  }

  /** The state follows the last byte, so that it may come a moment after the client has it. */
  private static void assertDeliveredOnce(long application, String href) throws Exception {
    for (int i = 0;
        i < 100 && DeliveryData.state(server, application) != ApplicationState.DELIVERED;
        i++) {
      Thread.sleep(20);
    }
    assertThat(DeliveryData.state(server, application))
        .as(href)
        .isEqualTo(ApplicationState.DELIVERED);
    assertThat(moves(application, "DELIVERED")).isEqualTo(1);
  }

  private static void assertCountedAtMostTwice(long application, long bytes) {
    assertThat(
            server.count(
                "SELECT sent FROM tuguan.delivery_link WHERE application = " + application))
        .isBetween(bytes, 2 * bytes);
  }

  private static String link(long application) {
    String path =
        "/api/v1/applications/%s/delivery/links"
            .formatted(DeliveryData.number(server, application));
    IssuingServer.Answer answer = server.post("partner", path, "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().get("href").asString();
  }

  private static byte[] fetch(String href) throws IOException, InterruptedException {
    return HTTP.send(
            HttpRequest.newBuilder(URI.create(server.base() + href)).build(),
            HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }
}
