package org.tuguan.plugin.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Role;

/** How cases are opened, changed and seen. */
class CasesTest {
  @RegisterExtension static final CaseDesk DESK = new CaseDesk();

  private Desk desk;

  @BeforeEach
  void start() {
    desk = DESK.begin();
  }

  private Case change(Case before, Map<String, Object> changes) {
    Register register = desk.registers.get(before.register());
    Map<String, Object> all =
        new HashMap<>(
            Map.of(
                "title", before.title(),
                "category", before.category(),
                "state", before.state(),
                "agency", before.agency(),
                "version", before.version()));
    all.putAll(changes);
    CaseDraft draft = desk.draft(register, new HashMap<>(before.fields()), all);
    return desk.cases().change(register, before, draft, "someone");
  }

  @Test
  void numbersHaveNoGapsAndTheDeadlineFollowsFromTheCategory() {
    Case first = desk.open("petitions", Map.of("category", "suggestion"));
    assertThat(first.number()).isEqualTo("P-115-000001");
    assertThat(first.due()).contains(LocalDate.of(2026, 11, 26));
    assertThatThrownBy(() -> desk.open("petitions", Map.of("agency", "none")))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("agency");
    assertThat(desk.open("petitions", Map.of()).number()).isEqualTo("P-115-000002");
    assertThat(desk.open("petitions", Map.of("opened", "2025-12-30")).number())
        .isEqualTo("P-114-000001");
    assertThat(desk.store.listEvents(first.id()))
        .extracting(JdbcCases.Event::kind)
        .containsExactly("open");
  }

  @Test
  void threeMonthsOfATripRunFromTheReturn() {
    Case trip = desk.open("overseas-reports", Map.of("fields", Map.of("returned", "2026-08-31")));
    assertThat(trip.runsFrom()).isEqualTo(LocalDate.of(2026, 8, 31));
    assertThat(trip.due()).contains(LocalDate.of(2026, 11, 30));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertRefused("fields.channel", "petitions", Map.of("fields", Map.of("channel", "飛鴿")));
    assertRefused("fields.colour", "petitions", Map.of("fields", Map.of("colour", "red")));
    assertRefused("category", "petitions", Map.of("category", "none"));
    assertRefused("opened", "petitions", Map.of("opened", "2026-11-24"));
    assertRefused("handler", "petitions", Map.of("handler", "nobody"));
    assertRefused("lon", "petitions", Map.of("lon", Double.NaN, "lat", 24.0));
    assertRefused("lon", "petitions", Map.of("lon", 120.0));
    assertRefused("closed", "petitions", Map.of("state", "closed", "closed", "2026-11-24"));
    assertRefused("title", "petitions", Map.of("title", " "));
  }

