package org.tuguan.api.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.issuing.ApplicationState;
import tools.jackson.databind.JsonNode;

/** The lives of applications, over HTTP, until they are paid for or need not be. */
class ApplicationsTest {
  private static final String PATH = "/api/v1/applications";
  private static final byte[] PDF = "%PDF-1.7 a contract".getBytes(StandardCharsets.US_ASCII);

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

  private static String quote(String account, String more) {
    String body =
        "{\"layer\": \"blocks\", \"area\": %s, \"purpose\": \"business\"%s}"
            .formatted(IssuingData.WEST, more);
    return post(account, "/api/v1/quotes", body).get("number").asString();
  }

  private static String apply(String account, String more) {
    JsonNode made = post(account, PATH, "{\"quote\": \"" + quote(account, more) + "\"}");
    assertThat(made.get("state").asString()).isEqualTo("DRAFT");
    return made.get("number").asString();
  }

  private static JsonNode move(String account, String number, String to) {
    String body = "{\"to\": \"%s\", \"reason\": \"因為\", \"legal_ground\": \"第1條\"}".formatted(to);
    return post(account, PATH + "/" + number + "/moves", body);
  }

  private static int tried(String account, String number, String to) {
    return server
        .post(
            account, PATH + "/" + number + "/moves", "{\"to\": \"" + to + "\", \"reason\": \"x\"}")
        .status();
  }

  private static String reviewed(String account, String more) {
    String number = apply(account, more);
    move(account, number, "SUBMITTED");
    move("officer", number, "UNDER_REVIEW");
    return number;
  }

  private static void agreed(String number) {
    post("owner", PATH + "/" + number + "/layers/blocks", "{\"decision\": \"APPROVED\"}");
  }

