package org.tuguan.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tuguan.api.security.Browser;
import org.tuguan.api.security.PeopleServer;
import tools.jackson.databind.JsonNode;

/** From asking for an account to signing in, and what others may not do on the way. */
@PeopleServer
class SignUpTest {
  private static final String PASSWORD = "five little ducks went out";
  private static final Pattern TOKEN = Pattern.compile("#(?:confirm|token)=([\\w-]+)");

  @LocalServerPort private int port;

  @Test
  void whoAsksConfirmsAndIsApprovedSignsIn() {
    Browser person = new Browser(port);
    assertThat(person.post("/api/v1/sign-ups", form("wang@example.tw", PASSWORD)).status())
        .isEqualTo(202);
    assertThat(person.signIn("wang@example.tw", PASSWORD).status()).isEqualTo(401);

    Browser officer = signedIn("officer");
    assertThat(officer.get("/api/v1/sign-ups").body()).doesNotContain("wang@example.tw");
    String token = token("wang@example.tw");
    String confirmation = "{\"token\": \"%s\"}".formatted(token);
    assertThat(person.post("/api/v1/sign-ups/confirmations", confirmation).status()).isEqualTo(204);
    assertThat(person.post("/api/v1/sign-ups/confirmations", confirmation).status())
        .as("a second time")
        .isEqualTo(404);
    assertThat(person.signIn("wang@example.tw", PASSWORD).status()).isEqualTo(401);

    long id = waiting(officer, "wang@example.tw");
    String approval = "/api/v1/sign-ups/" + id + "/approval";
    assertThat(person.post(approval, "{}").status()).isEqualTo(401);
    assertThat(signedIn("owner").post(approval, "{}").status()).isEqualTo(403);
    assertThat(officer.post(approval, "{}").status()).isEqualTo(204);
    assertThat(officer.post(approval, "{}").status()).isEqualTo(404);

    assertThat(person.signIn("Wang@Example.tw", PASSWORD).status()).isEqualTo(204);
    JsonNode own = person.get("/api/v1/account").json();
    assertThat(own.get("partner").get("name").asString()).isEqualTo("王氏測量");
    assertThat(own.get("partner").get("applicant_class").asString()).isEqualTo("company");
    assertThat(own.get("name").asString()).doesNotContain("wang");
  }

  @Test
  void theAnswerDoesNotTellWhetherAnAddressHasAnAccount() {
    Browser person = new Browser(port);
    Browser.Answer known = person.post("/api/v1/sign-ups", form("partner@demo.invalid", PASSWORD));
    Browser.Answer unknown = person.post("/api/v1/sign-ups", form("new@example.tw", PASSWORD));
    assertThat(known).isEqualTo(unknown);
    assertThat(person.post("/api/v1/password-links", "{\"email\": \"partner@demo.invalid\"}"))
        .isEqualTo(person.post("/api/v1/password-links", "{\"email\": \"none@example.tw\"}"));
  }

  @Test
  void weakPasswordsAndBadFieldsAreNamed() {
    Browser person = new Browser(port);
    assertThat(parameter(person, form("a@example.tw", "too short"))).isEqualTo("password");
    assertThat(parameter(person, form("a@example.tw", "password1234"))).isEqualTo("password");
    assertThat(parameter(person, form("a@example.tw", "aaaaaaaaaaaaaaaa"))).isEqualTo("password");
    assertThat(parameter(person, form("somebody@example.tw", "i am somebody else")))
        .isEqualTo("password");
    assertThat(parameter(person, form("no address", PASSWORD))).isEqualTo("email");
    assertThat(
            parameter(person, form("a@example.tw", PASSWORD).replace("company", "no-such-class")))
        .isEqualTo("applicant_class");
  }

  @Test
  void whoIsInvitedChoosesAPasswordAndWhoForgotItAnother() {
    Browser admin = signedIn("admin");
    Browser.Answer invited =
        admin.post(
            "/api/v1/users",
            """
            {"email": "chen@taichung.example", "display_name": "陳", "agency": "construction",
             "roles": ["OWNER"]}
            """);
    assertThat(invited.status()).isEqualTo(201);
    String name = invited.json().get("name").asString();
    Browser person = new Browser(port);
    String first = token("chen@taichung.example");
    assertThat(usePassword(person, first, PASSWORD)).isEqualTo(204);
    assertThat(usePassword(person, first, PASSWORD + "!")).as("once").isEqualTo(404);
    assertThat(person.signIn("chen@taichung.example", PASSWORD).status()).isEqualTo(204);
    assertThat(person.get("/api/v1/session").body()).contains("OWNER", "construction");

    person.post("/api/v1/password-links", "{\"email\": \"chen@taichung.example\"}");
    String second = tokenOtherThan(first, "chen@taichung.example");
    assertThat(usePassword(new Browser(port), second, "another long enough one")).isEqualTo(204);
    assertThat(person.get("/api/v1/session").json().get("user").isNull())
        .as("the old session has ended")
        .isTrue();
    assertThat(person.signIn(name, "another long enough one").status()).isEqualTo(204);
  }

  private static String parameter(Browser person, String form) {
    Browser.Answer answer = person.post("/api/v1/sign-ups", form);
    assertThat(answer.status()).isEqualTo(400);
    return answer.json().get("parameter").asString();
  }

  private static int usePassword(Browser browser, String token, String password) {
    String body = "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, password);
    return browser.post("/api/v1/passwords", body).status();
  }

  private static String form(String email, String password) {
    return """
        {"email": "%s", "display_name": "王先生", "organisation": "王氏測量",
         "applicant_class": "company", "purpose": "道路設計", "password": "%s", "language": "zh-TW"}
        """
        .formatted(email, password);
  }

  private static long waiting(Browser officer, String email) {
    for (JsonNode each : officer.get("/api/v1/sign-ups").json().get("sign_ups")) {
      if (each.get("email").asString().equals(email)) {
        return each.get("id").asLong();
      }
    }
    throw new AssertionError("nobody waits of " + email);
  }

  private String token(String email) {
    return tokenOtherThan("", email);
  }

  /** Out of the newest message to an address; a reset is written a moment after it is asked for. */
  private String tokenOtherThan(String former, String email) {
    Browser admin = signedIn("admin");
    for (int i = 0; i < 100; i++) {
      for (JsonNode each : admin.get("/api/v1/mail").json().get("messages")) {
        Matcher found = TOKEN.matcher(each.get("body").asString());
        if (each.get("recipient").asString().equals(email)
            && found.find()
            && !found.group(1).equals(former)) {
          return found.group(1);
        }
      }
    }
    throw new AssertionError("no message to " + email);
  }

  private Browser signedIn(String name) {
    Browser browser = new Browser(port);
    assertThat(browser.signIn(name, "demo-" + name).status()).isEqualTo(204);
    return browser;
  }
}
