package org.tuguan.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.security.Browser;
import org.tuguan.api.security.PeopleDatabase;
import org.tuguan.api.security.PeopleServer;

/** Administration of accounts and agencies, and who may not do it. */
@PeopleServer
class UsersTest {
  private static final String INVITATION =
      """
      {"email": "%s", "display_name": "林", "agency": "construction", "roles": ["KPI"]}
      """;

  private final JdbcClient jdbc = JdbcClient.create(PeopleDatabase.DATABASE.dataSource());
  @LocalServerPort private int port;

  @Test
  void nobodyElseSeesOrChangesAccounts() {
    for (String name : List.of("owner", "partner", "planner", "kpi", "cashier")) {
      Browser browser = signedIn(name);
      assertThat(browser.get("/api/v1/users").status()).as(name).isEqualTo(403);
      assertThat(browser.get("/api/v1/users/admin").status()).as(name).isEqualTo(403);
      assertThat(browser.get("/api/v1/users/nobody").status()).as(name).isEqualTo(403);
      assertThat(browser.get("/api/v1/audit").status()).as(name).isEqualTo(403);
      assertThat(browser.get("/api/v1/mail").status()).as(name).isEqualTo(403);
      assertThat(browser.get("/api/v1/sign-ups").status()).as(name).isEqualTo(403);
      assertThat(change(browser, name, "{\"roles\": [\"ADMIN\"]}").status()).isEqualTo(403);
      assertThat(browser.delete("/api/v1/users/admin").status()).as(name).isEqualTo(403);
    }
    Browser officer = signedIn("officer");
    assertThat(officer.get("/api/v1/users").status()).isEqualTo(200);
    assertThat(change(officer, "officer", "{\"roles\": [\"ADMIN\"]}").status()).isEqualTo(403);
    assertThat(new Browser(port).get("/api/v1/users").status()).isEqualTo(401);
  }

  @Test
  void aRoleTakenAwayIsGoneFromTheSessionThatIsOpen() {
    Browser planner = signedIn("planner");
    Browser admin = signedIn("admin");
    assertThat(change(admin, "planner", "{\"roles\": [\"OFFICER\"]}").status()).isEqualTo(200);
    assertThat(planner.get("/api/v1/sign-ups").status()).isEqualTo(200);
    assertThat(change(admin, "planner", "{\"roles\": [\"PLANNER\"]}").status()).isEqualTo(200);
    assertThat(planner.get("/api/v1/sign-ups").status()).isEqualTo(403);
    assertThat(change(admin, "planner", "{\"state\": \"DISABLED\"}").status()).isEqualTo(200);
    assertThat(planner.get("/api/v1/session").json().get("user").isNull()).isTrue();
    assertThat(change(admin, "planner", "{\"state\": \"ACTIVE\"}").status()).isEqualTo(200);
    assertThat(admin.get("/api/v1/audit?subject=account:planner").body())
        .contains("account.change", "\"state\":\"DISABLED\"");
  }

  @Test
  void theLastAdministratorStays() {
    Browser admin = signedIn("admin");
    assertThat(change(admin, "admin", "{\"roles\": [\"KPI\"]}").status()).isEqualTo(409);
    assertThat(admin.delete("/api/v1/users/admin").status()).isEqualTo(409);
    assertThat(admin.get("/api/v1/users").status()).isEqualTo(200);
  }

  @Test
  void nothingIsLeftOfWhoIsErased() {
    Browser admin = signedIn("admin");
    String name =
        admin
            .post("/api/v1/users", INVITATION.formatted("lin@taichung.example"))
            .json()
            .get("name")
            .asString();
    assertThat(admin.delete("/api/v1/users/" + name).status()).isEqualTo(204);
    assertThat(admin.get("/api/v1/users").body()).doesNotContain("lin@taichung.example");
    assertThat(admin.get("/api/v1/users/" + name).status()).isEqualTo(404);
    assertThat(
            jdbc.sql("SELECT agency FROM tuguan.account WHERE name = :name AND email IS NULL")
                .param("name", name)
                .query(String.class)
                .single())
        .as("what it did stays the agency's")
        .isEqualTo("construction");
    assertThat(
            jdbc.sql("SELECT count(*) FROM tuguan.audit WHERE details LIKE '%lin@taichung%'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void agenciesAreThoseOfTheDayAndChangeWithATrace() {
    Browser admin = signedIn("admin");
    String agency =
        """
        {"id": "test-office", "position": 900, "name": {"zh": "新名", "en": "New name"},
         "first_level": false, "parent": "construction", "exists_from": "2015-01-01",
         "former_names": [{"name": {"zh": "舊名", "en": "Old name"}, "until": "2016-12-31"}]}
        """;
    assertThat(signedIn("owner").put("/api/v1/agencies/test-office", agency).status())
        .isEqualTo(403);
    assertThat(admin.put("/api/v1/agencies/test-office", agency).status()).isEqualTo(200);
    Browser visitor = new Browser(port);
    assertThat(visitor.get("/api/v1/agencies?on=2014-12-31").body()).doesNotContain("test-office");
    assertThat(visitor.get("/api/v1/agencies?on=2016-12-31").body())
        .contains("Old name")
        .doesNotContain("New name");
    assertThat(visitor.get("/api/v1/agencies?on=2017-01-01").body()).contains("New name");
    assertThat(visitor.get("/api/v1/agencies?on=someday").status()).isEqualTo(400);
    assertThat(admin.get("/api/v1/audit?subject=agency:test-office").body())
        .contains("agency.create");
    assertThat(admin.put("/api/v1/agencies/test-office", agency.replace("false", "true")).status())
        .as("a first-level agency under another")
        .isEqualTo(400);
  }

  private static Browser.Answer change(Browser browser, String name, String json) {
    return browser.patch("/api/v1/users/" + name, json);
  }

  private Browser signedIn(String name) {
    Browser browser = new Browser(port);
    assertThat(browser.signIn(name, "demo-" + name).status()).isEqualTo(204);
    return browser;
  }
}
