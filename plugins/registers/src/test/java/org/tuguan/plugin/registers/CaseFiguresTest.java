package org.tuguan.plugin.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tuguan.core.analysis.Evidence;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Period;

/** What cases come to: indicators, reports and the demonstration. */
class CaseFiguresTest {
  private static final Period YEAR = Period.year(2026);

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
