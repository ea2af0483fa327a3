package org.tuguan.plugin.projects;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.tuguan.core.analysis.Period;

/** What is asked of all projects at once: concerns, rates, entries. */
@Service
class ProjectReview {
  /** What was to be tendered before that is taken as given up. */
  private static final int WAITING_YEARS = 3;

  private final JdbcProjects projects;
  private final JdbcProgress progress;
  private final Clock clock;

  ProjectReview(JdbcProjects projects, JdbcProgress progress, Clock clock) {
    this.projects = projects;
    this.progress = progress;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }

  /** The last month whose entries were due before a day. */
  static YearMonth lastDue(EntrySystem system, LocalDate day) {
    YearMonth month = YearMonth.from(day).minusMonths(1);
    return system.due(month).isBefore(day) ? month : month.minusMonths(1);
  }

  /** Of the projects of a year's budget, and those of former years that go on. */
  Concerns concerns(LocalDate day) {
    YearMonth month = lastDue(EntrySystem.CITY, day);
    Map<Long, List<Progress>> entered =
        EntryRate.byProject(
            progress.listOf(EntrySystem.CITY, month.minusMonths(Deviation.MONTHS), month));
    return Concerns.of(day, month, known(day), entered);
  }

  private List<Project> known(LocalDate day) {
    Map<Long, Project> known = new LinkedHashMap<>();
    projects.listOfYear(day.getYear()).forEach(each -> known.put(each.id(), each));
    projects
        .listRunning(day.minusMonths(Deviation.MONTHS), day)
        .forEach(each -> known.putIfAbsent(each.id(), each));
    projects
        .listWaiting(day, day.minusYears(WAITING_YEARS), day.plusDays(Concerns.FORECAST_DAYS))
        .forEach(each -> known.putIfAbsent(each.id(), each));
    return List.copyOf(known.values());
  }

  List<EntryRate.Due> due(EntrySystem system, Period period) {
    YearMonth from = YearMonth.from(period.from());
    YearMonth until = YearMonth.from(period.until());
    return EntryRate.due(
        system,
        period,
        projects.listRunning(period.from(), period.until()),
        EntryRate.byProject(progress.listOf(system, from, until)),
        clock);
  }

  List<Ratio> ratios(LocalDate day) {
    return Ratios.on(
        day, projects.listOfYear(day.getYear()).stream().filter(Project::granted).toList());
  }
}
