package org.tuguan.api.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to {@code /api/v1} as an administrator. */
final class Api {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BOUNDARY = "a-line-that-is-in-no-file";

  private final String base;

  Api(int port) {
    this.base = "http://127.0.0.1:" + port + "/api/v1";
  }

  record Answer(int status, Map<String, List<String>> headers, byte[] body) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  Answer get(String path) throws IOException {
    return send(request(path).GET());
  }

  Answer post(String path, String json) throws IOException {
    return send(request(path).header("Content-Type", "application/json").POST(text(json)));
  }

  Answer patch(String path, String json) throws IOException {
    return send(
        request(path).header("Content-Type", "application/json").method("PATCH", text(json)));
  }

  Answer put(String path, String xml) throws IOException {
    return send(request(path).header("Content-Type", "application/xml").PUT(text(xml)));
  }

  Answer delete(String path) throws IOException {
    return send(request(path).DELETE());
  }

  Answer upload(String name, String content, String... options) throws IOException {
    return upload(name, content.getBytes(StandardCharsets.UTF_8), options);
  }

  /**
   * @param options name and value in turn
   */
  Answer upload(String name, byte[] content, String... options) throws IOException {
    return send(form(request("/imports"), name, content, options));
  }

  Answer uploadWithoutAccount(String name, String content) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/imports"));
    return send(form(request, name, content.getBytes(StandardCharsets.UTF_8)));
  }

  private static HttpRequest.Builder form(
      HttpRequest.Builder request, String name, byte[] content, String... options)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < options.length; i += 2) {
      part(body, "name=\"" + options[i] + "\"", options[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    part(body, "name=\"file\"; filename=\"" + name + "\"", content);
    body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return request
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] content)
      throws IOException {
    String head =
        "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, disposition);
    body.write(head.getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    String account =
        Base64.getEncoder().encodeToString("admin:demo-admin".getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Basic " + account);
  }

  private static HttpRequest.BodyPublisher text(String text) {
    return HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }

  static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Answer send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<byte[]> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
