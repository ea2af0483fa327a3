package org.tuguan.api.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditCheck;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.core.RequestException;
import org.tuguan.core.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Agreements, requests for layers and the circulation rate, over HTTP. */
class SharingTest {
  private static final String PATH = "/api/v1/agreements";
  private static final String TILE = "/tiles/secret/14/13683/7055.png";

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

  private static LocalDate today() {
    return LocalDate.now(TuguanApplication.ZONE);
  }

  private static long partner() {
    return server.count("SELECT partner FROM tuguan.account WHERE name = 'partner'");
  }

  private static String body(String with, String approval, String layers) {
    return """
        {"agency": "construction", %s, "purpose": "共同維運", "legal_ground": "收費標準第7條", "approval": "%s",
         "area": %s, "from": "%s", "until": "%s", "layers": [%s]}
        """
        .formatted(with, approval, IssuingData.MIDDLE, today(), today().plusDays(300), layers);
  }

  private static String drafted(String with, String layers) {
    return post("officer", PATH, body(with, "府授研字第1號", layers)).get("number").asString();
  }

  private static String toPartner(String layer) {
    return drafted(
        "\"with_partner\": " + partner(),
        "{\"direction\": \"GIVEN\", \"layer\": \"%s\"}, {\"direction\": \"RECEIVED\", \"title\": \"空拍影像\", \"value_twd\": 500000}"
            .formatted(layer));
  }

  private static int layer(String account, String name) {
    return server.get(account, "/api/v1/layers/" + name).status();
  }

  @Test
  void signingGivesRightsAndKeysAndEndingTakesAllOfThemBack() {
    String number = toPartner("secret");
    assertThat(server.get("partner", TILE).status()).isNotEqualTo(200);
    assertThat(layer("partner", "secret")).isNotEqualTo(200);

    JsonNode signed = post("officer", PATH + "/" + number + "/sign", "{}");
    assertThat(signed.get("state").asString()).isEqualTo("IN_FORCE");
    String key = signed.get("keys").get(0).get("key").asString();
    assertThat(server.get("partner", TILE).status()).isEqualTo(200);
    assertThat(layer("partner", "secret")).isEqualTo(200);
    assertThat(server.get("", TILE + "?key=" + key).status()).isEqualTo(200);
    assertThat(server.get("", TILE + "?key=" + key).status()).as("from the cache").isEqualTo(200);
    assertThat(server.get("", TILE).status()).as("nobody").isNotEqualTo(200);
    String link = delivered(number);
    assertThat(server.send("HEAD", "", link, "").status()).isEqualTo(200);

    JsonNode ended = post("officer", PATH + "/" + number + "/end", "{\"reason\": \"期滿前合意終止\"}");
    assertThat(ended.get("state").asString()).isEqualTo("ENDED");
    assertThat(ended.get("last_day").asString()).isEqualTo(today().minusDays(1).toString());
    assertThat(server.get("partner", TILE).status()).isNotEqualTo(200);
    assertThat(layer("partner", "secret")).isNotEqualTo(200);
    assertThat(server.get("", TILE + "?key=" + key).status()).isNotEqualTo(200);
    assertThat(server.send("HEAD", "", link, "").status()).isEqualTo(403);
    assertThat(
            server.count(
                "SELECT count(*) FROM tuguan.layer_grant WHERE agreement IS NOT NULL AND layer = 'secret'"))
        .isZero();
    assertThat(post("officer", PATH + "/" + number + "/end", "{\"reason\": \"x\"}").get("timeline"))
        .as("ending twice does no harm")
        .hasSameSizeAs(ended.get("timeline"));
  }

  /** A package that the partner got of the layer by reciprocity; the address of a link to it. */
  private static String delivered(String suffix) {
    application("A-LINK-" + suffix, "READY", null, partner(), "{\"reciprocity\": true}", "secret");
    String token = "A".repeat(42) + "E";
    server
        .jdbc()
        .sql(
            """
            INSERT INTO tuguan.delivery (application, state, features_expected, licence, licence_from, file, bytes, sha256,
              made, created, changed)
            SELECT id, 'READY', 1, 'L-' || number, CURRENT_DATE - 1, 'x.zip', 10, 'ab', now(), now(), now()
            FROM tuguan.application WHERE number = :number;
            INSERT INTO tuguan.delivery_link (application, hash, created, created_by, expires, most)
            SELECT id, sha256(convert_to(:token, 'UTF8')), now(), 'partner', now() + interval '1 day', 1000
            FROM tuguan.application WHERE number = :number
            """)
        .param("number", "A-LINK-" + suffix)
        .param("token", token)
        .update();
    return "/api/v1/deliveries/" + token;
  }

