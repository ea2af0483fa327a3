package org.tuguan.api.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps cookies and sends the token back, as the portal does. */
public final class Browser {
  private static final JsonMapper JSON = new JsonMapper();

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String base;

  public Browser(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** An answer; its body as text. */
  public record Answer(int status, String body) {
    public JsonNode json() {
      return JSON.readTree(body);
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Where an answer sends us; not followed. */
  public String location(String path) {
    return exchange(request(path).GET()).headers().firstValue("Location").orElseThrow();
  }

  public Answer post(String path, String json) {
    return send(json(path).POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  public Answer put(String path, String json) {
    return send(json(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  public Answer patch(String path, String json) {
    return send(json(path).method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
  }

  public Answer delete(String path) {
    return send(token(request(path)).DELETE());
  }

  public Answer delete(String path, String json) {
    return send(json(path).method("DELETE", HttpRequest.BodyPublishers.ofString(json)));
  }

  /** As a page of another site would: cookies go along, the token does not. */
  public Answer forgedPost(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  public Answer signIn(String name, String password) {
    return signIn(name, password, "");
  }

  public Answer signIn(String name, String password, String code) {
    get("/api/v1/session");
    String form =
        "username=" + encoded(name) + "&password=" + encoded(password) + "&code=" + encoded(code);
    return send(
        token(request("/api/v1/session"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(each -> each.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** Puts a cookie where somebody else, or another node, has set it. */
  public void plant(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setDomain("127.0.0.1");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(base), cookie);
  }

  private HttpRequest.Builder json(String path) {
    if (cookie("XSRF-TOKEN").isEmpty()) {
      get("/api/v1/session");
    }
    return token(request(path)).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder token(HttpRequest.Builder request) {
    cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    return request;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("X-Requested-With", "XMLHttpRequest");
  }

  private Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request);
    return new Answer(response.statusCode(), response.body());
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
