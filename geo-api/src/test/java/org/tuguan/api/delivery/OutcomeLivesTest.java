package org.tuguan.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.issuing.ApplicationState;
import tools.jackson.databind.JsonNode;

/** Whatever a price comes to, its application lives to the package, and says by which rule. */
class OutcomeLivesTest {
  private static final String PATH = "/api/v1/applications";
  private static final String CONTRACT =
      """
      , "purpose": "public_interest", "contract": {"number": "C1", "agency": "works",
      "from": "2020-01-01", "until": "2099-12-31"}""";

  private static final List<Life> LIVES =
      List.of(
          life("full price").ends("CHARGED", 90, ""),
          life("school").as("public_school", ", \"purpose\": \"academic\"").ends("CHARGED", 45, ""),
          life("contractor").as("company", CONTRACT).with("contract").ends("EXEMPT", 0, "第4條第1款"),
          life("ministry")
              .as("moi_and_subordinate", ", \"purpose\": \"public_interest\"")
              .ends("EXEMPT", 0, "第4條第2款"),
          life("reciprocity")
              .as("other_government", ", \"purpose\": \"public_interest\", \"reciprocity\": true")
              .with("reciprocity")
              .proved("approval")
              .ends("EXEMPT", 0, "第7條"),
          life("annex that is not public")
              .as("company", ", \"schedule\": \"taichung-geoinfo\"")
              .byHand("MANUAL_QUOTE")
              .ends("CHARGED", 1200, "規費法第10條"),
          life("beyond the old city")
              .whole()
              .byHand("NOT_APPLICABLE")
              .ends("CHARGED", 1200, "規費法第10條"));

  @TempDir static Path home;
  private static TestDatabase database;
  private static IssuingServer server;

  /**
   * @param more of the request for a quote
   * @param document its kind; empty for none
   * @param fact that an officer states; empty for none
   * @param priced by hand, since the outcome was this until then; empty if the standard gives the
   *     price
   * @param rule part of it that the application names
   */
  private record Life(
      String what,
      boolean spots,
      String kind,
      String more,
      String document,
      String fact,
      String priced,
      String outcome,
      long total,
      String rule) {
    Life as(String otherKind, String request) {
      return new Life(
          what, spots, otherKind, request, document, fact, priced, outcome, total, rule);
    }

    Life whole() {
      return new Life(what, true, kind, more, document, fact, priced, outcome, total, rule);
    }

    Life with(String kindOfDocument) {
      return new Life(what, spots, kind, more, kindOfDocument, fact, priced, outcome, total, rule);
    }

    Life proved(String stated) {
      return new Life(what, spots, kind, more, document, stated, priced, outcome, total, rule);
    }

    Life byHand(String was) {
      return new Life(what, spots, kind, more, document, fact, was, outcome, total, rule);
    }

    Life ends(String result, long twd, String named) {
      return new Life(what, spots, kind, more, document, fact, priced, result, twd, named);
    }

    String layer() {
      return spots ? "spots" : "blocks";
    }

    String request() {
      String area = spots ? "" : ", \"area\": " + IssuingData.WEST;
      String purpose = more.contains("purpose") ? "" : ", \"purpose\": \"business\"";
      return "{\"layer\": \"%s\", \"formats\": [\"gpkg\"], \"crs\": \"EPSG:3826\"%s%s%s}"
          .formatted(layer(), area, purpose, more);
    }
  }

  private static Life life(String what) {
    return new Life(what, false, "company", "", "", "", "", "", 0, "");
  }

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    server = new IssuingServer(database, home);
    IssuingData.make(server);
    server
        .jdbc()
        .sql("UPDATE tuguan.layer SET extent = '{120.5,24.0,120.9,24.3}' WHERE name = 'spots'")
        .update();
    server.bean(CatalogStore.class).refresh();
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  @Test
  void everyOutcomeLivesToThePackage() throws IOException {
    for (Life life : LIVES) {
      server
          .jdbc()
          .sql("UPDATE tuguan.partner SET applicant_class = :kind")
          .param("kind", life.kind())
          .update();
      String number = reviewed(life);
      JsonNode settled = settled(life, number);
      assertThat(settled.get("state").asString()).as(life.what()).isEqualTo("PAID");
      assertThat(settled.get("outcome").asString()).as(life.what()).isEqualTo(life.outcome());
      assertThat(settled.get("total_twd").asLong()).as(life.what()).isEqualTo(life.total());
      assertThat(settled.get("rule").asString()).as(life.what()).contains(life.rule());
      produced(life, number);
      forget(number);
    }
  }

