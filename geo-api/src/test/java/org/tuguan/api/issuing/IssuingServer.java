package org.tuguan.api.issuing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server of the demonstration and a client of it, which signs in by HTTP Basic. */
public final class IssuingServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;
  private final String base;

  /** Without jobs in the background, so that things stay as a test left them. */
  public IssuingServer(TestDatabase database, Path home) {
    this(database, home, Map.of("db-scheduler.enabled", "false"));
  }

  /**
   * @param more settings, which come before those of tests
   */
  public IssuingServer(TestDatabase database, Path home, Map<String, Object> more) {
    context =
        new SpringApplicationBuilder(TuguanApplication.class)
            .initializers(
                made ->
                    made.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("node", settings(database, home, more))))
            .run();
    base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  private static Map<String, Object> settings(
      TestDatabase database, Path home, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(ours(database, home));
    all.putAll(more);
    return all;
  }

  private static Map<String, Object> ours(TestDatabase database, Path home) {
    return Map.of(
        "spring.datasource.url", database.url(),
        "spring.datasource.username", TestDatabase.user(),
        "spring.datasource.password", TestDatabase.password(),
        "server.port", "0",
        "tuguan.home", home.toString(),
        "tuguan.issuing.extract", "100KB",
        "tuguan.demo", "true");
  }

  /** What came back. */
  public record Answer(int status, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return JSON.readTree(body);
    }
  }

  public Answer get(String account, String path) {
    return send("GET", account, path, "");
  }

  public Answer post(String account, String path, String body) {
    return send("POST", account, path, body);
  }

  /**
   * @param account of the demonstration, or empty for nobody
   */
  public Answer send(String method, String account, String path, String body) {
    return send(method, account, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  public Answer send(String method, String account, String path, String type, byte[] body) {
    String login = account + ":demo-" + account;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (!account.isEmpty()) {
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** All of a kind. */
  public <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  public String base() {
    return base;
  }

  public JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  public long count(String sql) {
    return jdbc().sql(sql).query(Long.class).single();
  }

  @Override
  public void close() {
    context.close();
  }
}
