package org.tuguan.plugin.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tuguan.core.Fault;
import org.tuguan.core.PluginDatabase;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Role;
import org.tuguan.core.analysis.Evidence;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Period;

class CasesTest {
  private static final Period YEAR = Period.year(2026);

  private static PluginDatabase database;
  private Desk desk;

  @BeforeAll
  static void make() {
    database = PluginDatabase.of("registers");
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @BeforeEach
  void start() {
    desk = new Desk(database, "2026-11-23");
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

  private void assertFigure(String name, long numerator, long denominator) {
    IndicatorValue value = desk.indicator(name).value(YEAR);
    assertThat(value.numerator()).as(name).isEqualByComparingTo(BigDecimal.valueOf(numerator));
    assertThat(value.denominator()).as(name).isEqualByComparingTo(BigDecimal.valueOf(denominator));
  }

  @Test
  void petitionsInTimeCountTheCommissionsOwnCasesOnly() {
    String name = "registers-petitions-in-time";
    assertThat(desk.indicator(name).value(YEAR).value()).isEmpty();
    Case one = desk.open("petitions", Map.of("opened", "2026-11-02", "category", "suggestion"));
    desk.open("petitions", Map.of("agency", "works", "state", "closed"));
    desk.open("petitions", Map.of("opened", "2025-12-30", "state", "closed"));
    assertFigure(name, 0, 1);
    Case closed =
        change(one, Map.of("state", "closed", "opened", "2026-11-02", "closed", "2026-11-05"));
    assertFigure(name, 1, 1);
    change(closed, Map.of("state", "closed", "opened", "2026-11-02", "closed", "2026-11-06"));
    assertFigure(name, 0, 1);
    List<Evidence> rows = desk.indicator(name).evidence(YEAR, 10);
    assertThat(rows).extracting(Evidence::id).containsExactly("P-115-000001");
    assertThat(rows.get(0).counted()).isFalse();
  }

  @Test
  void everyRateMovesByTheOneRecordThatChanged() {
    assertMoves("registers-instructions-released", "instructions", "tracked", "released");
    assertMoves("registers-overseas-reports", "overseas-reports", "due", "filed");
    assertMoves("registers-practices-adopted", "practices", "not-adopted", "adopted");
    assertMoves("registers-smart-city-documents", "smart-documents", "drafting", "done");
    assertMoves("registers-research-adoption", "research", "awarded", "adopted");
  }

  private void assertMoves(String name, String register, String before, String after) {
    assertFigure(name, 0, 0);
    desk.open(register, Map.of("state", after));
    Case one = desk.open(register, Map.of("state", before));
    assertFigure(name, 1, 2);
    change(one, Map.of("state", after));
    assertFigure(name, 2, 2);
  }

  @Test
  void whatIsClosedAfterAPeriodDoesNotMoveItsFigure() {
    String name = "registers-instructions-released";
    Case one = desk.open("instructions", Map.of("opened", "2025-12-20"));
    change(one, Map.of("state", "released", "opened", "2025-12-20", "closed", "2026-01-02"));
    assertThat(desk.indicator(name).value(Period.year(2025)).numerator()).isZero();
    assertThat(
            desk.indicator(name)
                .value(new Period(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 31)))
                .numerator())
        .isEqualByComparingTo("1");
    assertThat(desk.indicator(name).evidence(Period.year(2025), 10).get(0).counted()).isFalse();
  }

  @Test
  void researchWithoutAnAwardIsInNeitherNumber() {
    desk.open("research", Map.of("state", "not-awarded"));
    desk.open("research", Map.of("state", "submitted"));
    assertFigure("registers-research-adoption", 0, 0);
  }

  @Test
  void satisfactionAddsPeopleOfSurveysThatAreDone() {
    Map<String, Object> fields = Map.of("asked", 1000, "satisfied", 540);
    desk.open("surveys", Map.of("state", "done", "fields", fields));
    desk.open("surveys", Map.of("fields", fields));
    assertFigure("registers-survey-satisfaction", 540, 1000);
    desk.open("surveys", Map.of("state", "done", "fields", Map.of("asked", 10, "satisfied", "7")));
    assertFigure("registers-survey-satisfaction", 547, 1010);
  }

  @Test
  void competitionsAreCounted() {
    assertFigure("registers-competitions", 0, 1);
    desk.open("competitions", Map.of());
    assertFigure("registers-competitions", 1, 1);
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
  void theReportCountsByMonthAndCategory() {
    desk.open(
        "petitions",
        Map.of(
            "opened",
            "2026-10-30",
            "category",
            "other",
            "state",
            "closed",
            "closed",
            "2026-11-02"));
    desk.open("petitions", Map.of("opened", "2026-11-02", "category", "other"));
    desk.open("petitions", Map.of("opened", "2026-11-20", "category", "report"));
    assertThat(desk.counts.months("petitions", YEAR, LocalDate.of(2026, 11, 23)))
        .containsExactly(
            new JdbcCounts.MonthRow(YearMonth.of(2026, 10), "other", 1, 1, 1, 0),
            new JdbcCounts.MonthRow(YearMonth.of(2026, 11), "other", 1, 0, 0, 1),
            new JdbcCounts.MonthRow(YearMonth.of(2026, 11), "report", 1, 0, 0, 0));
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

  private static byte[] csv(String... lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void anImportOpensAllCasesOrNone() {
    Register petitions = desk.registers.get("petitions");
    String head = "title,category,agency,opened,channel,satisfied";
    CaseImport imports = desk.imports();
    CaseImport.Checked wrong =
        imports.check(
            petitions,
            csv(
                head,
                "a,petition,rdec,2026-11-02,1999,",
                "b,none,rdec,2026-11-02,1999,",
                "c,petition,rdec,2026-13-02,1999,true"));
    assertThat(wrong.wrong()).extracting(CaseImport.Wrong::line).containsExactly(3L, 4L);
    assertThat(wrong.wrong())
        .extracting(CaseImport.Wrong::field)
        .containsExactly("category", "opened");
    assertThatThrownBy(() -> desk.inTransaction(() -> imports.write(petitions, wrong, "x")))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.place().orElseThrow().line()).isEqualTo(3));
    assertThat(count("petitions")).isZero();
    CaseImport.Checked right =
        imports.check(
            petitions,
            csv(
                head,
                "\"a, \"\"b\"\"\",petition,rdec,2026-11-02,1999,",
                "c,petition,works,2026-11-03,市長室,true"));
    assertThat(desk.inTransaction(() -> imports.write(petitions, right, "x"))).isEqualTo(2);
    assertThat(count("petitions")).isEqualTo(2);
    Case first = desk.store.findByNumber("P-115-000001").orElseThrow();
    assertThat(first.title()).isEqualTo("a, \"b\"");
    assertThat(first.due()).contains(LocalDate.of(2026, 11, 9));
    assertThat(desk.audited).containsExactly("case.import");
  }

  private long count(String register) {
    return desk.jdbc
        .sql("SELECT count(*) FROM plugin_registers.register_case WHERE register = ?")
        .param(register)
        .query(Long.class)
        .single();
  }

  @Test
  void whatWasExportedComesInAgain() {
    Register petitions = desk.registers.get("petitions");
    Case one =
        desk.open(
            "petitions",
            Map.of(
                "lon",
                120.68,
                "lat",
                24.14,
                "state",
                "closed",
                "title",
                "多行\n\"引號\"",
                "fields",
                Map.of("satisfied", true)));
    byte[] csv = csv((CaseCsv.head(petitions) + CaseCsv.row(petitions, one)).split("(?<=\r)\n"));
    CaseImport.Checked read = desk.imports().check(petitions, csv);
    assertThat(read.wrong()).isEmpty();
    Case again = read.cases().get(0);
    assertThat(again.title()).isEqualTo(one.title());
    assertThat(again.fields()).isEqualTo(one.fields());
    assertThat(again.lon()).isEqualTo(one.lon());
    assertThat(again.closed()).isEqualTo(one.closed());
  }

  @Test
  void aFileThatIsNoTableOrHasOtherColumnsIsRefused() {
    Register petitions = desk.registers.get("petitions");
    assertThatThrownBy(() -> desk.imports().check(petitions, csv("title,colour", "a,red")))
        .hasMessageContaining("colour");
    assertThatThrownBy(
            () -> desk.imports().check(petitions, csv("title,title,category,agency", "a,b,c,d")))
        .isInstanceOf(RequestException.class);
    assertThatThrownBy(
            () -> desk.imports().check(petitions, csv("title,category,agency", "\"a,b,c")))
        .isInstanceOf(RequestException.class);
    assertThatThrownBy(() -> desk.imports().check(petitions, new byte[] {(byte) 0xa4, (byte) 0xa4}))
        .hasMessageContaining("UTF-8");
    String many = "title,category,agency,channel\n" + "a,petition,rdec,1999\n".repeat(20_001);
    assertThatThrownBy(() -> desk.imports().check(petitions, csv(many)))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE));
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
                csv("title,category,agency,channel", "a,petition,rdec,1999"));
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