  private static void application(
      String number, String state, String agency, Long partner, String grounds, String layer) {
    server
        .jdbc()
        .sql(
            """
            WITH q AS (
              INSERT INTO tuguan.quote (number, created, valid_until, trial, applicant_class, purpose, asked, request, answer, status)
              VALUES ('Q-' || :number, now(), CURRENT_DATE, false, 'city_agency', 'x', '{}', '{}', '{}', 'NOT_APPLICABLE')
              RETURNING id),
            a AS (
              INSERT INTO tuguan.application (number, quote, account, agency, partner, applicant_class, purpose, grounds, state,
                outcome, total_twd, outcome_rule, created, changed)
              SELECT :number, id, 'partner', CAST(:agency AS text), CAST(:partner AS bigint), 'city_agency', 'x', :grounds, :state, 'EXEMPT', 0, 'x', now(), now()
              FROM q RETURNING id)
            INSERT INTO tuguan.application_layer (application, layer, agency) SELECT id, :layer, 'construction' FROM a
            """)
        .param("number", number)
        .param("agency", agency)
        .param("partner", partner)
        .param("grounds", grounds)
        .param("state", state)
        .param("layer", layer)
        .update();
  }

  @Test
  void twoRequestsAtOnceSignOnce() throws Exception {
    String number = toPartner("blocks");
    ExecutorService both = Executors.newFixedThreadPool(2);
    Callable<JsonNode> sign = () -> post("officer", PATH + "/" + number + "/sign", "{}");
    int keys = 0;
    for (Future<JsonNode> each : both.invokeAll(List.of(sign, sign))) {
      assertThat(each.get().get("state").asString()).isEqualTo("IN_FORCE");
      keys += each.get().get("keys").size();
    }
    both.shutdown();
    assertThat(keys).as("secrets shown").isEqualTo(1);
    String id = "(SELECT id FROM tuguan.agreement WHERE number = '" + number + "')";
    assertThat(
            server.count(
                "SELECT count(*) FROM tuguan.agreement_event WHERE kind = 'SIGNED' AND agreement = "
                    + id))
        .isEqualTo(1);
    assertThat(server.count("SELECT count(*) FROM tuguan.access_key WHERE agreement = " + id))
        .isEqualTo(1);
    assertThat(server.count("SELECT count(*) FROM tuguan.layer_grant WHERE agreement = " + id))
        .isEqualTo(1);
  }

