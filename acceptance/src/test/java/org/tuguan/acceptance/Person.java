package org.tuguan.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the demonstration's accounts, with its password, at the API and at the portal.
 *
 * @param name of the account
 */
record Person(Server server, Browser browser, String name) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** What the server answers, which is not a refusal. */
  String post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  String put(String path, String body) throws IOException, InterruptedException {
    return send("PUT", path, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  String get(String path) throws IOException, InterruptedException {
    return new String(file(path), StandardCharsets.UTF_8);
  }

  byte[] file(String path) throws IOException, InterruptedException {
    HttpRequest request = request(path).GET().build();
    HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  void move(String application, String to) throws IOException, InterruptedException {
    post("/api/v1/applications/" + application + "/moves", "{\"to\": \"" + to + "\"}");
  }

  /** Adds a document to an application. */
  void add(String application, String kind) throws IOException, InterruptedException {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4\n\r\n--b--\r\n";
    send(
        "POST",
        "/api/v1/applications/" + application + "/documents?kind=" + kind,
        "multipart/form-data; boundary=b",
        form.getBytes(StandardCharsets.UTF_8));
  }

  private String send(String method, String path, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 201);
    return answer.body();
  }

  private HttpRequest.Builder request(String path) {
    String login = name + ":demo-" + name;
    return HttpRequest.newBuilder(URI.create(server.base() + path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
  }

  /** The first value of that name in an answer. */
  static String value(String name, String json) {
    Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
    assertThat(found.find()).as(name + " in " + json).isTrue();
    return found.group(1);
  }

  /** Signs in at the portal, in Chinese, and goes to a page. */
  Page visit(String path) {
    Page page = browser.visit(1280, 900, "zh-TW");
    page.navigate(server.base() + "/about.html?lang=zh-TW");
    page.getByTestId("sign-in").click();
    page.locator("input[name=username]").fill(name);
    page.locator("input[name=password]").fill("demo-" + name);
    page.getByTestId("sign-in-form").locator("button[type=submit]").click();
    assertThat(page.getByTestId("user")).isVisible();
    page.navigate(server.base() + path);
    return page;
  }
}
