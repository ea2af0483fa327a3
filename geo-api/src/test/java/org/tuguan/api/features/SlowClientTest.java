package org.tuguan.api.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that ask for much and read nothing (docs/adr/0014). */
@OgcTest
class SlowClientTest {
  private static final List<String> LARGE =
      List.of(
          "/ogc/collections/heavy/items?f=json&limit=10000",
          "/api/v1/layers/heavy/data.geojson",
          "/api/v1/layers/many/data.csv?crs=EPSG:3826");

  /** Sockets do not take in that much before anybody reads. */
  private static final int MORE_THAN_BUFFERS = 5_000_000;

  @LocalServerPort private int port;
  @Autowired private DataSource database;

  @Test
  void clientThatStallsHoldsNoConnectionAndGetsAllInTheEnd()
      throws IOException, SQLException, InterruptedException {
    for (String path : LARGE) {
      try (Socket client = ask(path)) {
        assertThat(client.getInputStream().read()).isEqualTo('H');
        awaitNoReader(path);
        String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer.substring(0, 12)).as(path).isEqualTo("TTP/1.1 200 ");
        assertThat(answer.substring(answer.length() - 7)).as(path).isEqualTo("\r\n0\r\n\r\n");
        assertThat(answer.length()).as(path).isGreaterThan(MORE_THAN_BUFFERS);
      }
    }
  }

  @Test
  void moreStallingClientsThanConnectionsHinderNobody()
      throws IOException, SQLException, InterruptedException {
    List<Socket> clients = new ArrayList<>();
    try {
      for (int i = 0; i < database.unwrap(HikariDataSource.class).getMaximumPoolSize() + 3; i++) {
        clients.add(ask(LARGE.get(i % LARGE.size())));
      }
      for (Socket client : clients) {
        assertThat(client.getInputStream().read()).isEqualTo('H');
      }
      awaitNoReader("all at once");
      assertThat(new Ogc(port).json("/collections/places/items/7").get("id").asString())
          .isEqualTo("7");
    } finally {
      for (Socket client : clients) {
        client.close();
      }
    }
  }

  /** Asks and reads nothing. */
  private Socket ask(String path) throws IOException {
    Socket client = new Socket();
    client.setReceiveBufferSize(16_384);
    client.setSoTimeout(30_000);
    client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    client
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n"
                .formatted(path, port)
                .getBytes(StandardCharsets.US_ASCII));
    return client;
  }

  /** A cursor lives in a transaction; those who wait for news are in none. */
  private static void awaitNoReader(String what) throws SQLException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (readers() > 0) {
      assertThat(System.nanoTime()).as(what + ": a connection is held").isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static long readers() throws SQLException {
    try (Connection connection = OgcData.DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                  AND backend_type = 'client backend' AND xact_start IS NOT NULL""")) {
      row.next();
      return row.getLong(1);
    }
  }
}
