package org.tuguan.api.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.core.RequestException;
import org.tuguan.core.sharing.AgreementState;
import org.tuguan.core.sharing.AgreementTerm;
import tools.jackson.databind.JsonNode;

/** Agreements are written, signed and ended, over HTTP. */
class AgreementsTest {
  private static final String TILE = "/tiles/secret/14/13683/7055.png";

  @RegisterExtension static final Sharing SHARING = new Sharing();

  @Test
  void signingGivesRightsAndKeysAndEndingTakesAllOfThemBack() {
    String number = SHARING.toPartner("secret");
    assertThat(SHARING.server().get("partner", TILE).status()).isNotEqualTo(200);
    assertThat(layer("partner", "secret")).isNotEqualTo(200);

    JsonNode signed = SHARING.sign(number);
    assertThat(signed.get("state").asString()).isEqualTo("IN_FORCE");
    String key = signed.get("keys").get(0).get("key").asString();
    assertThat(SHARING.server().get("partner", TILE).status()).isEqualTo(200);
    assertThat(layer("partner", "secret")).isEqualTo(200);
    assertThat(SHARING.server().get("", TILE + "?key=" + key).status()).isEqualTo(200);
    assertThat(SHARING.server().get("", TILE + "?key=" + key).status())
        .as("from the cache")
        .isEqualTo(200);
    assertThat(SHARING.server().get("", TILE).status()).as("nobody").isNotEqualTo(200);
    String link = SHARING.link(null, SHARING.partner(), number);
    assertThat(SHARING.server().send("HEAD", "", link, "").status()).isEqualTo(200);

    JsonNode ended =
        SHARING.post("officer", Sharing.PATH + "/" + number + "/end", "{\"reason\": \"期滿前合意終止\"}");
    assertThat(ended.get("state").asString()).isEqualTo("ENDED");
    assertThat(ended.get("last_day").asString()).isEqualTo(Sharing.today().minusDays(1).toString());
    assertThat(SHARING.server().get("partner", TILE).status()).isNotEqualTo(200);
    assertThat(layer("partner", "secret")).isNotEqualTo(200);
    assertThat(SHARING.server().get("", TILE + "?key=" + key).status()).isNotEqualTo(200);
    assertThat(SHARING.server().send("HEAD", "", link, "").status()).isEqualTo(403);
    assertThat(
            SHARING
                .server()
                .count(
                    "SELECT count(*) FROM tuguan.layer_grant WHERE agreement IS NOT NULL AND layer = 'secret'"))
        .isZero();
    assertThat(
            SHARING
                .post("officer", Sharing.PATH + "/" + number + "/end", "{\"reason\": \"x\"}")
                .get("timeline"))
        .as("ending twice does no harm")
        .hasSameSizeAs(ended.get("timeline"));
  }

  private static int layer(String account, String name) {
    return SHARING.server().get(account, "/api/v1/layers/" + name).status();
  }

  @Test
  void twoRequestsAtOnceSignOnce() throws Exception {
    String number = SHARING.toPartner("blocks");
    ExecutorService both = Executors.newFixedThreadPool(2);
    String seen = SHARING.seen(number, "{}");
    Callable<JsonNode> sign =
        () -> SHARING.post("officer", Sharing.PATH + "/" + number + "/sign", seen);
    int keys = 0;
    for (Future<JsonNode> each : both.invokeAll(List.of(sign, sign))) {
      assertThat(each.get().get("state").asString()).isEqualTo("IN_FORCE");
      keys += each.get().get("keys").size();
    }
    both.shutdown();
    assertThat(keys).as("secrets shown").isEqualTo(1);
    String id = "(SELECT id FROM tuguan.agreement WHERE number = '" + number + "')";
    assertThat(
            SHARING
                .server()
                .count(
                    "SELECT count(*) FROM tuguan.agreement_event WHERE kind = 'SIGNED' AND agreement = "
                        + id))
        .isEqualTo(1);
    assertThat(
            SHARING
                .server()
                .count("SELECT count(*) FROM tuguan.access_key WHERE agreement = " + id))
        .isEqualTo(1);
    assertThat(
            SHARING
                .server()
                .count("SELECT count(*) FROM tuguan.layer_grant WHERE agreement = " + id))
        .isEqualTo(1);
  }

