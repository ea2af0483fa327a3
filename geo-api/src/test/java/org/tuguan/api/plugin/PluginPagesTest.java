package org.tuguan.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Endpoints and pages of plugins are the server's, and so are their faults and descriptions. */
class PluginPagesTest extends PluginServer {
  @Autowired private PluginOpenApi description;

  @Test
  void aGoodPluginAnswersFromItsOwnTables() throws Exception {
    long before = json("/api/v1/good/notes", "").at("/note_count").asLong();

    HttpResponse<String> added =
        send("POST", "/api/v1/good/notes", "officer", "{\"text\": \"one\"}");

    assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
    assertThat(JsonMapper.shared().readTree(added.body()).at("/user").asString())
        .isEqualTo("officer");
    assertThat(json("/api/v1/good/notes", "").at("/note_count").asLong()).isEqualTo(before + 1);
    assertThat(audited("note:one")).isEqualTo(1);
  }

  @Test
  void whatAPluginWritesAndTheAuditTrailAreOneTransaction() throws Exception {
    long before = json("/api/v1/good/notes", "").at("/note_count").asLong();

    HttpResponse<String> failed =
        send("POST", "/api/v1/good/notes", "officer", "{\"text\": \"broken\"}");

    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(failed.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(failed.body()).doesNotContain("after the write");
    assertThat(json("/api/v1/good/notes", "").at("/note_count").asLong()).isEqualTo(before);
    assertThat(audited("note:broken")).isZero();
  }

  private long audited(String subject) {
    return jdbc.sql(
            "SELECT count(*) FROM tuguan.audit WHERE action = 'good.note.add' AND subject = ?")
        .param(subject)
        .query(Long.class)
        .single();
  }

  @Test
  void changesTakeAnAccountExceptOnFormsForThePublic() throws Exception {
    String note = "{\"text\": \"two\"}";
    assertThat(send("POST", "/api/v1/good/notes", "", note).statusCode()).isEqualTo(401);

    HttpResponse<String> session = get("/api/v1/session", "");
    String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    HttpRequest form =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/good/public/notes"))
            .POST(HttpRequest.BodyPublishers.ofString(note))
            .header("Content-Type", "application/json")
            .header("Cookie", cookie)
            .header("X-XSRF-TOKEN", cookie.replaceFirst(".*=", ""))
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(form, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void faultsOfAPluginAreTheServersProblems() throws Exception {
    HttpResponse<String> refused = get("/api/v1/good/refuse?number=7", "");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("\"parameter\":\"number\"");
    assertThat(get("/api/v1/good/refuse?number=x", "").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/good/nothing", "").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/good/staff", "").statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/good/staff", "planner").statusCode()).isEqualTo(403);
    assertThat(get("/api/v1/good/staff", "officer").body()).isEqualTo("officer");
  }

  @Test
  void pagesAreServedAndListedForThoseWhoSeeThem() throws Exception {
    HttpResponse<String> page = get("/plugins/good/list.html", "");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.body()).contains("筆記");
    assertThat(get("/plugins/good/../../PluginManifest", "").statusCode()).isNotEqualTo(200);
    assertThat(get("/plugins/good/%2e%2e/migration/V1__note.sql", "").statusCode())
        .isNotEqualTo(200);

    JsonNode everyones = json("/api/v1/extensions/pages", "");
    assertThat(everyones.at("/0/href").asString()).isEqualTo("/plugins/good/list.html");
    assertThat(everyones.size()).isEqualTo(1);
    assertThat(json("/api/v1/extensions/pages", "admin").size()).isEqualTo(2);
  }

  @Test
  void theDescriptionIsKeptInTheLanguagesOfTheServerOnly() throws Exception {
    HttpRequest strange =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/openapi.json"))
            .header("Accept-Language", "fr-x-one")
            .build();
    String given =
        HttpClient.newHttpClient()
            .send(strange, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
            .body();

    assertThat(given).contains("/api/v1/good/notes");
    assertThat(description.getCachedOpenAPI(Locale.forLanguageTag("fr-x-one"))).isNull();
    assertThat(description.getCachedOpenAPI(Locale.forLanguageTag("zh-TW"))).isNotNull();
  }

  @Test
  void anEndpointIsDescribedByWhatItTakes() throws Exception {
    JsonNode paths = description().at("/paths");
    JsonNode given = paths.path("/api/v1/good/find").at("/get/parameters/0");
    assertThat(given.at("/required").asBoolean()).isFalse();
    assertThat(given.at("/style").asString()).isEqualTo("form");
    assertThat(given.at("/explode").asBoolean()).isTrue();
    assertThat(given.at("/schema/type").asString()).isEqualTo("object");
    JsonNode file = paths.path("/api/v1/good/file").at("/put/requestBody/content");
    assertThat(file.path("*/*").at("/schema/format").asString()).isEqualTo("binary");
    JsonNode line = paths.path("/api/v1/good/line").at("/put/requestBody/content");
    assertThat(line.path("*/*").at("/schema/type").asString()).isEqualTo("string");
  }

  @Test
  void endpointsAreInTheDescriptionOfTheApiAsLongAsTheirPluginIsOn() throws Exception {
    JsonNode notes = description().at("/paths").path("/api/v1/good/notes");
    assertThat(notes.at("/get/tags/0").asString()).isEqualTo("good");
    assertThat(notes.at("/get/responses").has("200")).isTrue();
    assertThat(notes.at("/post/requestBody/required").asBoolean()).isTrue();
    JsonNode number =
        description().at("/paths").path("/api/v1/good/refuse").at("/get/parameters/0");
    assertThat(number.at("/name").asString()).isEqualTo("number");
    assertThat(number.at("/schema/type").asString()).isEqualTo("integer");
    assertThat(description().at("/tags").valueStream().map(each -> each.at("/name").asString()))
        .contains("good");
    assertThat(description().at("/paths").has("/api/v1/layers")).isTrue();

    turn("good", "off");
    assertThat(description().at("/paths").has("/api/v1/good/notes")).isFalse();
    assertThat(description().at("/tags").toString()).doesNotContain("\"good\"");
    assertThat(description().at("/paths").has("/api/v1/layers")).isTrue();
    turn("good", "on");
    assertThat(description().at("/paths").has("/api/v1/good/notes")).isTrue();
  }

  private JsonNode description() throws Exception {
    return json("/api/v1/openapi.json", "");
  }
}
