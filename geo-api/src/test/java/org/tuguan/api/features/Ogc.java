package org.tuguan.api.features;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small client of the API. */
final class Ogc {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String root;

  Ogc(int port) {
    root = "http://127.0.0.1:" + port + "/ogc";
  }

  String root() {
    return root;
  }

  /**
   * @param path behind the root, or a whole address
   * @param headers names and values in turn
   */
  HttpResponse<String> get(String path, String... headers) {
    String address = path.startsWith("http") ? path : root + path;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(address, e);
    }
  }

  /** The document, which must be answered with 200. */
  JsonNode json(String path, String... headers) {
    HttpResponse<String> response = get(path, headers);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /** The problem, which must have this status. */
  JsonNode problem(int status, String path) {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != status) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    if (!response
        .headers()
        .firstValue("Content-Type")
        .orElse("")
        .startsWith("application/problem+json")) {
      throw new AssertionError(path + " answers " + response.headers().map());
    }
    return JSON.readTree(response.body());
  }

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Ids of the page and of those that follow it. */
  List<String> allIds(String path) {
    List<String> ids = new ArrayList<>();
    Optional<String> next = Optional.of(path);
    while (next.isPresent()) {
      JsonNode page = json(next.get());
      ids.addAll(ids(page));
      next = link(page, "next");
    }
    return ids;
  }

  static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.get("features").forEach(feature -> ids.add(feature.get("id").asString()));
    return ids;
  }

  static Optional<String> link(JsonNode document, String rel) {
    for (JsonNode link : document.get("links")) {
      if (link.get("rel").asString().equals(rel)) {
        return Optional.of(link.get("href").asString());
      }
    }
    return Optional.empty();
  }

  static List<String> types(JsonNode document, String rel) {
    List<String> types = new ArrayList<>();
    for (JsonNode link : document.get("links")) {
      if (link.get("rel").asString().equals(rel)) {
        types.add(link.get("type").asString());
      }
    }
    return types;
  }
}