  @Test
  void whatIsFreeByAnAgreementIsMadeOnlyWhileItIsInForce() throws IOException {
    Life life = LIVES.get(4);
    server.jdbc().sql("UPDATE tuguan.partner SET applicant_class = 'other_government'").update();
    String agreement = agreement();
    String number = reviewed(life);
    settled(life, number);
    assertThat(resting(number)).containsExactly("blocks " + agreement);
    assertThat(server.get("partner", PATH + "/" + number).json().get("timeline").toString())
        .contains("\"agreement\"", agreement);
    post("officer", "/api/v1/agreements/" + agreement + "/end", "{\"reason\": \"合意終止\"}");
    long id = server.bean(JdbcApplications.class).findByNumber(number).orElseThrow().id();
    server.bean(PackageMaker.class).make(id);
    assertThat(server.get("partner", PATH + "/" + number).json().get("state").asString())
        .isEqualTo("PAID");
    Delivery delivery = server.bean(JdbcDeliveries.class).find(id).orElseThrow();
    assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
    assertThat(delivery.error().en()).contains(agreement, "not in force");
    assertThat(delivery.licence()).isEmpty();
    forget(number);
  }

  /** The blocks are free by reciprocity, the spots are priced by hand: one package, one licence. */
  @Test
  void whatIsPaidInPartEndsWithTheAgreementOfItsFreeLayer() throws IOException {
    server.jdbc().sql("UPDATE tuguan.partner SET applicant_class = 'other_government'").update();
    String agreement = agreement();
    Life life = LIVES.get(4).byHand("NOT_APPLICABLE").ends("CHARGED", 1200, "規費法第10條");
    String request =
        life.request().replace("\"layer\": \"blocks\"", "\"layers\": [\"blocks\", \"spots\"]");
    String number =
        reviewed(life, request.replaceFirst(", \"area\": \\{[^}]*}", ""), "blocks", "spots");
    server
        .jdbc()
        .sql(
            "UPDATE tuguan.application_layer SET agreement = (SELECT id FROM tuguan.agreement WHERE number = :number)")
        .param("number", agreement)
        .update();
    assertThat(settled(life, number).get("state").asString()).isEqualTo("PAID");
    assertThat(resting(number)).as("per layer").containsExactly("blocks " + agreement);
    long id = server.bean(JdbcApplications.class).findByNumber(number).orElseThrow().id();
    server.bean(PackageMaker.class).make(id);
    JdbcDeliveries deliveries = server.bean(JdbcDeliveries.class);
    assertThat(revoked(id)).isEmpty();
    assertThat(deliveries.find(id).orElseThrow().state()).isEqualTo(Delivery.State.READY);
    post("officer", "/api/v1/agreements/" + agreement + "/end", "{\"reason\": \"合意終止\"}");
    assertThat(revoked(id)).contains(agreement, "已付費", "refund");
    forget(number);
  }

  private static String revoked(long application) {
    return server
        .jdbc()
        .sql("SELECT coalesce(revoked_reason, '') FROM tuguan.delivery WHERE application = :id")
        .param("id", application)
        .query(String.class)
        .single();
  }

  /** The number of an agreement by which the partner gets the blocks. */
  private static String agreement() {
    String today = LocalDate.now(TuguanApplication.ZONE).toString();
    JsonNode draft =
        post(
            "officer",
            "/api/v1/agreements",
            """
                {"agency": "construction", "with_partner": %d, "purpose": "x", "legal_ground": "第7條", "approval": "x",
                 "from": "%s", "until": "%s", "layers": [{"direction": "GIVEN", "layer": "blocks"}]}
                """
                .formatted(
                    server.count("SELECT partner FROM tuguan.account WHERE name = 'partner'"),
                    today,
                    today));
    String number = draft.get("number").asString();
    post(
        "officer",
        "/api/v1/agreements/" + number + "/sign",
        "{\"changed\": \"%s\"}".formatted(draft.get("changed").asString()));
    return number;
  }

