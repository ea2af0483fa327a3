package org.tuguan.api.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tuguan.api.audit.AuditCheck;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.core.RequestException;
import tools.jackson.databind.JsonNode;

/** The circulation rate, over HTTP. */
class CirculationTest {
  @RegisterExtension static final Sharing SHARING = new Sharing();

  private static void agreement(String number, String with, String first, String last) {
    SHARING
        .server()
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
    SHARING.application(number, "DELIVERED", agency, null, "{}", "roads");
    SHARING
        .server()
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

  /** As those see it who answer for it, and so fix it. */
  private static String rate(String query) {
    return rate("kpi", query);
  }

  private static String rate(String account, String query) {
    JsonNode figure = SHARING.get(account, "/api/v1/circulation?" + query);
    return figure.get("adopters").asInt()
        + "/"
        + figure.get("agencies").asInt()
        + " by "
        + figure.get("rule").asInt();
  }

  private static void audit() {
    SHARING.server().beans(AuditCheck.class).stream()
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
    SHARING.used("agency", "transportation", "roads", "2011-05-05", 3);
    agreement("S-100-2", "fire", "2011-07-01", "2012-12-31");
    SHARING.used("agency", "fire", "roads", "2011-08-01", 1);
    agreement("S-100-3", "water-resources", "2011-12-01", "2013-12-31");
    SHARING.used("agency", "water-resources", "roads", "2011-12-20", 3);
    SHARING.used("agency", "health", "roads", "2011-02-02", 100);
    SHARING
        .server()
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

    JsonNode figure =
        SHARING.server().get("", "/api/v1/circulation?on=2011-12-31&without=fire").json();
    assertThat(figure.get("rate").asDouble()).isEqualTo(0.148148);
    assertThat(figure.get("target").asDouble()).isEqualTo(0.5);
    assertThat(figure.get("without").get("excluded").get("agencies").asInt()).isEqualTo(26);
    assertThat(figure.get("without").get("not_adopting").get("adopters").asInt()).isEqualTo(3);
    audit();

    SHARING.used("agency", "agriculture", "roads", "2011-05-06", 5);
    agreement("S-100-9", "agriculture", "2011-01-10", "2011-12-31");
    assertThat(rate("on=2011-06-30")).as("late records move nothing").isEqualTo("3/27 by 1");
    JsonNode recount =
        SHARING.server().get("", "/api/v1/circulation?on=2011-06-30").json().get("recount");
    assertThat(recount.get("adopters").asInt()).isEqualTo(4);
    assertThat(recount.get("differs").asBoolean()).isTrue();
    audit();

    JsonNode series =
        SHARING
            .server()
            .get("", "/api/v1/circulation?from=2011-01-01&to=2012-12-31&step=year")
            .json();
    assertThat(series.get("figures").findValuesAsString("on"))
        .containsExactly("2011-12-31", "2012-12-31");
    assertThat(
            SHARING
                .server()
                .get("", "/api/v1/circulation?from=2011-01-01&to=2011-12-31&format=csv")
                .text()
                .lines())
        .hasSize(13)
        .anyMatch(line -> line.startsWith("2011-12-31,4,27,0.148148,1,0.5,true"));
    JsonNode detail =
        SHARING.server().get("kpi", "/api/v1/circulation/agencies/fire?on=2011-12-31").json();
    assertThat(detail.get("adopted").asBoolean()).isTrue();
    assertThat(detail.get("events").get(0).get("reference").asString()).isEqualTo("S-100-2");

    assertThat(SHARING.server().get("", "/api/v1/circulation?on=2011-12-31&format=pdf").text())
        .startsWith("%PDF-1.7")
        .as("one page")
        .contains("/Count 1");

    SHARING.server().jdbc().sql("DELETE FROM tuguan.usage_day WHERE agency = 'fire'").update();
    assertThatThrownBy(CirculationTest::audit)
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("S-100-2");
    SHARING.used("agency", "fire", "roads", "2011-08-01", 1);
    audit();
  }

  @Test
  void yesterdaysFigureIsTheSameTomorrow() {
    String yesterday = "on=" + Sharing.today().minusDays(2);
    String before = rate(yesterday);
    agreement("S-110-1", "culture", "2020-01-01", "2099-12-31");
    SHARING.used("agency", "culture", "roads", Sharing.today().minusDays(3).toString(), 5);
    assertThat(rate(yesterday)).isEqualTo(before);
    JsonNode present = SHARING.server().get("", "/api/v1/circulation").json();
    assertThat(present.get("published").isNull()).as("today is not over").isTrue();
    assertThat(present.get("adopter_list").findValuesAsString("id")).contains("culture");
    assertThatThrownBy(
            () ->
                SHARING
                    .server()
                    .jdbc()
                    .sql("UPDATE tuguan.circulation_figure SET adopters = 1")
                    .update())
        .hasMessageContaining("append-only");
  }

  @Test
  void daysThatCannotBeToldAreRefused() {
    for (String query :
        List.of(
            "on=" + Sharing.today().plusDays(1),
            "on=2010-12-24",
            "on=x",
            "from=2012-01-01&to=2011-01-01",
            "on=2011-01-01&from=2011-01-01",
            "rule=99",
            "step=week&from=2011-01-01",
            "from=2011-01-01&step=day",
            "format=xml",
            "without=nobody")) {
      assertThat(SHARING.server().get("", "/api/v1/circulation?" + query).status())
          .as(query)
          .isEqualTo(400);
    }
    assertThat(SHARING.server().get("", "/api/v1/circulation/near").status()).isIn(401, 403);
    assertThat(SHARING.server().get("officer", "/api/v1/circulation/near").status()).isEqualTo(200);
    assertThat(SHARING.server().post("officer", "/api/v1/circulation/rules", "{}").status())
        .isEqualTo(403);
    assertThat(
            SHARING
                .server()
                .post("kpi", "/api/v1/circulation/rules", "{\"effective_from\": \"2011-01-01\"}")
                .status())
        .isEqualTo(400);
    assertThat(
            SHARING
                .server()
                .post("kpi", "/api/v1/circulation/rules", "{\"applications\": 0, \"uses\": 0}")
                .status())
        .as("nobody could adopt")
        .isEqualTo(400);
  }

  private static long fixed() {
    return SHARING.server().count("SELECT count(*) FROM tuguan.circulation_figure");
  }

  @Test
  void onlyThoseWhoAnswerForTheRateFixIt() {
    String path = "/api/v1/circulation";
    long before = fixed();
    for (String account : List.of("", "planner", "owner", "partner")) {
      JsonNode figure = SHARING.get(account, path + "?on=2014-03-31");
      assertThat(figure.get("published").isNull()).as("marked as not fixed").isTrue();
      SHARING.get(account, path + "?from=2014-01-01&to=2014-06-30");
      assertThat(SHARING.server().get(account, path + "?on=2014-03-31&format=pdf").status())
          .isEqualTo(200);
    }
    assertThat(
            SHARING
                .server()
                .get("", path + "?from=2014-01-01&to=2014-03-31&format=csv")
                .text()
                .lines())
        .anyMatch(line -> line.startsWith("2014-03-31,") && line.endsWith(",false"));
    assertThat(fixed()).as("nothing was fixed").isEqualTo(before);

    assertThat(SHARING.get("officer", path + "?on=2014-03-31").get("published").isNull()).isFalse();
    assertThat(fixed()).isEqualTo(before + 1);
    assertThat(SHARING.get("", path + "?on=2014-03-31").get("published").isNull()).isFalse();
  }

  @Test
  void aFewDaysThatAreNotFixedAreCountedForEverybody() {
    String path = "/api/v1/circulation?from=2013-01-01&to=%s&step=day";
    long before = fixed();
    assertThat(SHARING.server().get("", path.formatted("2013-03-03")).status()).isEqualTo(200);
    IssuingServer.Answer refused = SHARING.server().get("", path.formatted("2013-03-04"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("from", "63", "62");
    assertThat(fixed()).isEqualTo(before);
    SHARING.get("kpi", path.formatted("2013-03-04"));
    assertThat(SHARING.server().get("", path.formatted("2013-03-04")).status())
        .as("they are fixed now, and only read")
        .isEqualTo(200);
  }

  @Test
  void anAddressAsksForTheRateNotTooOften() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(SHARING.server().base() + "/api/v1/circulation?on=2010-01-01"))
            .header("X-Forwarded-For", "203.0.113.9")
            .build();
    int passed = 0;
    while (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 400) {
      passed++;
    }
    assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(429);
    assertThat(passed).isBetween(40, 60);
  }
}