  private static IssuingServer.Answer upload(
      String account, String number, String kind, String name, byte[] content) {
    String head =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
            .formatted(name);
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] end = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[start.length + content.length + end.length];
    System.arraycopy(start, 0, body, 0, start.length);
    System.arraycopy(content, 0, body, start.length, content.length);
    System.arraycopy(end, 0, body, start.length + content.length, end.length);
    return server.send(
        "POST",
        account,
        PATH + "/" + number + "/documents?kind=" + kind,
        "multipart/form-data; boundary=b",
        body);
  }

  @Test
  void chargedApplicationComesToPaymentWithADeadline() {
    String number = reviewed("partner", "");
    assertThat(tried("officer", number, "APPROVED")).isEqualTo(409);
    agreed(number);
    JsonNode approved = move("officer", number, "APPROVED");

    assertThat(number).matches("A-\\d{3}-\\d{6}");
    assertThat(approved.get("state").asString()).isEqualTo("PAYMENT_DUE");
    assertThat(approved.get("total_twd").asLong()).isPositive();
    assertThat(approved.get("due").asString()).isNotEmpty();
    assertThat(approved.get("quote").get("lines")).isNotEmpty();
    assertThat(approved.get("timeline").findValuesAsString("to"))
        .contains("SUBMITTED", "UNDER_REVIEW", "APPROVED", "PAYMENT_DUE");
    assertThat(tried("cashier", number, "PAID")).isEqualTo(403);
    assertThat(tried("partner", number, "APPROVED")).isEqualTo(403);
    assertThat(move("officer", number, "APPROVED").get("timeline"))
        .hasSameSizeAs(approved.get("timeline"));
  }

  @Test
  void exemptApplicationIsSettledByTheRuleItNames() {
    String contract =
        ", \"purpose\": \"public_interest\", \"contract\": {\"number\": \"C1\", \"agency\": \"works\", \"from\": \"2020-01-01\", \"until\": \"2099-12-31\"}";
    String number =
        post("partner", PATH, "{\"quote\": \"" + quote("partner", contract) + "\"}")
            .get("number")
            .asString();
    assertThat(tried("partner", number, "SUBMITTED")).isEqualTo(409);
    assertThat(upload("partner", number, "contract", "契約.pdf", PDF).status()).isEqualTo(200);
    move("partner", number, "SUBMITTED");
    move("officer", number, "UNDER_REVIEW");
    agreed(number);
    JsonNode settled = move("officer", number, "APPROVED");

    assertThat(settled.get("state").asString()).isEqualTo("PAID");
    assertThat(settled.get("outcome").asString()).isEqualTo("EXEMPT");
    assertThat(settled.get("rule").asString()).contains("第4條第1款");
    assertThat(settled.get("total_twd").asLong()).isZero();
  }

  @Test
  void contractThatDoesNotHoldIsCharged() {
    String contract =
        ", \"purpose\": \"public_interest\", \"contract\": {\"number\": \"C2\", \"agency\": \"works\", \"from\": \"2020-01-01\", \"until\": \"2099-12-31\"}";
    String quote = quote("partner", contract);
    String body = "{\"quote\": \"" + quote + "\"}";
    String number = post("partner", PATH, body).get("number").asString();
    upload("partner", number, "contract", "c.pdf", PDF);
    move("partner", number, "SUBMITTED");
    move("officer", number, "UNDER_REVIEW");

    JsonNode priced =
        post(
            "officer",
            PATH + "/" + number + "/evidence",
            "{\"fact\": \"within_contract\", \"holds\": false, \"reason\": \"契約不含本圖資\"}");

    assertThat(priced.get("outcome").asString()).isEqualTo("CHARGED");
    assertThat(priced.get("total_twd").asLong()).isPositive();
    assertThat(post("partner", PATH, body).get("number").asString())
        .as("the quote that was free is not applied with again")
        .isEqualTo(number);
  }

  @Test
  void schoolPaysHalf() {
    server.jdbc().sql("UPDATE tuguan.partner SET applicant_class = 'public_school'").update();
    try {
      String number = reviewed("partner", ", \"purpose\": \"academic\"");
      agreed(number);
      JsonNode approved = move("officer", number, "APPROVED");
      assertThat(approved.get("state").asString()).isEqualTo("PAYMENT_DUE");
      assertThat(approved.get("quote").get("lines").get(0).get("calc").asString()).contains("50%");
    } finally {
      server.jdbc().sql("UPDATE tuguan.partner SET applicant_class = 'company'").update();
    }
  }

  @Test
  void reciprocityNeedsItsDocumentAndAnApproval() {
    String number =
        reviewed("partner", ", \"purpose\": \"public_interest\", \"reciprocity\": true");
    String evidence = "{\"fact\": \"approval\", \"holds\": true, \"reason\": \"專案核定 115-001\"}";
    assertThat(server.get("officer", PATH + "/" + number).json().get("outcome").asString())
        .isEqualTo("CHARGED");
    assertThat(server.post("officer", PATH + "/" + number + "/evidence", evidence).status())
        .isEqualTo(409);
    upload("partner", number, "reciprocity", "互惠.pdf", PDF);
    assertThat(server.post("partner", PATH + "/" + number + "/evidence", evidence).status())
        .isEqualTo(403);
    post("officer", PATH + "/" + number + "/evidence", evidence);
    agreed(number);
    JsonNode settled = move("officer", number, "APPROVED");

    assertThat(settled.get("state").asString()).isEqualTo("PAID");
    assertThat(settled.get("rule").asString()).contains("第7條");
  }

  @Test
  void whatNoStandardCoversIsPricedByHandOrNotAtAll() {
    server
        .jdbc()
        .sql("UPDATE tuguan.layer SET extent = '{120.5,24.0,120.9,24.3}' WHERE name = 'spots'")
        .update();
    server.bean(CatalogStore.class).refresh();
    String quote =
        post("partner", "/api/v1/quotes", "{\"layer\": \"spots\", \"purpose\": \"business\"}")
            .get("number")
            .asString();
    String number =
        post("partner", PATH, "{\"quote\": \"" + quote + "\"}").get("number").asString();
    move("partner", number, "SUBMITTED");
    JsonNode review = move("officer", number, "UNDER_REVIEW");
    assertThat(review.get("outcome").asString()).isEqualTo("NOT_APPLICABLE");
    post("owner", PATH + "/" + number + "/layers/spots", "{\"decision\": \"APPROVED\"}");
    assertThat(tried("officer", number, "APPROVED")).isEqualTo(409);

    String price = PATH + "/" + number + "/price";
    assertThat(server.post("officer", price, "{\"amount\": 0, \"reason\": \"x\"}").status())
        .isEqualTo(400);
    post("officer", price, "{\"amount\": 1200, \"article\": \"規費法第10條\", \"reason\": \"依成本核計\"}");
    JsonNode approved = move("officer", number, "APPROVED");
    assertThat(approved.get("state").asString()).isEqualTo("PAYMENT_DUE");
    assertThat(approved.get("total_twd").asLong()).isEqualTo(1200);
    assertThat(approved.get("rule").asString()).isEqualTo("規費法第10條");
  }

  @Test
  void priceThatTheStandardGivesIsNotSetByHand() {
    String number = reviewed("partner", "");
    assertThat(
            server
                .post(
                    "officer",
                    PATH + "/" + number + "/price",
                    "{\"amount\": 1, \"article\": \"a\", \"reason\": \"b\"}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void correctionGoesBackAndForth() {
    String number = reviewed("partner", "");
    post(
        "owner",
        PATH + "/" + number + "/layers/blocks",
        "{\"decision\": \"REFUSED\", \"reason\": \"用途不明\"}");
    JsonNode asked = move("officer", number, "CORRECTION_ASKED");
    assertThat(asked.get("due").asString()).isNotEmpty();
    JsonNode again = move("partner", number, "UNDER_REVIEW");
    assertThat(again.get("layers").get(0).get("decision").asString()).isEqualTo("PENDING");
  }

  @Test
  void correctionThatDoesNotComeIsRefusedByLaw() {
    String number = reviewed("partner", "");
    move("officer", number, "CORRECTION_ASKED");
    server
        .jdbc()
        .sql("UPDATE tuguan.application SET due = '2020-01-01' WHERE number = :n")
        .param("n", number)
        .update();
    server.bean(Overdue.class).end();
    JsonNode refused = server.get("partner", PATH + "/" + number).json();
    assertThat(refused.get("state").asString()).isEqualTo("REFUSED");
    assertThat(refused.get("timeline").toString()).contains("測繪成果申請使用辦法第4條");
  }

  @Test
  void refusalNeedsReasonAndLaw() {
    String number = reviewed("partner", "");
    String moves = PATH + "/" + number + "/moves";
    assertThat(server.post("officer", moves, "{\"to\": \"REFUSED\"}").text()).contains("reason");
    assertThat(server.post("officer", moves, "{\"to\": \"REFUSED\", \"reason\": \"機密\"}").text())
        .contains("legal_ground");
    assertThat(move("officer", number, "REFUSED").get("state").asString()).isEqualTo("REFUSED");
    assertThat(tried("officer", number, "APPROVED")).isEqualTo(403);
  }

  @Test
  void othersDoNotKnowOfIt() {
    String draft = apply("partner", "");
    for (String account : new String[] {"officer", "owner", "cashier", "planner", "kpi"}) {
      assertThat(server.get(account, PATH + "/" + draft).status()).as(account).isEqualTo(404);
    }
    move("partner", draft, "SUBMITTED");
    for (String account : new String[] {"officer", "owner", "admin", "partner"}) {
      assertThat(server.get(account, PATH + "/" + draft).status()).as(account).isEqualTo(200);
    }
    for (String account : new String[] {"cashier", "planner", "kpi"}) {
      assertThat(server.get(account, PATH + "/" + draft).status()).as(account).isEqualTo(404);
      assertThat(tried(account, draft, "WITHDRAWN")).isEqualTo(404);
      assertThat(upload(account, draft, "other", "a.pdf", PDF).status()).isEqualTo(404);
      assertThat(server.get(account, PATH + "?number=" + draft).json().get("applications"))
          .isEmpty();
    }
    assertThat(server.get("", PATH + "/" + draft).status()).isEqualTo(401);
    server
        .jdbc()
        .sql(
            "UPDATE tuguan.application_layer SET agency = 'elsewhere' WHERE application = (SELECT id FROM tuguan.application WHERE number = :n)")
        .param("n", draft)
        .update();
    assertThat(server.get("owner", PATH + "/" + draft).status()).isEqualTo(404);
    assertThat(server.get("owner", PATH + "?number=" + draft).json().get("applications")).isEmpty();
  }

  @Test
  void quoteOfSomebodyElseIsNotApplied() {
    String quote = quote("partner", "");
    assertThat(server.post("planner", PATH, "{\"quote\": \"" + quote + "\"}").status())
        .isEqualTo(404);
    JsonNode first = post("partner", PATH, "{\"quote\": \"" + quote + "\"}");
    JsonNode second = post("partner", PATH, "{\"quote\": \"" + quote + "\"}");
    assertThat(second.get("number")).isEqualTo(first.get("number"));
  }

  @Test
  void documentsAreWhatTheyAreAndComeBackAsFiles() {
    String number = apply("partner", "");
    assertThat(
            upload("partner", number, "other", "a.pdf", "<html>".getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(422);
    JsonNode added = upload("partner", number, "plan", "../計畫.html", PDF).json();
    JsonNode document = added.get("documents").get(0);
    assertThat(document.get("media_type").asString()).isEqualTo("application/pdf");
    assertThat(document.get("name").asString()).isEqualTo("計畫.html");
    String path = PATH + "/" + number + "/documents/" + document.get("id").asLong();
    assertThat(server.get("partner", path).body()).isEqualTo(PDF);
    assertThat(server.get("planner", path).status()).isEqualTo(404);
    assertThat(upload("partner", number, "plan", "again.pdf", PDF).json().get("documents"))
        .hasSize(1);
  }

  @Test
  void whatWasHadBeforeCostsTheUpdatePrice() {
    String number = reviewed("partner", "");
    agreed(number);
    move("officer", number, "APPROVED");
    String set = "UPDATE tuguan.application SET state = '%s' WHERE number = '" + number + "'";
    server.jdbc().sql(set.formatted(ApplicationState.DELIVERED)).update();
    try {
      JsonNode again =
          post(
              "partner",
              "/api/v1/quotes",
              "{\"layer\": \"blocks\", \"area\": %s, \"purpose\": \"business\"}"
                  .formatted(IssuingData.MIDDLE));
      assertThat(again.get("lines").size()).isEqualTo(2);
      assertThat(again.get("lines").findValuesAsString("calc").toString()).contains("x 20", "x 40");
    } finally {
      server.jdbc().sql(set.formatted(ApplicationState.WITHDRAWN)).update();
    }
  }

  @Test
  void priceOfOnePurposeServesNoOther() {
    String quote = quote("partner", "");
    String body = "{\"quote\": \"" + quote + "\", \"purpose\": \"%s\"}";
    assertThat(server.post("partner", PATH, body.formatted("academic")).status()).isEqualTo(409);
    assertThat(post("partner", PATH, body.formatted("business")).get("state").asString())
        .isEqualTo("DRAFT");
  }

  @Test
  void driftSinceTheQuoteIsShown() {
    String number = reviewed("partner", "");
    String path = PATH + "/" + number + "/drift";
    assertThat(server.get("partner", path).status()).isEqualTo(403);
    JsonNode same = server.get("officer", path).json().get("layers").get(0);
    server
        .jdbc()
        .sql("UPDATE layers.blocks SET geom = ST_Translate(geom, 1, 0) WHERE fid = 0")
        .update();
    JsonNode other = server.get("officer", path).json().get("layers").get(0);
    assertThat(same.get("changed").asBoolean()).isFalse();
    assertThat(other.get("changed").asBoolean()).isTrue();
  }

  @Test
  void nobodyIsTheOfficerOfTheirOwn() {
    String number = apply("officer", "");
    move("officer", number, "SUBMITTED");
    assertThat(tried("officer", number, "UNDER_REVIEW")).isEqualTo(403);
    JsonNode review = move("admin", number, "UNDER_REVIEW");
    assertThat(review.get("applicant_class").asString()).isEqualTo("city_agency");
    assertThat(review.get("applicant").asString()).isNotEmpty();
  }

  @Test
  void listGoesPageByPage() {
    apply("partner", "");
    apply("partner", "");
    JsonNode first = server.get("partner", PATH + "?limit=1").json();
    JsonNode second =
        server.get("partner", PATH + "?limit=1&after=" + first.get("next").asLong()).json();
    assertThat(second.get("applications").get(0).get("id").asLong())
        .isLessThan(first.get("applications").get(0).get("id").asLong());
    assertThat(server.get("partner", PATH + "?state=NEVER").status()).isEqualTo(400);
    JsonNode drafts = server.get("partner", PATH + "?state=DRAFT").json().get("applications");
    assertThat(drafts.findValuesAsString("state")).containsOnly("DRAFT");
  }
}