  private static List<String> resting(String number) {
    return server
        .jdbc()
        .sql(
            """
            SELECT l.layer || ' ' || g.number FROM tuguan.application a JOIN tuguan.application_layer l ON l.application = a.id
            JOIN tuguan.agreement g ON g.id = l.agreement WHERE a.number = :number
            """)
        .param("number", number)
        .query(String.class)
        .list();
  }

  private static JsonNode post(String account, String path, String body) {
    IssuingServer.Answer answer = server.post(account, path, body);
    assertThat(answer.status()).as(path + " " + answer.text()).isBetween(200, 201);
    return answer.json();
  }

  private static JsonNode move(String account, String number, String to) {
    return post(account, PATH + "/" + number + "/moves", "{\"to\": \"" + to + "\"}");
  }

  /** From the quote to the decision of the layer's owner. */
  private static String reviewed(Life life) {
    return reviewed(life, life.request(), life.layer());
  }

  private static String reviewed(Life life, String request, String... layers) {
    JsonNode quote = post("partner", "/api/v1/quotes", request);
    String number =
        post("partner", PATH, "{\"quote\": \"" + quote.get("number").asString() + "\"}")
            .get("number")
            .asString();
    if (!life.document().isEmpty()) {
      upload(number, life.document());
    }
    move("partner", number, "SUBMITTED");
    move("officer", number, "UNDER_REVIEW");
    for (String layer : layers) {
      post("owner", PATH + "/" + number + "/layers/" + layer, "{\"decision\": \"APPROVED\"}");
    }
    return number;
  }

  private static void upload(String number, String kind) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4\n\r\n--b--\r\n";
    IssuingServer.Answer answer =
        server.send(
            "POST",
            "partner",
            PATH + "/" + number + "/documents?kind=" + kind,
            "multipart/form-data; boundary=b",
            body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  /** Facts stated, priced, approved, and paid where something is to be paid. */
  private static JsonNode settled(Life life, String number) {
    String path = PATH + "/" + number;
    if (!life.fact().isEmpty()) {
      post(
          "officer",
          path + "/evidence",
          "{\"fact\": \"%s\", \"holds\": true, \"reason\": \"核定\"}".formatted(life.fact()));
    }
    if (!life.priced().isEmpty()) {
      JsonNode open = server.get("officer", path).json();
      assertThat(open.get("outcome").asString()).as(life.what()).isEqualTo(life.priced());
      assertThat(open.get("total_twd").isNull()).as(life.what()).isTrue();
      assertThat(server.post("officer", path + "/moves", "{\"to\": \"APPROVED\"}").status())
          .as("nothing is silently free: " + life.what())
          .isEqualTo(409);
      post(
          "officer",
          path + "/price",
          "{\"amount\": 1200, \"article\": \"規費法第10條\", \"reason\": \"依成本核計\"}");
    }
    JsonNode approved = move("officer", number, "APPROVED");
    if (life.total() > 0) {
      assertThat(approved.get("state").asString()).as(life.what()).isEqualTo("PAYMENT_DUE");
      pay(number);
    }
    return server.get("officer", path).json();
  }

  private static void pay(String number) {
    JdbcApplications applications = server.bean(JdbcApplications.class);
    Application application = applications.findByNumber(number).orElseThrow();
    server
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status ->
                applications.move(
                    application.id(),
                    ApplicationState.PAYMENT_DUE,
                    ApplicationState.PAID,
                    Actor.SYSTEM,
                    ""));
  }

  private static void produced(Life life, String number) throws IOException {
    long id = server.bean(JdbcApplications.class).findByNumber(number).orElseThrow().id();
    server.bean(PackageMaker.class).make(id);
    JsonNode application = server.get("partner", PATH + "/" + number).json();
    assertThat(application.get("state").asString()).as(life.what()).isEqualTo("READY");
    JsonNode delivery = server.get("partner", PATH + "/" + number + "/delivery").json();
    assertThat(delivery.get("data").get(0).get("features").asLong())
        .as(life.what())
        .isEqualTo(life.spots() ? 100 : 50);
    assertThat(application.get("timeline").findValuesAsString("to"))
        .as(life.what())
        .containsSubsequence("SUBMITTED", "UNDER_REVIEW", "APPROVED", "PAID", "PRODUCING", "READY");
  }

  /** So that the next life is not one of updates. */
  private static void forget(String number) {
    server
        .jdbc()
        .sql("UPDATE tuguan.application SET state = 'WITHDRAWN' WHERE number = :number")
        .param("number", number)
        .update();
  }
}
