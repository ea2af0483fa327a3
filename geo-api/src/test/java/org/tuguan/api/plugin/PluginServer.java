package org.tuguan.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import org.tuguan.api.wms.BlueLakeDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server that tests of plugins share: a good plugin built outside, and one for each way to
 * fail.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "tuguan.demo=true",
      "tuguan.plugin-loading.start-time=4s",
      "tuguan.plugin-loading.stop-time=500ms",
      "tuguan.plugin-loading.poll=1h",
      "tuguan.processes.patience=3s",
      "tuguan.processes.jobs-of-account=2",
      "db-scheduler.polling-interval=1s",
      "tuguan.plugins.good.trouble=the notebook is nearly full"
    })
@ContextConfiguration(initializers = BlueLakeDatabase.class)
class PluginServer {
  /** Lives as long as the server that the classes share. */
  static final Path DIRECTORY = Path.of("target", "sample-plugins").toAbsolutePath();

  @LocalServerPort int port;
  @Autowired Plugins plugins;
  @Autowired JdbcClient jdbc;

  @DynamicPropertySource
  static void plugins(DynamicPropertyRegistry registry) throws IOException {
    FileSystemUtils.deleteRecursively(DIRECTORY);
    Files.createDirectories(DIRECTORY);
    SamplePlugins.write(DIRECTORY);
    registry.add("tuguan.plugin-loading.directory", DIRECTORY::toString);
  }

  HttpResponse<String> send(String method, String path, String account, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (!account.isEmpty()) {
      String basic = account + ":demo-" + account;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  HttpResponse<String> get(String path, String account) throws Exception {
    return send("GET", path, account, "");
  }

  JsonNode json(String path, String account) throws Exception {
    HttpResponse<String> answer = get(path, account);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  JsonNode extension(String file) throws Exception {
    return StreamSupport.stream(json("/api/v1/extensions", "admin").spliterator(), false)
        .filter(each -> each.at("/file").asString().equals(file))
        .findFirst()
        .orElseThrow();
  }

  void assertQuarantined(String file, String stage, String cause) throws Exception {
    JsonNode found = extension(file);
    assertThat(found.at("/state").asString()).as(file).isEqualTo("quarantined");
    assertThat(found.at("/stage").asString()).as(file).isEqualTo(stage);
    assertThat(found.at("/cause").asString()).as(file).contains(cause);
  }

  void turn(String id, String state) throws Exception {
    String wanted = "{\"state\": \"%s\"}".formatted(state);
    assertThat(send("PUT", "/api/v1/extensions/" + id, "admin", wanted).statusCode())
        .isEqualTo(200);
  }
}
