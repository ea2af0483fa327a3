package org.tuguan.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in with a password, in a session or with each request. */
@PeopleServer
class SignInTest {
  private static final String COOKIE = "TUGUAN_SESSION";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final JdbcClient jdbc = JdbcClient.create(PeopleDatabase.DATABASE.dataSource());
  @LocalServerPort private int port;

  @BeforeEach
  void forgetWrongPasswords() {
    jdbc.sql("DELETE FROM tuguan.sign_in_failure").update();
  }

  @Test
  void whoSignsInIsKnownUntilTheyLeave() {
    Browser browser = new Browser(port);
    assertThat(browser.signIn("owner", "demo-owner").status()).isEqualTo(204);
    assertThat(browser.get("/api/v1/session").json().get("user").asString()).isEqualTo("owner");
    assertThat(browser.get("/api/v1/session").json().get("agency").asString())
        .isEqualTo("construction");
    assertThat(browser.get("/api/v1/session").body()).contains("OWNER");
    assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);
    assertThat(browser.get("/api/v1/session").json().get("user").isNull()).isTrue();
  }

  @Test
  void twentyWrongPasswordsLockWhetherThereIsSuchAnAccountOrNot() {
    for (String name : new String[] {"cashier", "nobody-of-this-name"}) {
      forgetWrongPasswords();
      Browser browser = new Browser(port);
      for (int i = 0; i < 20; i++) {
        Browser.Answer answer = browser.signIn(name, "wrong");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("fault").asString()).isEqualTo("WRONG");
      }
      Browser.Answer locked = browser.signIn(name, "demo-" + name);
      assertThat(locked.status()).isEqualTo(401);
      assertThat(locked.json().get("fault").asString()).isEqualTo("LOCKED");
    }
  }

  @Test
  void wrongPasswordsForManyNamesLockTheAddress() {
    Browser browser = new Browser(port);
    for (int i = 0; i < 20; i++) {
      browser.signIn("name-" + i, "wrong");
    }
    assertThat(browser.signIn("kpi", "demo-kpi").json().get("fault").asString())
        .isEqualTo("LOCKED");
  }

  @Test
  void aSessionThatWasThereBeforeIsNotTheSessionOfWhoSignsIn() {
    String planted = "00000000-0000-4000-8000-000000000000";
    Browser victim = new Browser(port);
    victim.plant(COOKIE, Base64.getEncoder().encodeToString(planted.getBytes(UTF_8)));
    assertThat(victim.signIn("owner", "demo-owner").status()).isEqualTo(204);
    String first = victim.cookie(COOKIE).orElseThrow();
    assertThat(new String(Base64.getDecoder().decode(first), UTF_8)).isNotEqualTo(planted);
    assertThat(victim.signIn("kpi", "demo-kpi").status()).isEqualTo(204);
    assertThat(victim.cookie(COOKIE).orElseThrow()).isNotEqualTo(first);

    Browser attacker = new Browser(port);
    attacker.plant(COOKIE, first);
    assertThat(attacker.get("/api/v1/session").json().get("user").isNull()).isTrue();
  }

  @Test
  void cookiesAndNamesThatAreNoTextAreRefusedLikeAnyOther() {
    Browser browser = new Browser(port);
    browser.plant(COOKIE, Base64.getEncoder().encodeToString(new byte[36]));
    assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
    assertThat(browser.signIn("own\0er", "demo-owner").status()).isEqualTo(401);
  }

  @Test
  void visitorsLeaveNoSessions() {
    final long before = sessions();
    Browser visitor = new Browser(port);
    visitor.get("/api/v1/layers");
    visitor.get("/api/v1/session");
    assertThat(visitor.get("/api/v1/tables").status()).isEqualTo(401);
    visitor.get("/wms?service=WMS&request=GetCapabilities");
    assertThat(visitor.cookie(COOKIE)).isEmpty();
    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void theUseOfASessionIsNotWrittenWithEachRequest() {
    Browser browser = new Browser(port);
    browser.signIn("kpi", "demo-kpi");
    browser.get("/api/v1/session");
    final String before = versions();
    for (int i = 0; i < 10; i++) {
      browser.get("/api/v1/session");
    }
    assertThat(changed(before, versions())).as("rows written").isLessThanOrEqualTo(1);
    jdbc.sql("UPDATE tuguan.web_session SET last_access_time = last_access_time - 120000").update();
    final String old = versions();
    browser.get("/api/v1/session");
    assertThat(changed(old, versions())).as("after a minute").isEqualTo(1);
  }

  private String versions() {
    return jdbc.sql(
            "SELECT string_agg(xmin::text, ',' ORDER BY primary_id) FROM tuguan.web_session")
        .query(String.class)
        .single();
  }

  private static long changed(String before, String after) {
    String[] one = before.split(",");
    String[] other = after.split(",");
    assertThat(other).hasSameSizeAs(one);
    return IntStream.range(0, one.length).filter(i -> !one[i].equals(other[i])).count();
  }

  @Test
  void changesNeedTheTokenThatOnlyOurPagesCanRead() {
    Browser browser = new Browser(port);
    browser.signIn("owner", "demo-owner");
    assertThat(browser.forgedPost("/api/v1/layers", "{}").status()).isEqualTo(403);
    assertThat(browser.post("/api/v1/layers", "{}").status()).isNotEqualTo(403);
  }

  /** The encoding takes some 60 ms of a processor; what is remembered well under a tenth of it. */
  @Test
  void aPasswordThatWasRightIsNotComputedAgainWithEachRequest() throws Exception {
    assertThat(basic("planner", "demo-planner")).isEqualTo(200);
    long remembered = nanos("planner", "demo-planner", 200);
    forgetWrongPasswords();
    long computed = nanos("planner", "demo-planneR", 401);
    assertThat(remembered).isLessThan(computed / 2);
  }

  private long nanos(String name, String password, int status) throws Exception {
    long began = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      assertThat(basic(name, password)).isEqualTo(status);
    }
    return System.nanoTime() - began;
  }

  private int basic(String name, String password) throws Exception {
    String both = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/session"))
            .header("Authorization", "Basic " + both)
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private long sessions() {
    return jdbc.sql("SELECT count(*) FROM tuguan.web_session").query(Long.class).single();
  }
}
