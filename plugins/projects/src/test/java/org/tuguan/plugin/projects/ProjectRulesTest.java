package org.tuguan.plugin.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.Period;
import tools.jackson.databind.json.JsonMapper;

class ProjectRulesTest {
  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  static Project project(long id, long budget, String awarded, String completed) {
    Optional<LocalDate> won = Optional.ofNullable(awarded).map(LocalDate::parse);
    return new Project(
        id,
        "D115-" + id,
        "路",
        "works",
        ProjectKind.WORKS,
        new Project.People("甲", "乙"),
        new Project.Money(
            new BigDecimal(budget), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
        true,
        2026,
        new Project.Stages(
            LocalDate.parse("2026-01-10"),
            won,
            0,
            won,
            won,
            Optional.ofNullable(completed).map(LocalDate::parse)),
        Optional.empty(),
        Optional.empty(),
        false,
        1);
  }

  static Progress entry(YearMonth month, EntrySystem system, double off, String entered) {
    BigDecimal planned = new BigDecimal("50");
    return new Progress(
        1,
        system,
        month,
        planned,
        planned.add(BigDecimal.valueOf(off)),
        "",
        Instant.parse(entered),
        "x");
  }

  private static List<Progress> months(double... off) {
    return IntStream.range(0, off.length)
        .mapToObj(
            i ->
                entry(
                    MARCH.minusMonths(off.length - 1L - i),
                    EntrySystem.CITY,
                    off[i],
                    "2026-04-03T00:00:00Z"))
        .toList();
  }

  @Test
  void tenPointsOffForThreeMonthsRunningCallsForRewardOrDiscipline() {
    assertThat(Deviation.of(months(-10, -12, -10), MARCH)).contains(Deviation.LATE);
    assertThat(Deviation.of(months(10, 10, 10), MARCH)).contains(Deviation.AHEAD);
    assertThat(Deviation.of(months(-10, -9.99, -30), MARCH)).isEmpty();
    assertThat(Deviation.of(months(-10, -10), MARCH)).isEmpty();
    assertThat(Deviation.of(months(-10, 10, -10), MARCH)).isEmpty();
  }

  @Test
  void aMonthThatWasNotEnteredBreaksTheRow() {
    List<Progress> gap =
        List.of(
            entry(MARCH.minusMonths(3), EntrySystem.CITY, -20, "2026-01-03T00:00:00Z"),
            entry(MARCH.minusMonths(1), EntrySystem.CITY, -20, "2026-03-03T00:00:00Z"),
            entry(MARCH, EntrySystem.CITY, -20, "2026-04-03T00:00:00Z"));
    assertThat(Deviation.of(gap, MARCH)).isEmpty();
  }

  @Test
  void theCitysSystemWantsEntriesByTheFifthAndTheNationalOneByTheSeventh() {
    YearMonth december = YearMonth.of(2025, 12);
    assertThat(EntrySystem.CITY.due(december)).isEqualTo("2026-01-05");
    assertThat(EntrySystem.NATIONAL.due(december)).isEqualTo("2026-01-07");
    Clock clock = Clock.fixed(Instant.parse("2026-02-01T00:00:00Z"), TAIPEI);
    // The sixth in Taipei has begun though it is the fifth in Greenwich.
    assertThat(entry(december, EntrySystem.CITY, 0, "2026-01-05T16:00:00Z").inTime(clock))
        .isFalse();
    assertThat(entry(december, EntrySystem.NATIONAL, 0, "2026-01-05T16:00:00Z").inTime(clock))
        .isTrue();
    assertThat(entry(december, EntrySystem.CITY, 0, "2026-01-05T15:59:59Z").inTime(clock)).isTrue();
  }

  @Test
  void entriesAreDueFromOneMillionOnAndWhileTheProjectRuns() {
    assertThat(project(1, 1_000_000, "2026-03-31", null).reports(MARCH)).isTrue();
    assertThat(project(1, 999_999, "2026-03-31", null).reports(MARCH)).isFalse();
    assertThat(project(1, 1_000_000, "2026-04-01", null).reports(MARCH)).isFalse();
    assertThat(project(1, 1_000_000, null, null).reports(MARCH)).isFalse();
    assertThat(project(1, 1_000_000, "2026-01-15", "2026-03-01").reports(MARCH)).isTrue();
    assertThat(project(1, 1_000_000, "2026-01-15", "2026-02-28").reports(MARCH)).isFalse();
  }

  @Test
  void theEntryRateLeavesOutWhatWasNotAwardedAndWhatCameLateDoesNotCount() {
    Clock clock = Clock.fixed(Instant.parse("2026-04-08T00:00:00Z"), TAIPEI);
    List<Project> projects =
        List.of(
            project(1, 2_000_000, "2026-03-01", null),
            project(2, 2_000_000, "2026-03-01", null),
            project(3, 2_000_000, null, null));
    Map<Long, List<Progress>> entered =
        Map.of(1L, List.of(entry(MARCH, EntrySystem.NATIONAL, 0, "2026-04-07T01:00:00Z")));
    Period march = Period.month(MARCH);
    List<EntryRate.Due> due = EntryRate.due(EntrySystem.NATIONAL, march, projects, entered, clock);
    assertThat(EntryRate.of(due).numerator()).isEqualByComparingTo("1");
    assertThat(EntryRate.of(due).denominator()).isEqualByComparingTo("2");
    Map<Long, List<Progress>> late =
        Map.of(1L, List.of(entry(MARCH, EntrySystem.NATIONAL, 0, "2026-04-07T16:00:00Z")));
    assertThat(
            EntryRate.of(EntryRate.due(EntrySystem.NATIONAL, march, projects, late, clock))
                .numerator())
        .isZero();
  }

  @Test
  void aMonthCountsOnlyWhenItsLastDayIsOver() {
    Clock clock = Clock.fixed(Instant.parse("2026-04-07T00:00:00Z"), TAIPEI);
    List<Project> projects = List.of(project(1, 2_000_000, "2026-03-01", null));
    assertThat(
            EntryRate.of(
                    EntryRate.due(
                        EntrySystem.NATIONAL, Period.month(MARCH), projects, Map.of(), clock))
                .value())
        .isEmpty();
  }

  @Test
  void awardTargetsComeAtTheEndsOfJuneSeptemberAndDecember() {
    List<Project> half =
        List.of(project(1, 1_000_000, "2026-02-01", null), project(2, 1_000_000, null, null));
    assertThat(award(half, "2026-06-29").target()).isEmpty();
    assertThat(award(half, "2026-06-30").target().orElseThrow()).isEqualByComparingTo("0.55");
    assertThat(award(half, "2026-09-29").target().orElseThrow()).isEqualByComparingTo("0.55");
    assertThat(award(half, "2026-09-30").target().orElseThrow()).isEqualByComparingTo("0.75");
    assertThat(award(half, "2026-12-31").target().orElseThrow()).isEqualByComparingTo("0.85");
    assertThat(award(half, "2026-06-30").met()).contains(false);
    assertThat(award(half, "2026-06-30").value().value().orElseThrow()).isEqualByComparingTo("0.5");
    assertThat(award(List.of(), "2026-06-30").met()).isEmpty();
  }

  private static Ratio award(List<Project> projects, String day) {
    return Ratios.on(LocalDate.parse(day), projects).get(0);
  }

  @Test
  void failedOverdueAndComingTendersAreListedApart() {
    LocalDate on = LocalDate.parse("2026-03-10");
    Project failed = staged(1, "2026-01-10", "2026-01-10", 2);
    Project once = staged(2, "2026-01-10", "2026-01-10", 1);
    Project overdue = staged(3, "2026-03-09", null, 0);
    Project today = staged(4, "2026-03-10", null, 0);
    Project inNinety = staged(5, "2026-06-08", null, 0);
    Project later = staged(6, "2026-06-09", null, 0);
    Concerns concerns =
        Concerns.of(
            on,
            YearMonth.of(2026, 2),
            List.of(failed, once, overdue, today, inNinety, later),
            Map.of());
    assertThat(concerns.failedTenders()).containsExactly(failed);
    assertThat(concerns.overdueToTender()).containsExactly(overdue);
    assertThat(concerns.toTender()).containsExactly(today, inNinety);
  }

  private static Project staged(long id, String due, String tendered, int failed) {
    Project base = project(id, 1_000_000, null, null);
    return new Project(
        id,
        base.number(),
        base.title(),
        base.agency(),
        base.kind(),
        base.people(),
        base.money(),
        false,
        2026,
        new Project.Stages(
            LocalDate.parse(due),
            Optional.ofNullable(tendered).map(LocalDate::parse),
            failed,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        false,
        1);
  }

  @Test
  void stagesComeInTheirOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Project.Stages(
                    LocalDate.parse("2026-01-01"),
                    Optional.of(LocalDate.parse("2026-02-02")),
                    0,
                    Optional.of(LocalDate.parse("2026-02-01")),
                    Optional.empty(),
                    Optional.empty()))
        .withMessage("awarded");
  }

  @Test
  void aChangeSaysWhichVersionWasSeen() throws Exception {
    ProjectDraft draft = JsonMapper.shared().readValue("{}", ProjectDraft.class);

    assertThatThrownBy(() -> draft.check(7, null))
        .isInstanceOfSatisfying(
            RequestException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(Fault.MISSING_PARAMETER);
              assertThat(refused.parameter()).isEqualTo("version");
            });
  }
}
