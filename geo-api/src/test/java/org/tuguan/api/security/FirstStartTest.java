package org.tuguan.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.TestDatabase;

/** A server outside the demonstration, and a second node beside it. */
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {
  private static final Pattern PRINTED = Pattern.compile("account admin: ([a-z0-9-]{19})");

  @Test
  void theFirstAdministratorChangesTheOneTimePasswordAndIsKnownToAllNodes(CapturedOutput output) {
    try (TestDatabase database = TestDatabase.create();
        ConfigurableApplicationContext node = start(database)) {
      Browser browser = new Browser(port(node));
      Matcher printed = PRINTED.matcher(output.getOut());
      assertThat(printed.find()).isTrue();
      String oneTime = printed.group(1);
      leaveDemoAccount(database);
      assertThat(browser.signIn("owner", "demo-owner").status()).isEqualTo(401);
      assertThat(browser.signIn("admin", oneTime).status()).isEqualTo(204);
      nothingElseWorks(browser);

      assertThat(change(browser, oneTime, oneTime)).isEqualTo(400);
      assertThat(change(browser, "not it", "a much better password")).isEqualTo(403);
      assertThat(change(browser, oneTime, "a much better password")).isEqualTo(204);
      assertThat(browser.get("/api/v1/users").status()).isEqualTo(200);
      assertThat(new Browser(port(node)).signIn("admin", oneTime).status()).isEqualTo(401);

      try (ConfigurableApplicationContext other = start(database)) {
        assertThat(PRINTED.matcher(output.getOut()).results().count()).as("printed").isEqualTo(1);
        Browser elsewhere = new Browser(port(other));
        elsewhere.plant(SessionCookie.NAME, browser.cookie(SessionCookie.NAME).orElseThrow());
        assertThat(elsewhere.get("/api/v1/users").status()).isEqualTo(200);
        elsewhere.get("/api/v1/session");
        assertThat(elsewhere.delete("/api/v1/session").status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/users").status()).as("left elsewhere").isEqualTo(401);
      }
    }
  }

  /** As a demonstration on the same database has left it. */
  private static void leaveDemoAccount(TestDatabase database) {
    JdbcClient.create(database.dataSource())
        .sql(
            """
            INSERT INTO tuguan.account (name, state, roles, demo, password)
            VALUES ('owner', 'ACTIVE', '{OWNER}', true, '{noop}demo-owner')
            """)
        .update();
  }

  private static void nothingElseWorks(Browser browser) {
    assertThat(browser.get("/api/v1/session").json().get("must_change").asBoolean()).isTrue();
    Browser.Answer refused = browser.get("/api/v1/users");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().get("fault").asString()).isEqualTo("PASSWORD_CHANGE");
    assertThat(browser.post("/api/v1/layers", "{}").status()).isEqualTo(403);
    assertThat(browser.get("/api/v1/account/export").status()).isEqualTo(403);
  }

  private static int change(Browser browser, String current, String next) {
    String body = "{\"current\": \"%s\", \"password\": \"%s\"}".formatted(current, next);
    return browser.put("/api/v1/account/password", body).status();
  }

  private static ConfigurableApplicationContext start(TestDatabase database) {
    return new SpringApplication(TuguanApplication.class)
        .run(
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + TestDatabase.user(),
            "--spring.datasource.password=" + TestDatabase.password(),
            "--tuguan.cache.disk=0",
            "--tuguan.home=target/first-start-home",
            "--server.port=0");
  }

  private static int port(ConfigurableApplicationContext node) {
    return Integer.parseInt(node.getEnvironment().getProperty("local.server.port"));
  }
}
