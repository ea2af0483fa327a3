package org.tuguan.api.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SnapshotDatabase.class)
@Import(Followed.class)
@Timeout(60)
class ChangeStreamTest {
  @Autowired Followed followed;
  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aPageHearsVersionsAndThenChangesAFewASecond() throws Exception {
    followed.layer("heard", 3);
    try (BufferedReader page = text(open())) {
      assertThat(page.readLine()).isEqualTo("event:versions");
      assertThat(data(page)).contains("\"heard\":");

      followed.sql("UPDATE heard SET amount = 1 WHERE fid = 1");
      assertThat(data(page)).contains("\"layer\":\"heard\"", "\"bounds\":[120.5", "\"version\":");

      long start = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        followed.sql("UPDATE heard SET amount = " + i);
      }
      followed.sql("UPDATE heard SET amount = -7, geom = ST_Point(100000, 2700000, 3826)");
      int events = 0;
      while (!data(page).contains("\"bounds\":[119.5")) {
        events++;
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      assertThat(events).isLessThan((int) (5 * seconds) + 3);
    }
  }

  @Test
  void oneClientTooManyIsRefusedInWords() throws Exception {
    try (InputStream one = open().body();
        InputStream two = open().body()) {
      assertThat(one).isNotNull();
      assertThat(two).isNotNull();
      HttpResponse<InputStream> third = open();

      assertThat(third.statusCode()).isEqualTo(503);
      assertThat(third.headers().firstValue("Retry-After")).contains("60");
      assertThat(new String(third.body().readAllBytes(), StandardCharsets.UTF_8))
          .contains("tuguan.snapshot.streams");
    }
  }

  private HttpResponse<InputStream> open() throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/changes"))
            .header("Accept", "text/event-stream")
            .build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  private static BufferedReader text(HttpResponse<InputStream> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static String data(BufferedReader page) throws Exception {
    String line = page.readLine();
    while (!line.startsWith("data:")) {
      line = page.readLine();
    }
    return line;
  }
}