  @Test
  void onlyOfficersSignAndOnlyWhatIsApproved() {
    String number = toPartner("spots");
    assertThat(server.post("owner", PATH + "/" + number + "/sign", "{}").status()).isEqualTo(403);
    assertThat(server.post("kpi", PATH + "/" + number + "/sign", "{}").status()).isEqualTo(403);
    assertThat(server.get("planner", PATH + "/" + number).status()).as("not theirs").isEqualTo(404);
    assertThat(server.get("", PATH).status()).isEqualTo(401);
    String unapproved =
        post(
                "owner",
                PATH,
                body(
                    "\"with_agency\": \"fire\"",
                    "",
                    "{\"direction\": \"GIVEN\", \"layer\": \"spots\"}"))
            .get("number")
            .asString();
    assertThat(server.post("officer", PATH + "/" + unapproved + "/sign", "{}").status())
        .isEqualTo(409);
    assertThat(
            server
                .post(
                    "officer",
                    PATH,
                    body(
                        "\"with_agency\": \"nobody\"",
                        "",
                        "{\"direction\": \"GIVEN\", \"layer\": \"spots\"}"))
                .status())
        .isEqualTo(400);
    assertThat(
            server
                .post(
                    "officer",
                    PATH,
                    body(
                        "\"with_agency\": \"fire\"",
                        "",
                        "{\"direction\": \"GIVEN\", \"layer\": \"none\"}"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void whatWasChangedSinceItWasPricedIsNotSigned() {
    String number = toPartner("spots");
    JdbcAgreements agreements = server.bean(JdbcAgreements.class);
    Agreement read = agreements.findByNumber(number).orElseThrow();
    server
        .jdbc()
        .sql("UPDATE tuguan.agreement_layer SET rights = '{VIEW}' WHERE agreement = :id")
        .param("id", read.id())
        .update();
    AgreementMoves moves = server.bean(AgreementMoves.class);
    assertThatThrownBy(() -> moves.sign(read, read.layers(), "officer"))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("changed");
    assertThat(state(number)).isEqualTo("DRAFT");
    Agreement present = agreements.findByNumber(number).orElseThrow();
    assertThat(moves.sign(present, present.layers(), "officer")).hasSize(1);
  }

  @Test
  void nobodyGetsLayersOfTheirOwn() {
    String body =
        body(
            "\"with_agency\": \"fire\"", "", "{\"direction\": \"RECEIVED\", \"layer\": \"spots\"}");
    IssuingServer.Answer answer = server.post("officer", PATH, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text()).contains("layers", "belongs to the agency");
    assertThat(
            server
                .post(
                    "officer",
                    PATH,
                    body.replace("RECEIVED", "GIVEN")
                        .replace("\"construction\"", "\"police\"")
                        .replace("\"fire\"", "\"construction\""))
                .status())
        .isEqualTo(400);
  }

  @Test
  void balanceSheetSetsWhatIsForgoneAgainstWhatIsReceived() {
    String number = toPartner("blocks");
    post("officer", PATH + "/" + number + "/sign", "{}");
    used("partner", Long.toString(partner()), "blocks", today().toString(), 7);
    JsonNode sheet = server.get("officer", PATH + "/" + number).json();
    JsonNode given = sheet.get("layers").get(0);
    assertThat(given.get("value_twd").asLong()).as("full price by the fee engine").isPositive();
    assertThat(given.get("uses").asLong()).isEqualTo(7);
    JsonNode balance = sheet.get("balance");
    assertThat(balance.get("forgone_twd").asLong()).isEqualTo(given.get("value_twd").asLong());
    assertThat(balance.get("received_twd").asLong()).isEqualTo(500_000);
    assertThat(balance.get("balance_twd").asLong())
        .isEqualTo(500_000 - given.get("value_twd").asLong());
    JsonNode matrix = server.get("officer", PATH + "/matrix").json();
    assertThat(matrix.get("links").findValuesAsString("to")).contains("partner:" + partner());
    post("officer", PATH + "/" + number + "/end", "{\"reason\": \"x\"}");
  }

  @Test
  void theCalendarWarnsAndEnds() {
    String number = toPartner("secret");
    post("officer", PATH + "/" + number + "/sign", "{}");
    Agreements agreements = server.bean(Agreements.class);
    until(number, today().plusDays(5));
    agreements.keepUp();
    assertThat(state(number)).isEqualTo("EXPIRING");
    assertThat(
            server.count(
                "SELECT count(*) FROM tuguan.mail WHERE subject LIKE '%" + number + "%expiring%'"))
        .isPositive();
    server
        .jdbc()
        .sql(
            "UPDATE tuguan.agreement SET valid_from = valid_from - 9, first_day = first_day - 9 WHERE number = '"
                + number
                + "'")
        .update();
    until(number, today().minusDays(1));
    agreements.keepUp();
    assertThat(state(number)).isEqualTo("ENDED");
    assertThat(
            server.count(
                "SELECT count(*) FROM tuguan.access_key k JOIN tuguan.agreement g ON g.id = k.agreement WHERE revoked_at IS NULL AND number = '"
                    + number
                    + "'"))
        .isZero();
  }

  private static void until(String number, LocalDate day) {
    server
        .jdbc()
        .sql("UPDATE tuguan.agreement SET valid_until = :day WHERE number = :number")
        .param("day", day)
        .param("number", number)
        .update();
  }

  private static String state(String number) {
    return server.get("officer", PATH + "/" + number).json().get("state").asString();
  }

  @Test
  void aLayerThatIsNotSharedCanBeAskedForAndTheAnswerIsADraft() {
    server
        .jdbc()
        .sql(
            "UPDATE tuguan.layer SET offered = true, offer_zh = 'x', offer_en = 'x' WHERE name = 'secret'")
        .update();
    server.bean(CatalogStore.class).refresh();
    String asking = "{\"layer\": \"secret\", \"purpose\": \"救災\"}";
    JsonNode made = post("planner", "/api/v1/layer-requests", asking);
    assertThat(made.get("due").asString()).isGreaterThan(today().plusDays(13).toString());
    assertThat(server.post("planner", "/api/v1/layer-requests", asking).status()).isEqualTo(409);
    assertThat(
            server
                .post(
                    "planner",
                    "/api/v1/layer-requests",
                    "{\"layer\": \"spots\", \"purpose\": \"x\"}")
                .status())
        .as("open to everybody")
        .isEqualTo(409);
    String answer = "/api/v1/layer-requests/" + made.get("number").asString() + "/answer";
    assertThat(server.post("planner", answer, "{\"granted\": true}").status()).isEqualTo(403);
    JsonNode answered = post("owner", answer, "{\"granted\": true, \"reason\": \"同意\"}");
    assertThat(answered.get("state").asString()).isEqualTo("GRANTED");
    assertThat(state(answered.get("agreement").asString())).isEqualTo("DRAFT");
    assertThat(
            server.count(
                "SELECT count(*) FROM tuguan.mail WHERE subject LIKE '%"
                    + made.get("number").asString()
                    + "%'"))
        .isPositive();
  }

  // The circulation rate

  private static void used(String side, String id, String layer, String day, long uses) {
    server
        .jdbc()
        .sql(
            """
            INSERT INTO tuguan.usage_day (day, %s, layer, service, operation, class, uses, count, bytes)
            VALUES (CAST(:day AS date), CAST(:id AS %s), :layer, 'WMS', 'GetMap', 'use', :uses, :uses, 0)
            """
                .formatted(side, side.equals("agency") ? "text" : "bigint"))
        .param("day", day)
        .param("id", id)
        .param("layer", layer)
        .param("uses", uses)
        .update();
  }

  private static void agreement(String number, String with, String first, String last) {
    server
        .jdbc()
        .sql(
            """
            WITH g AS (
              INSERT INTO tuguan.agreement (number, state, agency, with_agency, purpose, legal_ground, approval, valid_from,
                valid_until, created, created_by, changed, first_day, last_day)
              VALUES (:number, 'ENDED', 'construction', :with, 'x', 'x', 'x', CAST(:first AS date), CAST(:last AS date),
                now(), 'x', now(), CAST(:first AS date), CAST(:last AS date)) RETURNING id)
            INSERT INTO tuguan.agreement_layer (agreement, position, direction, layer, title, rights)
            SELECT id, 0, 'GIVEN', 'roads', 'x', '{VIEW}' FROM g
            """)
        .param("number", number)
        .param("with", with)
        .param("first", first)
        .param("last", last)
        .update();
  }

  private static void delivered(String number, String agency, String at) {
    application(number, "DELIVERED", agency, null, "{}", "roads");
    server
        .jdbc()
        .sql(
            """
            INSERT INTO tuguan.application_event (application, at, kind, actor, party, from_state, to_state)
            SELECT id, CAST(:at AS timestamptz), 'move', 'system', 'SYSTEM', 'READY', 'DELIVERED'
            FROM tuguan.application WHERE number = :number
            """)
        .param("number", number)
        .param("at", at)
        .update();
  }

  private static String rate(String query) {
    JsonNode figure = server.get("", "/api/v1/circulation?" + query).json();
    return figure.get("adopters").asInt()
        + "/"
        + figure.get("agencies").asInt()
        + " by "
        + figure.get("rule").asInt();
  }

  private static void audit() {
    server.beans(AuditCheck.class).stream()
        .filter(each -> each.name().equals("circulation"))
        .forEach(AuditCheck::run);
  }

  /**
   * By hand: until 30 June 2011 civil-affairs and police were delivered to, and transportation used
   * what its agreement gives. fire comes in August. water-resources exists from 2012 on, when
   * transportation's agreement is over. In March 2012 civil-affairs' delivery is a year old; from
   * June on rule 2 asks for three uses, and fire has one.
   */
  @Test
  void aReplayedLogGivesTheRateThatWasCountedByHand() {
    delivered("A-100-1", "civil-affairs", "2011-03-01T09:00:00+08");
    delivered("A-100-2", "police", "2011-06-15T23:30:00+08");
    agreement("S-100-1", "transportation", "2011-01-10", "2011-12-31");
    used("agency", "transportation", "roads", "2011-05-05", 3);
    agreement("S-100-2", "fire", "2011-07-01", "2012-12-31");
    used("agency", "fire", "roads", "2011-08-01", 1);
    agreement("S-100-3", "water-resources", "2011-12-01", "2013-12-31");
    used("agency", "water-resources", "roads", "2011-12-20", 3);
    used("agency", "health", "roads", "2011-02-02", 100);
    server
        .jdbc()
        .sql(
            """
            INSERT INTO tuguan.adoption_rule (version, effective_from, months, applications, uses, made, made_by)
            VALUES (2, '2012-06-01', 12, 1, 3, now(), 'x')
            """)
        .update();

    assertThat(rate("on=2011-06-30")).isEqualTo("3/27 by 1");
    assertThat(rate("on=2011-12-31")).isEqualTo("4/27 by 1");
    assertThat(rate("on=2012-01-01")).isEqualTo("4/28 by 1");
    assertThat(rate("on=2012-03-01")).isEqualTo("3/28 by 1");
    assertThat(rate("on=2012-06-01")).isEqualTo("2/28 by 2");
    assertThat(rate("on=2012-06-01&rule=1")).as("both series stay").isEqualTo("3/28 by 1");

    JsonNode figure = server.get("", "/api/v1/circulation?on=2011-12-31&without=fire").json();
    assertThat(figure.get("rate").asDouble()).isEqualTo(0.148148);
    assertThat(figure.get("target").asDouble()).isEqualTo(0.5);
    assertThat(figure.get("without").get("excluded").get("agencies").asInt()).isEqualTo(26);
    assertThat(figure.get("without").get("not_adopting").get("adopters").asInt()).isEqualTo(3);
    audit();

    used("agency", "agriculture", "roads", "2011-05-06", 5);
    agreement("S-100-9", "agriculture", "2011-01-10", "2011-12-31");
    assertThat(rate("on=2011-06-30")).as("late records move nothing").isEqualTo("3/27 by 1");
    JsonNode recount = server.get("", "/api/v1/circulation?on=2011-06-30").json().get("recount");
    assertThat(recount.get("adopters").asInt()).isEqualTo(4);
    assertThat(recount.get("differs").asBoolean()).isTrue();
    audit();

    JsonNode series =
        server.get("", "/api/v1/circulation?from=2011-01-01&to=2012-12-31&step=year").json();
    assertThat(series.get("figures").findValuesAsString("on"))
        .containsExactly("2011-12-31", "2012-12-31");
    assertThat(
            server
                .get("", "/api/v1/circulation?from=2011-01-01&to=2011-12-31&format=csv")
                .text()
                .lines())
        .hasSize(13)
        .anyMatch(line -> line.startsWith("2011-12-31,4,27,0.148148,1,0.5,true"));
    JsonNode detail = server.get("kpi", "/api/v1/circulation/agencies/fire?on=2011-12-31").json();
    assertThat(detail.get("adopted").asBoolean()).isTrue();
    assertThat(detail.get("events").get(0).get("reference").asString()).isEqualTo("S-100-2");

    assertThat(server.get("", "/api/v1/circulation?on=2011-12-31&format=pdf").text())
        .startsWith("%PDF-1.7")
        .as("one page")
        .contains("/Count 1");

    server.jdbc().sql("DELETE FROM tuguan.usage_day WHERE agency = 'fire'").update();
    assertThatThrownBy(SharingTest::audit)
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("S-100-2");
    used("agency", "fire", "roads", "2011-08-01", 1);
    audit();
  }

  @Test
  void yesterdaysFigureIsTheSameTomorrow() {
    String yesterday = "on=" + today().minusDays(2);
    String before = rate(yesterday);
    agreement("S-110-1", "culture", "2020-01-01", "2099-12-31");
    used("agency", "culture", "roads", today().minusDays(3).toString(), 5);
    assertThat(rate(yesterday)).isEqualTo(before);
    JsonNode present = server.get("", "/api/v1/circulation").json();
    assertThat(present.get("published").isNull()).as("today is not over").isTrue();
    assertThat(present.get("adopter_list").findValuesAsString("id")).contains("culture");
    assertThatThrownBy(
            () -> server.jdbc().sql("UPDATE tuguan.circulation_figure SET adopters = 1").update())
        .hasMessageContaining("append-only");
  }

  @Test
  void daysThatCannotBeToldAreRefused() {
    for (String query :
        List.of(
            "on=" + today().plusDays(1),
            "on=2010-12-24",
            "on=x",
            "from=2012-01-01&to=2011-01-01",
            "on=2011-01-01&from=2011-01-01",
            "rule=99",
            "step=week&from=2011-01-01",
            "from=2011-01-01&step=day",
            "format=xml",
            "without=nobody")) {
      assertThat(server.get("", "/api/v1/circulation?" + query).status()).as(query).isEqualTo(400);
    }
    assertThat(server.get("", "/api/v1/circulation/near").status()).isIn(401, 403);
    assertThat(server.get("officer", "/api/v1/circulation/near").status()).isEqualTo(200);
    assertThat(server.post("officer", "/api/v1/circulation/rules", "{}").status()).isEqualTo(403);
    assertThat(
            server
                .post("kpi", "/api/v1/circulation/rules", "{\"effective_from\": \"2011-01-01\"}")
                .status())
        .isEqualTo(400);
    assertThat(
            server
                .post("kpi", "/api/v1/circulation/rules", "{\"applications\": 0, \"uses\": 0}")
                .status())
        .as("nobody could adopt")
        .isEqualTo(400);
  }
}
