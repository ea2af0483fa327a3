package org.tuguan.api.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.core.Fault;

/** Nobody gives away what is not theirs, whoever signs it. The layers are those of construction. */
class AgreementGiversTest {
  private static final String FIRE = "\"with_agency\": \"fire\"";

  @RegisterExtension static final Sharing SHARING = new Sharing();

  /** An agreement by which the police gives a layer to the fire department. */
  private static String byPolice() {
    return Sharing.body(FIRE, "府授研字第1號", Sharing.given("spots"))
        .replace("{\"agency\": \"construction\"", "{\"agency\": \"police\"");
  }

  private static void requireRefused(IssuingServer.Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.text()).contains("layers", "spots", "is not the giver's");
  }

  private static void police(String sql) {
    SHARING.server().jdbc().sql(sql).update();
  }

  private static void manage() {
    police(
        "INSERT INTO tuguan.layer_grant (layer, grantee_kind, grantee, rights) VALUES ('spots', 'AGENCY', 'police', '{VIEW,MANAGE}')");
  }

  private static void manageNoMore() {
    police("DELETE FROM tuguan.layer_grant WHERE grantee = 'police' AND 'MANAGE' = ANY (rights)");
  }

  @Test
  void whatIsNotTheGiversIsNotDrafted() {
    requireRefused(SHARING.server().post("officer", Sharing.PATH, byPolice()), 400);
    requireRefused(SHARING.server().post("admin", Sharing.PATH, byPolice()), 400);
    String received =
        byPolice()
            .replace("\"fire\"", "\"police\"")
            .replace("{\"agency\": \"police\"", "{\"agency\": \"fire\"")
            .replace("GIVEN", "RECEIVED");
    requireRefused(SHARING.server().post("officer", Sharing.PATH, received), 400);
    String ofPartner =
        received.replace("\"with_agency\": \"police\"", "\"with_partner\": " + SHARING.partner());
    requireRefused(SHARING.server().post("officer", Sharing.PATH, ofPartner), 400);
  }

  @Test
  void whoMayManageALayerMayGiveIt() {
    manage();
    String number = SHARING.post("officer", Sharing.PATH, byPolice()).get("number").asString();
    assertThat(SHARING.sign(number).get("state").asString()).isEqualTo("IN_FORCE");
    manageNoMore();
    SHARING.end(number, "x");
  }

  @Test
  void whatIsNotTheGiversAnyMoreIsNotSignedAndNotChanged() {
    manage();
    String number = SHARING.post("officer", Sharing.PATH, byPolice()).get("number").asString();
    manageNoMore();
    String one = Sharing.PATH + "/" + number;
    requireRefused(
        SHARING.server().post("officer", one + "/sign", SHARING.seen(number, "{}")), 409);
    requireRefused(
        SHARING.server().send("PUT", "officer", one, SHARING.seen(number, byPolice())), 400);
    assertThat(SHARING.state(number)).isEqualTo("DRAFT");
    String id = "(SELECT id FROM tuguan.agreement WHERE number = '" + number + "')";
    assertThat(
            SHARING
                .server()
                .count("SELECT count(*) FROM tuguan.layer_grant WHERE agreement = " + id))
        .isZero();
  }

  @Test
  void aDraftIsNotChangedIntoOneThatGivesWhatIsNotTheGivers() {
    String number = SHARING.drafted(FIRE, Sharing.given("spots"));
    requireRefused(
        SHARING
            .server()
            .send("PUT", "officer", Sharing.PATH + "/" + number, SHARING.seen(number, byPolice())),
        400);
    assertThat(
            SHARING
                .get("officer", Sharing.PATH + "/" + number)
                .get("agency")
                .get("agency")
                .asString())
        .isEqualTo("construction");
  }

  @Test
  void aLayerThatWasReplacedByAnotherAgencysIsNotGivenAgain() {
    String number = SHARING.drafted(FIRE, Sharing.given("blocks"));
    SHARING.sign(number);
    String grants =
        "FROM tuguan.layer_grant WHERE agreement = (SELECT id FROM tuguan.agreement WHERE number = '%s')"
            .formatted(number);
    AgreementCalendar calendar = SHARING.bean(AgreementCalendar.class);
    police("DELETE " + grants);
    police("UPDATE tuguan.layer SET agency = 'police' WHERE name = 'blocks'");
    calendar.giveAgain();
    assertThat(SHARING.server().count("SELECT count(*) " + grants)).isZero();
    police("UPDATE tuguan.layer SET agency = 'construction' WHERE name = 'blocks'");
    calendar.giveAgain();
    assertThat(SHARING.server().count("SELECT count(*) " + grants)).isEqualTo(1);
    SHARING.end(number, "x");
  }

  /** The layers of the demonstration, one of them with another owner than usual. */
  private static void layersOfTheDemonstration() {
    Map.of(
            "manholes", "construction",
            "road-defects", "transportation",
            "metro", "transportation",
            "rivers", "water-resources",
            "elevation", "land")
        .forEach(
            (name, agency) ->
                SHARING
                    .server()
                    .jdbc()
                    .sql(
                        """
                        INSERT INTO tuguan.layer
                        SELECT (jsonb_populate_record(y, jsonb_build_object('name', :name, 'agency', :agency))).*
                        FROM tuguan.layer y WHERE name = 'spots'
                        """)
                    .param("name", name)
                    .param("agency", agency)
                    .update());
  }

  @Test
  void theDemonstrationGivesOnlyWhatIsTheGiversToo() {
    JdbcAgreements agreements = SHARING.bean(JdbcAgreements.class);
    AgreementRights rights = SHARING.bean(AgreementRights.class);
    SHARING
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              layersOfTheDemonstration();
              SHARING.bean(JdbcDemoSharing.class).write(Sharing.today(), Instant.now());
              List<Agreement> made = agreements.list().stream().filter(Agreement::demo).toList();
              assertThat(made).hasSize(22).allMatch(each -> !each.layers().isEmpty());
              for (Agreement each : made) {
                rights.requireTheirs(each, Sharing.today(), Fault.CONFLICT);
              }
              status.setRollbackOnly();
            });
  }
}
