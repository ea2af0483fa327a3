package org.tuguan.api.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.core.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Fee standards over HTTP: read, compared, tried and published from a day to come. */
class FeeStandardsTest {
  private static final String PATH = "/api/v1/fee-standards";
  private static final String OLD = PATH + "/miaoli-urban-topo/versions/2012-11-27";
  private static final String REQUEST =
      """
      {"schedule": "miaoli-urban-topo", "application_date": "%s", "applicant": {"class": "company"},
       "purpose": "business", "items": [{"product": "DWG-400x600", "quantity": 3, "unit": "sheet"}]}
      """;

  @TempDir static Path home;
  private static TestDatabase database;
  private static IssuingServer server;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    server = new IssuingServer(database, home);
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  /** The shipped version at other prices. */
  private static String document(String date, String version) {
    String shipped = server.get("", OLD).text();
    return shipped
        .replaceAll("\"effective_from\": *\"[^\"]*\"", "\"effective_from\": \"" + date + "\"")
        .replaceAll("\"version\": *\"[^\"]*\"", "\"version\": \"" + version + "\"")
        .replaceAll("\"price\": *\"500\"", "\"price\": \"700\"");
  }

  private static IssuingServer.Answer put(String account, String date, String document) {
    return server.send("PUT", account, PATH + "/miaoli-urban-topo/versions/" + date, document);
  }

  private static long price(String date) {
    return server
        .post("", "/api/v1/quotes", REQUEST.formatted(date))
        .json()
        .get("total_twd")
        .asLong();
  }

  @Test
  void standardsAreListedWithTheirVersions() {
    JsonNode standards = server.get("", PATH).json().get("standards");
    assertThat(standards.findValuesAsString("id")).contains("nlsc-survey-results");
    JsonNode one = server.get("", PATH + "/nlsc-survey-results").json();
    assertThat(one.get("versions").size()).isGreaterThan(3);
    assertThat(one.get("versions").findValuesAsString("in_force")).containsOnlyOnce("true");
    assertThat(server.get("", PATH + "/nothing").status()).isEqualTo(404);
    assertThat(server.get("", PATH + "/vocabulary").json().get("applicants").has("company"))
        .isTrue();
  }

  @Test
  void newVersionHoldsFromItsDayOnAllNodes() {
    try (IssuingServer other = new IssuingServer(database, home.resolve("other"))) {
      assertThat(price("2098-01-01")).isEqualTo(1500);
      assertThat(put("officer", "2098-01-01", document("2098-01-01", "187-01-01")).status())
          .isEqualTo(200);

      assertThat(price("2098-01-01")).isEqualTo(2100);
      assertThat(price("2097-12-31")).isEqualTo(1500);
      assertThat(
              other
                  .post("", "/api/v1/quotes", REQUEST.formatted("2098-01-01"))
                  .json()
                  .get("total_twd")
                  .asLong())
          .isEqualTo(2100);
    }
    JsonNode changes =
        server
            .get("", PATH + "/miaoli-urban-topo/changes?from=2012-11-27&to=2098-01-01")
            .json()
            .get("changes");
    assertThat(changes.findValuesAsString("part")).contains("PRICE", "DATE");
    assertThat(put("officer", "2098-01-01", document("2098-01-01", "187-01-02")).status())
        .as("used by a quote")
        .isEqualTo(409);
  }

  @Test
  void versionThatNobodyUsedYetMayBeWrittenAgain() {
    assertThat(put("admin", "2099-01-01", document("2099-01-01", "188-01-01")).status())
        .isEqualTo(200);
    assertThat(put("admin", "2099-01-01", document("2099-01-01", "188-01-01")).status())
        .isEqualTo(200);
  }

  @Test
  void whatIsInForceIsNeverEdited() {
    assertThat(put("admin", "2012-11-27", server.get("", OLD).text()).status()).isEqualTo(409);
    assertThat(put("admin", "2020-01-01", document("2020-01-01", "109-01-01")).status())
        .isEqualTo(409);
  }

  @Test
  void faultOfADocumentNamesItsLine() {
    IssuingServer.Answer answer =
        put("officer", "2097-01-01", "{\n  \"id\": \"miaoli-urban-topo\",\n  \"colour\": 1\n}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("line ").contains("colour");
  }

  @Test
  void onlyOfficersAndAdministratorsPublish() {
    for (String account : new String[] {"partner", "owner", "cashier", "kpi"}) {
      assertThat(put(account, "2096-01-01", document("2096-01-01", "185-01-01")).status())
          .as(account)
          .isEqualTo(403);
    }
    assertThat(put("", "2096-01-01", "{}").status()).isEqualTo(401);
  }

  @Test
  void versionIsTriedWithoutAQuoteBeingKept() {
    long before = server.count("SELECT count(*) FROM tuguan.quote");
    IssuingServer.Answer answer =
        server.post("officer", OLD + "/trials", REQUEST.formatted("2015-01-01"));
    assertThat(answer.json().get("total_twd").asLong()).isEqualTo(1500);
    assertThat(server.count("SELECT count(*) FROM tuguan.quote")).isEqualTo(before);
  }
}
