package org.tuguan.api.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.core.TestDatabase;
import tools.jackson.databind.JsonNode;

/** What those who answer for issuing ask the server for: queues, allowed acts, law and products. */
class DeskTest {
  private static final String PATH = "/api/v1/applications";
  private static final String STANDARD = "/api/v1/fee-standards/miaoli-urban-topo/versions/";

  @TempDir static Path home;
  private static TestDatabase database;
  private static IssuingServer server;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    server = new IssuingServer(database, home);
    IssuingData.make(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  private static JsonNode post(String account, String path, String body) {
    IssuingServer.Answer answer = server.post(account, path, body);
    assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    return answer.json();
  }

  /** Of the partner, under review; priced by hand under the standard without a price table. */
  private static String reviewed(String more) {
    String asked =
        "{\"layer\": \"blocks\", \"area\": %s, \"purpose\": \"business\"%s}"
            .formatted(IssuingData.WEST, more);
    String quote = post("partner", "/api/v1/quotes", asked).get("number").asString();
    String number =
        post("partner", PATH, "{\"quote\": \"" + quote + "\"}").get("number").asString();
    post("partner", PATH + "/" + number + "/moves", "{\"to\": \"SUBMITTED\"}");
    post("officer", PATH + "/" + number + "/moves", "{\"to\": \"UNDER_REVIEW\"}");
    return number;
  }

  private static void due(String number, String day) {
    server
        .jdbc()
        .sql("UPDATE tuguan.application SET due = :day WHERE number = :number")
        .param("day", LocalDate.parse(day))
        .param("number", number)
        .update();
  }

  private static List<String> numbers(String query) {
    return server
        .get("officer", PATH + query)
        .json()
        .get("applications")
        .findValuesAsString("number");
  }

  @Test
  void queueShowsTheMostUrgentFirstPageByPage() {
    String late = reviewed("");
    String later = reviewed("");
    due(late, "2020-02-02");
    due(later, "2020-02-03");

    JsonNode first = server.get("officer", PATH + "?order=due&limit=1").json();
    assertThat(first.get("applications").findValuesAsString("number")).containsExactly(late);
    assertThat(numbers("?order=due&limit=1&after=" + first.get("next").asLong()))
        .containsExactly(later);
    assertThat(numbers("?order=due&due_until=2020-02-02")).containsExactly(late);
    assertThat(server.get("officer", PATH + "?order=x").status()).isEqualTo(400);
  }

  @Test
  void queueIsNarrowedByStatesAndByTheOwnerOfALayer() {
    String number = reviewed("");
    String agency =
        server.get("officer", PATH + "/" + number).json().at("/layers/0/agency").asString();
    assertThat(numbers("?state=SUBMITTED,UNDER_REVIEW&agency=" + agency)).contains(number);
    assertThat(numbers("?state=SUBMITTED,CLOSED")).doesNotContain(number);
    assertThat(numbers("?agency=nobody")).isEmpty();
    String pending = "?state=UNDER_REVIEW&decision=PENDING&agency=" + agency;
    assertThat(numbers(pending)).contains(number);
    assertThat(numbers("?decision=REFUSED&number=" + number)).isEmpty();
    assertThat(server.get("officer", PATH + "?decision=MAYBE").status()).isEqualTo(400);
    JsonNode line = server.get("officer", PATH + "?number=" + number).json().at("/applications/0");
    assertThat(line.at("/said/0/layer").asString()).isEqualTo("blocks");
    assertThat(line.at("/said/0/decision").asString()).isEqualTo("PENDING");
    assertThat(line.get("demonstration").asBoolean()).isTrue();
  }

  @Test
  void pageSaysWhatItsReaderMayDoAndWhatAnApprovalNeeds() {
    String number = reviewed(", \"schedule\": \"taichung-geoinfo\"");
    JsonNode officers = server.get("officer", PATH + "/" + number).json();
    JsonNode owners = server.get("owner", PATH + "/" + number).json();

    assertThat(officers.get("moves").toString()).contains("APPROVED", "REFUSED");
    assertThat(officers.get("actions").toString()).contains("SET_PRICE", "STATE_EVIDENCE");
    assertThat(officers.get("needs").size()).isEqualTo(2);
    assertThat(officers.at("/layers/0/decidable").asBoolean()).isFalse();
    assertThat(owners.at("/layers/0/decidable").asBoolean()).isTrue();
    assertThat(owners.get("actions")).isEmpty();
    String priced =
        server.get("officer", PATH + "/" + reviewed("")).json().get("actions").toString();
    assertThat(priced).doesNotContain("SET_PRICE");
  }

  @Test
  void nobodyActsOnWhatAnotherHasChangedSinceTheyLooked() {
    String number = reviewed(", \"schedule\": \"taichung-geoinfo\"");
    String page = PATH + "/" + number;
    int seen = server.get("officer", page).json().get("timeline").size();
    String price =
        "{\"amount\": %d, \"article\": \"第3條\", \"reason\": \"依成本\", \"timeline\": " + seen + "}";

    post("officer", page + "/price", price.formatted(100));
    assertThat(server.post("admin", page + "/price", price.formatted(200)).status()).isEqualTo(409);
    IssuingServer.Answer refusal =
        server.post(
            "admin",
            page + "/moves",
            "{\"to\": \"REFUSED\", \"reason\": \"x\", \"legal_ground\": \"y\", \"timeline\": "
                + seen
                + "}");
    assertThat(refusal.status()).isEqualTo(409);
    JsonNode now = server.get("admin", page).json();
    assertThat(now.get("total_twd").asLong()).isEqualTo(100);
    assertThat(now.at("/timeline/" + seen + "/actor").asString()).isEqualTo("officer");
  }

  @Test
  void sheetsOfAQuoteHaveFrames() {
    server.send(
        "PUT",
        "officer",
        "/api/v1/fee-products/blocks",
        "{\"schedule\": \"taichung-geoinfo-demo\", \"product\": \"TOPO-1000\"}");
    try {
      String number = reviewed("");
      JsonNode page = server.get("officer", PATH + "/" + number).json();
      JsonNode sheets = server.get("officer", PATH + "/" + number + "/sheets").json();
      assertThat(sheets.get("features").size()).isEqualTo(page.at("/layers/0/sheets").size());
      assertThat(sheets.at("/features/0/geometry/coordinates/0/0").size()).isGreaterThan(3);
      assertThat(server.get("planner", PATH + "/" + number + "/sheets").status()).isEqualTo(404);
    } finally {
      server.send(
          "DELETE", "officer", "/api/v1/fee-products/blocks?schedule=taichung-geoinfo-demo", "");
    }
  }

  @Test
  void productsOfLayersAreListedSetAndTakenBack() {
    String path = "/api/v1/fee-products";
    String body = "{\"schedule\": \"taichung-geoinfo-demo\", \"product\": \"TOPO-5000\"}";
    assertThat(server.send("PUT", "partner", path + "/spots", body).status()).isEqualTo(403);
    assertThat(server.send("PUT", "officer", path + "/spots", body).status()).isEqualTo(200);
    assertThat(product("spots")).isEqualTo("TOPO-5000 true");
    String one = path + "/spots?schedule=taichung-geoinfo-demo";
    assertThat(server.send("DELETE", "owner", one, "").status()).isEqualTo(403);
    assertThat(server.send("DELETE", "officer", one, "").status()).isEqualTo(204);
    assertThat(product("spots")).isEqualTo("FEATURES false");
  }

  private static String product(String layer) {
    JsonNode all =
        server.get("officer", "/api/v1/fee-products?schedule=taichung-geoinfo-demo").json();
    for (JsonNode each : all.get("layers")) {
      if (each.get("layer").asString().equals(layer)) {
        return each.get("product").asString() + " " + each.get("chosen").asBoolean();
      }
    }
    throw new AssertionError("no layer " + layer);
  }

  @Test
  void dryRunSaysWhatWouldChangeAndPublishesNothing() {
    String document =
        server
            .get("", STANDARD + "2012-11-27")
            .text()
            .replaceAll("\"effective_from\": *\"[^\"]*\"", "\"effective_from\": \"2098-01-01\"")
            .replaceAll("\"version\": *\"[^\"]*\"", "\"version\": \"187-01-01\"")
            .replaceAll("\"price\": *\"500\"", "\"price\": \"700\"");
    JsonNode dry =
        server.send("PUT", "officer", STANDARD + "2098-01-01?dry_run=true", document).json();
    assertThat(dry.get("made").asBoolean()).isFalse();
    assertThat(dry.get("changes").findValuesAsString("part")).contains("PRICE");
    assertThat(dry.at("/standard/versions").size()).isEqualTo(2);
    assertThat(server.get("", STANDARD + "2098-01-01").status()).isEqualTo(404);
  }

  @Test
  void faultOfADocumentHasItsLineAndColumn() {
    JsonNode fault =
        server
            .send(
                "PUT",
                "officer",
                STANDARD + "2097-01-01",
                "{\n  \"id\": \"miaoli-urban-topo\",\n  \"colour\": 1\n}")
            .json();
    assertThat(fault.get("line").asInt()).isEqualTo(3);
    assertThat(fault.get("column").asInt()).isPositive();
  }

  @Test
  void faultOfAnAreaNamesTheField() {
    IssuingServer.Answer answer =
        server.post("", "/api/v1/quotes", "{\"layer\": \"blocks\", \"area\": {\"a\": 1}}");
    assertThat(answer.json().get("parameter").asString()).isEqualTo("area.type");
    assertThat(answer.json().get("detail").asString()).contains("area.type");
  }

  @Test
  void lawCountsDaysAndSumsAndNamesItsClauses() {
    String law = "/api/v1/fee-law";
    JsonNode deadlines = server.get("", law + "/deadlines?from=2026-03-02").json().get("deadlines");
    assertThat(deadlines.size()).isEqualTo(6);
    assertThat(deadlines.findValuesAsString("article")).contains("第12條第1項");
    JsonNode late =
        server.get("", law + "/late-fees?amount=1000&due=2026-03-02&on=2026-03-12").json();
    assertThat(late.get("surcharge").asLong()).isEqualTo(50);
    JsonNode refund =
        server
            .get(
                "",
                law
                    + "/refunds?ground=not_done&amount=36500&paid=2025-01-01&refunded=2026-01-01&rate=1.7")
            .json();
    assertThat(refund.get("interest").asLong()).isEqualTo(621);
    assertThat(
            server
                .get("", law + "/refunds?ground=survey_visited&amount=1000")
                .json()
                .get("amount")
                .asLong())
        .isEqualTo(200);
    JsonNode parts =
        server.get("", law + "/instalments?amount=100&parts=3&first=2026-01-05").json();
    assertThat(parts.get("instalments").findValuesAsString("principal"))
        .containsExactly("34", "33", "33");
    for (String wrong :
        List.of(
            "/late-fees?amount=-1&due=2026-03-02",
            "/refunds?ground=kindness&amount=1",
            "/instalments?amount=10&parts=7",
            "/instalments?amount=10&parts=2&rate=x",
            "/deadlines?from=yesterday")) {
      assertThat(server.get("", law + wrong).status()).as(wrong).isEqualTo(400);
    }
  }
}
