package org.tuguan.api.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.TestDatabase;

/** A running server, one of perhaps several on a database, and a client of it. */
final class Node implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;
  private final String base;

  Node(TestDatabase database, Path home) {
    context =
        new SpringApplicationBuilder(TuguanApplication.class, TestCallers.class)
            .initializers(
                made ->
                    made.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("node", settings(database, home))))
            .run();
    base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  private static Map<String, Object> settings(TestDatabase database, Path home) {
    return Map.of(
        "spring.datasource.url", database.url(),
        "spring.datasource.username", TestDatabase.user(),
        "spring.datasource.password", TestDatabase.password(),
        "server.port", "0",
        "tuguan.home", home.toString(),
        "tuguan.demo", "true",
        "tuguan.snapshot.poll", "500ms");
  }

  /** What came back. */
  record Answer(int status, String type, String cacheControl, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /**
   * @param caller known to {@link TestCallers}, or empty for nobody
   */
  Answer get(String caller, String path) {
    return send("GET", caller, path, "");
  }

  /**
   * Imports a file.
   *
   * @param options name and value in turn
   */
  Answer upload(String caller, String file, String content, String... options) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < options.length; i += 2) {
      part(form, "name=\"" + options[i] + "\"", options[i + 1]);
    }
    part(form, "name=\"file\"; filename=\"" + file + "\"", content);
    form.append("--line--\r\n");
    return send(
        "POST", caller, "/api/v1/imports", form.toString(), "multipart/form-data; boundary=line");
  }

  private static void part(StringBuilder form, String disposition, String content) {
    form.append("--line\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(disposition))
        .append(content)
        .append("\r\n");
  }

  Answer send(String method, String caller, String path, String body) {
    return send(method, caller, path, body, "application/json");
  }

  private Answer send(String method, String caller, String path, String body, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Test")
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!caller.isEmpty()) {
      request.header(TestCallers.HEADER, caller);
    }
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.headers().firstValue("Cache-Control").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The lines of an answer that does not end; close it. */
  Stream<String> lines(String caller, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Accept", "text/event-stream")
            .header(TestCallers.HEADER, caller)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
  }

  void sql(String text) {
    context.getBean(JdbcClient.class).sql(text).update();
  }

  /** Does not wait for the notice. */
  void refresh() {
    context.getBean(CatalogStore.class).refresh();
  }

  String base() {
    return base;
  }

  @Override
  public void close() {
    context.close();
  }
}
