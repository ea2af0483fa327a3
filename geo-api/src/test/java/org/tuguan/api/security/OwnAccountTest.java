package org.tuguan.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import tools.jackson.databind.JsonNode;

/** What people do with their own account. */
@PeopleServer
class OwnAccountTest {
  private static final String PASSWORD = "the cat sat on the mat";
  private static final String ENCODED =
      PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(PASSWORD);

  private final JdbcClient jdbc = JdbcClient.create(PeopleDatabase.DATABASE.dataSource());
  @LocalServerPort private int port;

  @BeforeEach
  void forgetWrongPasswords() {
    jdbc.sql("DELETE FROM tuguan.sign_in_failure").update();
  }

  @Test
  void aSecondFactorIsAskedForAndEachCodeCountsOnce() {
    Browser browser = person("second");
    JsonNode made = browser.post("/api/v1/account/second-factor", "{}").json();
    String secret = made.get("secret").asString();
    assertThat(made.get("uri").asString()).startsWith("otpauth://totp/").contains(secret);
    assertThat(browser.put("/api/v1/account/second-factor", factor(secret, "000000")).status())
        .isEqualTo(400);
    Browser.Answer added =
        browser.put("/api/v1/account/second-factor", factor(secret, code(secret, 0)));
    assertThat(added.status()).isEqualTo(200);
    assertThat(browser.get("/api/v1/account").json().get("second_factor").asBoolean()).isTrue();

    Browser next = new Browser(port);
    assertThat(next.signIn("second", PASSWORD).json().get("fault").asString())
        .isEqualTo("CODE_NEEDED");
    String code = code(secret, 0);
    assertThat(next.signIn("second", PASSWORD, code).status()).isEqualTo(204);
    assertThat(new Browser(port).signIn("second", PASSWORD, code).json().get("fault").asString())
        .isEqualTo("CODE_WRONG");
    String recovery = added.json().get("recovery_codes").get(0).asString();
    assertThat(new Browser(port).signIn("second", PASSWORD, recovery).status()).isEqualTo(204);
    assertThat(new Browser(port).signIn("second", PASSWORD, recovery).status()).isEqualTo(401);
    assertThat(
            jdbc.sql("SELECT recovery_codes::text FROM tuguan.account WHERE name = 'second'")
                .query(String.class)
                .single())
        .doesNotContain(recovery);
  }

  @Test
  void aNewPasswordEndsAllOtherSessions() {
    Browser here = person("third");
    Browser there = new Browser(port);
    assertThat(there.signIn("third", PASSWORD).status()).isEqualTo(204);
    String body =
        "{\"current\": \"%s\", \"password\": \"the dog sat on the cat\"}".formatted(PASSWORD);
    assertThat(here.put("/api/v1/account/password", body).status()).isEqualTo(204);
    assertThat(here.get("/api/v1/session").json().get("user").asString()).isEqualTo("third");
    assertThat(there.get("/api/v1/session").json().get("user").isNull()).isTrue();
  }

  @Test
  void whoHoldsAStolenSessionCannotGuessThePassword() {
    Browser browser = person("fifth");
    for (int i = 0; i < 20; i++) {
      assertThat(erase(browser, "guess " + i)).isEqualTo(403);
    }
    assertThat(erase(browser, PASSWORD)).as("locked").isEqualTo(403);
    jdbc.sql("DELETE FROM tuguan.sign_in_failure").update();
    assertThat(erase(browser, PASSWORD)).isEqualTo(204);
  }

  @Test
  void peopleTakeTheirDataWithThemAndLeave() {
    Browser browser = person("fourth");
    JsonNode export = browser.get("/api/v1/account/export").json();
    assertThat(export.get("email").asString()).isEqualTo("fourth@example.tw");
    assertThat(export.toString()).doesNotContain("bcrypt", "password");
    assertThat(new Browser(port).get("/api/v1/account/export").status()).isEqualTo(401);
    assertThat(erase(browser, "wrong")).isEqualTo(403);
    assertThat(erase(browser, PASSWORD)).isEqualTo(204);
    assertThat(browser.get("/api/v1/session").json().get("user").isNull()).isTrue();
    assertThat(new Browser(port).signIn("fourth", PASSWORD).status()).isEqualTo(401);
  }

  private static int erase(Browser browser, String password) {
    return browser.delete("/api/v1/account", "{\"current\": \"%s\"}".formatted(password)).status();
  }

  private Browser person(String name) {
    jdbc.sql(
            """
            INSERT INTO tuguan.account (name, email, state, password, roles)
            VALUES (:name, :email, 'ACTIVE', :password, '{READER}')
            """)
        .param("name", name)
        .param("email", name + "@example.tw")
        .param("password", ENCODED)
        .update();
    Browser browser = new Browser(port);
    assertThat(browser.signIn(name, PASSWORD).status()).isEqualTo(204);
    return browser;
  }

  private static String factor(String secret, String code) {
    return "{\"current\": \"%s\", \"secret\": \"%s\", \"code\": \"%s\"}"
        .formatted(PASSWORD, secret, code);
  }

  private static String code(String secret, int off) {
    long step = Instant.now().getEpochSecond() / Totp.STEP_SECONDS + off;
    return Totp.code(Totp.bytes(secret), step, 6);
  }
}