  @Test
  void theDemonstrationIsTheSameTwiceAndNearTheTargetsOf2011() {
    desk.on("2012-04-02");
    long first = desk.inTransaction(() -> desk.demo().write());
    List<String> before = sample();
    assertThat(desk.inTransaction(() -> desk.demo().write())).isEqualTo(first);
    assertThat(sample()).isEqualTo(before);
    assertRate("registers-research-adoption", "0.70");
    assertRate("registers-overseas-reports", "0.90");
    assertRate("registers-survey-satisfaction", "0.50");
    assertRate("registers-instructions-released", "0.85");
    assertRate("registers-practices-adopted", "0.40");
    assertRate("registers-petitions-in-time", "0.99");
  }

  private void assertRate(String name, String target) {
    BigDecimal rate = desk.indicator(name).value(Period.year(2011)).value().orElseThrow();
    BigDecimal off = rate.subtract(new BigDecimal(target)).abs();
    assertThat(off).as(name).isBetween(new BigDecimal("0.0001"), new BigDecimal("0.06"));
  }

  private List<String> sample() {
    return desk.jdbc
        .sql(
            """
            SELECT concat_ws('|', number, title, category, agency, opened, closed, fields::text)
            FROM plugin_registers.register_case ORDER BY number
            """)
        .query(String.class)
        .list();
  }
}