  private void assertRefused(String parameter, String register, Map<String, Object> given) {
    assertThatThrownBy(() -> desk.open(register, given))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.parameter()).isEqualTo(parameter));
  }

  @Test
  void ofTwoWritersTheSecondIsTold() {
    Case seen = desk.open("instructions", Map.of());
    Case changed = change(seen, Map.of("title", "甲改"));
    assertThat(changed.version()).isEqualTo(2);
    assertThatThrownBy(() -> change(seen, Map.of("title", "乙改")))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CONFLICT));
    // Even when both had seen the same version before either wrote.
    assertThat(desk.store.update(seen)).isFalse();
    assertThat(desk.store.findByNumber(seen.number()).orElseThrow().title()).isEqualTo("甲改");
  }

  @Test
  void aLayerIsPublishedForTheFirstCaseThatLiesSomewhere() {
    desk.open("instructions", Map.of());
    assertThat(desk.published).isEmpty();
    desk.open("petitions", Map.of("lon", 120.68, "lat", 24.14));
    assertThat(desk.published).containsExactly(CaseLayers.POINTS, CaseLayers.HEAT);
    assertThat(
            desk.jdbc
                .sql("SELECT cases FROM plugin_registers.case_heat")
                .query(Integer.class)
                .list())
        .containsExactly(1);
  }

  @Test
  void tenPapersMeanTwoRounds() {
    RegistersController controller =
        new RegistersController(desk.registers, desk.counts, desk.rights(), desk.clock);
    for (int i = 0; i < 9; i++) {
      desk.open("papers", Map.of());
    }
    assertThat(papers(controller).reached()).isFalse();
    assertThat(papers(controller).text().zh()).contains("3 至 5 位委員");
    desk.open("papers", Map.of());
    assertThat(papers(controller).reached()).isTrue();
    assertThat(papers(controller).text().zh()).contains("兩階段");
  }

  private static RegistersController.Reached papers(RegistersController controller) {
    return controller.list().registers().stream()
        .filter(each -> each.definition().id().equals("papers"))
        .findFirst()
        .orElseThrow()
        .thresholds()
        .get(0);
  }

  @Test
  void remindersGoOutOnceEach() {
    Case one =
        desk.open("instructions", Map.of("handler", "h", "manager", "m", "due", "2026-11-27"));
    desk.reminders().run();
    assertThat(desk.mail).isEmpty();
    desk.on("2026-11-24");
    desk.reminders().run();
    desk.reminders().run();
    assertThat(desk.mail).containsExactly("h 即將到期：" + one.number() + " 案由");
    desk.on("2026-11-28");
    desk.reminders().run();
    assertThat(desk.mail).hasSize(2).last().asString().startsWith("h 已逾期");
    desk.on("2026-11-29");
    desk.reminders().run();
    desk.on("2026-12-10");
    desk.reminders().run();
    assertThat(desk.mail).hasSize(3).last().asString().startsWith("m 已逾期");
    change(desk.store.findByNumber(one.number()).orElseThrow(), Map.of("state", "released"));
    desk.on("2026-12-20");
    desk.reminders().run();
    assertThat(desk.mail).hasSize(3);
  }

  @Test
  void pagesFollowEachOtherWithoutLossOrRepetition() {
    for (int i = 0; i < 7; i++) {
      desk.open(
          "petitions", Map.of("opened", i < 4 ? "2026-11-20" : "2026-11-21", "title", "路燈 " + i));
    }
    desk.open("petitions", Map.of("title", "100% 水溝", "agency", "works"));
    CaseQuery lamps = new CaseQuery(null, null, "rdec", "路燈", null);
    Optional<String> after = Optional.empty();
    StringBuilder seen = new StringBuilder();
    for (int page = 0; page < 4; page++) {
      List<Case> cases =
          desk.store.list(lamps.filter("petitions", after, 2), LocalDate.now(desk.clock));
      cases.forEach(each -> seen.append(each.title().charAt(3)));
      after = cases.stream().reduce((a, b) -> b).map(Case::number);
    }
    assertThat(seen).hasToString("6543210");
    assertThat(desk.store.count(lamps.filter("petitions", after, 2), LocalDate.now(desk.clock)))
        .isEqualTo(7);
    // Signs with a meaning for LIKE are what they are.
    CaseQuery percent = new CaseQuery(null, null, null, "0% ", null);
    assertThat(
            desk.store.count(
                percent.filter("petitions", Optional.empty(), 2), LocalDate.now(desk.clock)))
        .isEqualTo(1);
    CaseQuery none = new CaseQuery(null, null, null, "_", null);
    assertThat(
            desk.store.count(
                none.filter("petitions", Optional.empty(), 2), LocalDate.now(desk.clock)))
        .isZero();
  }

  @Test
  void ownersWriteForTheirOwnAgencyOnly() {
    desk.caller = Desk.caller(Role.OWNER, "works");
    CaseRights rights = desk.rights();
    rights.read();
    assertThat(rights.write("works")).isEqualTo("someone");
    assertThatThrownBy(() -> rights.write("rdec"))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NOT_ALLOWED));
    CaseImport.Checked checked =
        desk.imports()
            .check(
                desk.registers.get("petitions"),
                CaseDesk.csv("title,category,agency,channel", "a,petition,rdec,1999"));
    assertThat(checked.wrong()).extracting(CaseImport.Wrong::field).containsExactly("agency");
    desk.caller = Desk.caller(Role.CASHIER, "works");
    assertThatThrownBy(() -> desk.rights().read()).isInstanceOf(RequestException.class);
  }

  @Test
  void thePublicIsToldHowACaseStandsAndNothingElse() {
    PublicCasesController told = new PublicCasesController(desk.registers, desk.store);
    Case petition = desk.open("petitions", Map.of("title", "某人的私事"));
    Case instruction = desk.open("instructions", Map.of());
    PublicCasesController.Told answer = told.tell(petition.number());
    assertThat(answer.due()).isEqualTo(petition.due());
    assertThat(answer.toString()).doesNotContain("某人的私事").doesNotContain("rdec");
    assertThat(PublicCasesController.Told.class.getRecordComponents())
        .extracting(each -> each.getName())
        .containsExactly("number", "register", "category", "state", "closed", "opened", "due");
    String hidden = refusal(told, instruction.number());
    assertThat(hidden).isEqualTo(refusal(told, "P-115-999999"));
  }

  private static String refusal(PublicCasesController told, String number) {
    try {
      return told.tell(number).toString();
    } catch (RequestException e) {
      return e.fault() + e.getMessage();
    }
  }
}