  @Test
  void onlyOfficersSignAndOnlyWhatIsApproved() {
    String number = SHARING.toPartner("spots");
    assertThat(SHARING.server().post("owner", Sharing.PATH + "/" + number + "/sign", "{}").status())
        .isEqualTo(403);
    assertThat(SHARING.server().post("kpi", Sharing.PATH + "/" + number + "/sign", "{}").status())
        .isEqualTo(403);
    assertThat(SHARING.server().get("planner", Sharing.PATH + "/" + number).status())
        .as("not theirs")
        .isEqualTo(404);
    assertThat(SHARING.server().get("", Sharing.PATH).status()).isEqualTo(401);
    String unapproved =
        SHARING
            .post(
                "owner",
                Sharing.PATH,
                Sharing.body(
                    "\"with_agency\": \"fire\"",
                    "",
                    "{\"direction\": \"GIVEN\", \"layer\": \"spots\"}"))
            .get("number")
            .asString();
    assertThat(
            SHARING
                .server()
                .post(
                    "officer",
                    Sharing.PATH + "/" + unapproved + "/sign",
                    SHARING.seen(unapproved, "{}"))
                .status())
        .isEqualTo(409);
    assertThat(
            SHARING
                .server()
                .post(
                    "officer",
                    Sharing.PATH,
                    Sharing.body(
                        "\"with_agency\": \"nobody\"",
                        "",
                        "{\"direction\": \"GIVEN\", \"layer\": \"spots\"}"))
                .status())
        .isEqualTo(400);
    assertThat(
            SHARING
                .server()
                .post(
                    "officer",
                    Sharing.PATH,
                    Sharing.body(
                        "\"with_agency\": \"fire\"",
                        "",
                        "{\"direction\": \"GIVEN\", \"layer\": \"none\"}"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void aDraftIsReadAndWrittenAnewUntilItIsSigned() {
    String number = SHARING.toPartner("spots");
    String one = Sharing.PATH + "/" + number;
    JsonNode draft = SHARING.get("owner", one);
    assertThat(draft.get("may_change").asBoolean()).isTrue();
    assertThat(draft.get("area").get("type").asString()).isEqualTo("MultiPolygon");
    assertThat(SHARING.get("kpi", one).get("area").isNull()).as("for those who write it").isTrue();

    String changed =
        Sharing.body("\"with_agency\": \"fire\"", "府授研字第2號", Sharing.given("blocks"))
            .replace("共同維運", "防災")
            .replace(IssuingData.MIDDLE, draft.get("area").toString());
    assertThat(SHARING.server().send("PUT", "kpi", one, changed).status()).isEqualTo(403);
    JsonNode written = SHARING.put("owner", one, SHARING.seen(number, changed));
    assertThat(written.get("purpose").asString()).isEqualTo("防災");
    assertThat(written.get("with").get("agency").asString()).isEqualTo("fire");
    assertThat(written.get("layers").findValuesAsString("layer")).containsExactly("blocks");
    assertThat(written.get("area")).as("every digit of it").isEqualTo(draft.get("area"));

    assertThat(SHARING.sign(number).get("area").isNull()).isTrue();
    assertThat(SHARING.server().send("PUT", "officer", one, changed).status()).isEqualTo(409);
    SHARING.end(number, "x");
  }

  @Test
  void nobodySignsOrWritesOverATextThatTheyHaveNotSeen() {
    String number = SHARING.toPartner("spots");
    String one = Sharing.PATH + "/" + number;
    String body = Sharing.body("\"with_agency\": \"fire\"", "府授研字第2號", Sharing.given("blocks"));
    String opened = SHARING.seen(number, "{}");
    String mine = SHARING.seen(number, body);
    SHARING.put("owner", one, SHARING.seen(number, body.replace("共同維運", "防災")));

    for (IssuingServer.Answer refused :
        List.of(
            SHARING.server().post("officer", one + "/sign", opened),
            SHARING.server().send("PUT", "officer", one, mine))) {
      assertThat(refused.status()).as(refused.text()).isEqualTo(409);
      assertThat(refused.text()).contains("已有修改", "was changed after you opened it");
    }
    for (IssuingServer.Answer refused :
        List.of(
            SHARING.server().post("officer", one + "/sign", "{}"),
            SHARING.server().send("PUT", "officer", one, body))) {
      assertThat(refused.status()).as("does not say what was seen").isEqualTo(400);
    }
    assertThat(SHARING.get("officer", one).get("purpose").asString()).isEqualTo("防災");
    String present = SHARING.seen(number, "{}");
    SHARING.post("officer", one + "/sign", present);
    assertThat(SHARING.post("officer", one + "/sign", present).get("keys")).as("again").isEmpty();
    SHARING.end(number, "x");
  }

  @Test
  void whatWasChangedSinceItWasPricedIsNotSigned() {
    String number = SHARING.toPartner("spots");
    JdbcAgreements agreements = SHARING.bean(JdbcAgreements.class);
    Agreement read = agreements.findByNumber(number).orElseThrow();
    SHARING
        .server()
        .jdbc()
        .sql("UPDATE tuguan.agreement_layer SET rights = '{VIEW}' WHERE agreement = :id")
        .param("id", read.id())
        .update();
    AgreementMoves moves = SHARING.bean(AgreementMoves.class);
    assertThatThrownBy(() -> moves.sign(read, read.layers(), "officer"))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("changed");
    assertThat(SHARING.state(number)).isEqualTo("DRAFT");
    Agreement present = agreements.findByNumber(number).orElseThrow();
    assertThat(moves.sign(present, present.layers(), "officer")).hasSize(1);
  }

  @Test
  void nobodyGetsLayersOfTheirOwn() {
    String body =
        Sharing.body(
            "\"with_agency\": \"fire\"", "", "{\"direction\": \"RECEIVED\", \"layer\": \"spots\"}");
    IssuingServer.Answer answer = SHARING.server().post("officer", Sharing.PATH, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text()).contains("layers", "belongs to the agency");
    assertThat(
            SHARING
                .server()
                .post(
                    "officer",
                    Sharing.PATH,
                    body.replace("RECEIVED", "GIVEN")
                        .replace("\"construction\"", "\"police\"")
                        .replace("\"fire\"", "\"construction\""))
                .status())
        .isEqualTo(400);
  }

  @Test
  void balanceSheetSetsWhatIsForgoneAgainstWhatIsReceived() {
    String number = SHARING.toPartner("blocks");
    SHARING.sign(number);
    SHARING.used(
        "partner", Long.toString(SHARING.partner()), "blocks", Sharing.today().toString(), 7);
    JsonNode sheet = SHARING.server().get("officer", Sharing.PATH + "/" + number).json();
    JsonNode given = sheet.get("layers").get(0);
    assertThat(given.get("value_twd").asLong()).as("full price by the fee engine").isPositive();
    assertThat(given.get("uses").asLong()).isEqualTo(7);
    JsonNode balance = sheet.get("balance");
    assertThat(balance.get("forgone_twd").asLong()).isEqualTo(given.get("value_twd").asLong());
    assertThat(balance.get("received_twd").asLong()).isEqualTo(500_000);
    assertThat(balance.get("balance_twd").asLong())
        .isEqualTo(500_000 - given.get("value_twd").asLong());
    JsonNode matrix = SHARING.server().get("officer", Sharing.PATH + "/matrix").json();
    assertThat(matrix.get("links").findValuesAsString("to"))
        .contains("partner:" + SHARING.partner());
    SHARING.post("officer", Sharing.PATH + "/" + number + "/end", "{\"reason\": \"x\"}");
  }

  @Test
  void theCalendarWarnsAndEnds() {
    String number = SHARING.toPartner("secret");
    SHARING.sign(number);
    AgreementCalendar calendar = SHARING.bean(AgreementCalendar.class);
    until(number, Sharing.today().plusDays(5));
    calendar.keepUp();
    assertThat(SHARING.state(number)).isEqualTo("EXPIRING");
    assertThat(
            SHARING
                .server()
                .count(
                    "SELECT count(*) FROM tuguan.mail WHERE subject LIKE '%"
                        + number
                        + "%expiring%'"))
        .isPositive();
    SHARING
        .server()
        .jdbc()
        .sql(
            "UPDATE tuguan.agreement SET valid_from = valid_from - 9, first_day = first_day - 9 WHERE number = '"
                + number
                + "'")
        .update();
    until(number, Sharing.today().minusDays(1));
    calendar.keepUp();
    assertThat(SHARING.state(number)).isEqualTo("ENDED");
    assertThat(
            SHARING
                .server()
                .count(
                    "SELECT count(*) FROM tuguan.access_key k JOIN tuguan.agreement g ON g.id = k.agreement WHERE revoked_at IS NULL AND number = '"
                        + number
                        + "'"))
        .isZero();
  }

  private static void until(String number, LocalDate day) {
    SHARING
        .server()
        .jdbc()
        .sql("UPDATE tuguan.agreement SET valid_until = :day WHERE number = :number")
        .param("day", day)
        .param("number", number)
        .update();
  }

  /** Every twenty seconds: one that needs nothing is not even locked. */
  @Test
  void theCalendarLooksOnlyAtThoseThatItMoves() {
    String number = SHARING.toPartner("spots");
    SHARING.sign(number);
    JdbcAgreements agreements = SHARING.bean(JdbcAgreements.class);
    long id = agreements.findByNumber(number).orElseThrow().id();
    int notice = SHARING.bean(SharingProperties.class).noticeDays();
    SHARING
        .server()
        .jdbc()
        .sql("UPDATE tuguan.agreement SET valid_from = valid_from - 400 WHERE id = :id")
        .param("id", id)
        .update();
    for (int days : List.of(300, notice + 1, notice, notice - 1, 0, -1)) {
      until(number, Sharing.today().plusDays(days));
      AgreementState wanted =
          AgreementTerm.stateOn(
              Sharing.today(),
              Sharing.today().minusDays(400),
              Sharing.today().plusDays(days),
              notice);
      assertThat(agreements.listDue(Sharing.today(), notice).contains(id))
          .as(days + " days are left")
          .isEqualTo(wanted != AgreementState.IN_FORCE);
    }
    until(number, Sharing.today().plusDays(300));
    SHARING.end(number, "x");
    assertThat(agreements.listDue(Sharing.today().plusYears(9), notice)).doesNotContain(id);
  }
}
