package org.tuguan.api.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tuguan.api.wms.BlueLakeServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@BlueLakeServer
class SystemTest {
  @LocalServerPort private int port;

  @Test
  void administratorsSeeVersionsAndJobs() throws Exception {
    HttpResponse<String> answer = get("admin:test");
    JsonNode system = JsonMapper.shared().readTree(answer.body());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(system.at("/database/postgresql").asString()).isNotEmpty();
    assertThat(system.at("/database/postgis").asString()).startsWith("3.");
    assertThat(system.at("/heap_limit").asLong()).isPositive();
    assertThat(system.at("/jobs").isArray()).isTrue();
  }

  @Test
  void othersDoNot() throws Exception {
    assertThat(get("").statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> get(String account) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/system"));
    if (!account.isEmpty()) {
      String basic = Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
      request.header("Authorization", "Basic " + basic);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
