package org.tuguan.plugin.projects;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Period;

/**
 * How many of the entries that were due were made (填報率): (projects - not awarded - not reported) /
 * (projects - not awarded), the formula of the plan with the brackets that make sense of it. Over
 * more than one month the entries of the months are added up. A month counts once its last day for
 * entries is over; late entries do not.
 */
final class EntryRate {
  private EntryRate() {}

  /** An entry that was due. */
  record Due(Project project, YearMonth month, boolean made) {}

  /**
   * @param entered of the system, by project
   */
  static List<Due> due(
      EntrySystem system,
      Period period,
      List<Project> projects,
      Map<Long, List<Progress>> entered,
      Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    List<Due> due = new ArrayList<>();
    YearMonth last = YearMonth.from(period.until());
    for (YearMonth month = YearMonth.from(period.from());
        !month.isAfter(last) && system.due(month).isBefore(today);
        month = month.plusMonths(1)) {
      for (Project project : projects) {
        if (project.reports(month)) {
          due.add(new Due(project, month, made(project, month, entered, clock)));
        }
      }
    }
    return due;
  }

  private static boolean made(
      Project project, YearMonth month, Map<Long, List<Progress>> entered, Clock clock) {
    return entered.getOrDefault(project.id(), List.of()).stream()
        .anyMatch(each -> each.month().equals(month) && each.inTime(clock));
  }

  static IndicatorValue of(List<Due> due) {
    return IndicatorValue.rate(due.stream().filter(Due::made).count(), due.size());
  }

  static Map<Long, List<Progress>> byProject(List<Progress> entered) {
    return entered.stream().collect(Collectors.groupingBy(Progress::project));
  }

  /** Of one list of due entries, those of each month. */
  static Map<YearMonth, List<Due>> byMonth(List<Due> due) {
    return due.stream()
        .collect(
            Collectors.groupingBy(
                Due::month,
                java.util.TreeMap::new,
                Collectors.mapping(Function.identity(), Collectors.toList())));
  }
}
