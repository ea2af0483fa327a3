package org.tuguan.plugin.projects;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.core.PluginDatabase;
import org.tuguan.core.analysis.Evidence;
import org.tuguan.core.analysis.Period;

class ProjectsDatabaseTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-20T02:00:00Z"), ZoneId.of("Asia/Taipei"));

  private final PluginDatabase database = PluginDatabase.of("projects");
  private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
  private final JdbcProjects projects = new JdbcProjects(jdbc);
  private final JdbcProgress progress = new JdbcProgress(jdbc);
  private final ProjectReview review = new ProjectReview(projects, progress, CLOCK);

  @AfterEach
  void stop() {
    database.close();
  }

  private long add(int number, String awarded) {
    return projects
        .insert(ProjectRulesTest.project(number, 2_000_000, awarded, null))
        .orElseThrow();
  }

  private void enter(long id, EntrySystem system, YearMonth month, double off, String at) {
    BigDecimal planned = new BigDecimal(50);
    progress.write(
        new Progress(
            id,
            system,
            month,
            planned,
            planned.add(BigDecimal.valueOf(off)),
            "r",
            Instant.parse(at),
            "x"));
  }

  @Test
  void aProjectComesBackAsItWasWritten() {
    long id = add(7, "2026-02-01");
    Project read = projects.find(id).orElseThrow();
    Project written = ProjectRulesTest.project(id, 2_000_000, "2026-02-01", null);
    assertThat(read.stages()).isEqualTo(written.stages());
    assertThat(read.money()).isEqualTo(written.money());
    assertThat(read.lon()).isEmpty();
    assertThat(projects.insert(ProjectRulesTest.project(7, 1, null, null))).isEmpty();
  }

  @Test
  void whatSomebodyElseHasChangedSinceIsNotOverwritten() {
    long id = add(7, "2026-02-01");
    Project seen = projects.find(id).orElseThrow();

    assertThat(projects.update(seen)).isTrue();
    assertThat(projects.update(seen)).isFalse();
    assertThat(projects.touch(id, seen.version())).isFalse();
    assertThat(projects.touch(id, seen.version() + 1)).isTrue();
    assertThat(projects.find(id).orElseThrow().version()).isEqualTo(seen.version() + 2);
  }

  @Test
  void theDatabaseRefusesStagesOutOfOrder() {
    long id = add(1, "2026-02-01");
    assertThatThrownBy(
            () ->
                database.execute(
                    "UPDATE plugin_projects.project SET started = '2026-01-01' WHERE id = " + id))
        .rootCause()
        .hasMessageContaining("check constraint");
  }

  @Test
  void theIndicatorFollowsOneEntryAndNamesWhatIsMissing() {
    long one = add(1, "2026-02-10");
    long two = add(2, "2026-03-10");
    EntryIndicator indicator = new EntryIndicator(review);
    Period year = Period.year(2026);
    enter(one, EntrySystem.NATIONAL, YearMonth.of(2026, 2), 0, "2026-03-07T01:00:00Z");
    // February of one; March of one and two.
    assertThat(indicator.value(year).denominator()).isEqualByComparingTo("3");
    assertThat(indicator.value(year).numerator()).isEqualByComparingTo("1");
    enter(two, EntrySystem.CITY, YearMonth.of(2026, 3), 0, "2026-04-02T01:00:00Z");
    assertThat(indicator.value(year).numerator()).isEqualByComparingTo("1");
    enter(two, EntrySystem.NATIONAL, YearMonth.of(2026, 3), 0, "2026-04-02T01:00:00Z");
    assertThat(indicator.value(year).numerator()).isEqualByComparingTo("2");
    List<Evidence> missing =
        indicator.evidence(year, 10).stream().filter(each -> !each.counted()).toList();
    assertThat(missing).extracting(Evidence::id).containsExactly("D115-1/2026-03");
  }

  @Test
  void aCorrectionDoesNotMakeALateEntryEarlyNorAnEarlyOneLate() {
    long id = add(1, "2026-02-10");
    enter(id, EntrySystem.CITY, YearMonth.of(2026, 2), 0, "2026-03-04T01:00:00Z");
    enter(id, EntrySystem.CITY, YearMonth.of(2026, 2), 5, "2026-03-20T01:00:00Z");
    List<Progress> kept = progress.listOf(id);
    assertThat(kept).hasSize(1);
    assertThat(kept.get(0).deviation()).isEqualByComparingTo("5");
    assertThat(kept.get(0).inTime(CLOCK)).isTrue();
  }

  @Test
  void concernsLookAtTheLastMonthThatWasDueAndAtProjectsOfFormerYearsThatRun() {
    long old =
        projects
            .insert(
                new Project(
                    0,
                    "D114-1",
                    "舊案",
                    "works",
                    ProjectKind.WORKS,
                    new Project.People("甲", "乙"),
                    new Project.Money(
                        new BigDecimal(2_000_000),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO),
                    false,
                    2025,
                    new Project.Stages(
                        LocalDate.parse("2025-05-01"),
                        Optional.of(LocalDate.parse("2025-05-01")),
                        0,
                        Optional.of(LocalDate.parse("2025-06-01")),
                        Optional.of(LocalDate.parse("2025-06-10")),
                        Optional.empty()),
                    Optional.of(120.68),
                    Optional.of(24.14),
                    false,
                    1))
            .orElseThrow();
    for (int month = 1; month <= 3; month++) {
      enter(old, EntrySystem.CITY, YearMonth.of(2026, month), -10, "2026-04-02T01:00:00Z");
    }
    Concerns concerns = review.concerns(LocalDate.of(2026, 4, 20));
    assertThat(concerns.month()).isEqualTo(YearMonth.of(2026, 3));
    assertThat(concerns.off()).hasSize(1);
    assertThat(concerns.off().get(0).months()).hasSize(3);
    assertThat(review.concerns(LocalDate.of(2026, 4, 5)).month()).isEqualTo(YearMonth.of(2026, 2));
    assertThat(
            jdbc.sql("SELECT deviation FROM plugin_projects.project_map WHERE number = 'D114-1'")
                .query(Double.class)
                .single())
        .isEqualTo(-10.0);
  }

  @Test
  void theMonthlyReportNamesTheLiable() {
    long id = add(1, "2026-01-05");
    for (int month = 1; month <= 3; month++) {
      enter(id, EntrySystem.CITY, YearMonth.of(2026, month), -15, "2026-04-02T01:00:00Z");
    }
    String printed =
        new MonthlyReport(review, CLOCK).of(LocalDate.of(2026, 4, 20), Map.of()).toString();
    assertThat(printed).contains("甲／乙").contains("-15.00、-15.00、-15.00");
  }
}
