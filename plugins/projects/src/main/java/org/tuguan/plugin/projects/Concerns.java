package org.tuguan.plugin.projects;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * The lists that the monthly review of late works (標案督導會報) looks at, as of a day.
 *
 * @param off those under the rule of three months
 * @param failedTenders failed twice or more, and still not awarded
 * @param overdueToTender to be put out to tender before this day, and not yet
 * @param toTender to be put out to tender within {@link #FORECAST_DAYS} days
 * @param notEntered projects whose progress of the month is missing though its last day is over
 */
record Concerns(
    LocalDate on,
    YearMonth month,
    List<Off> off,
    List<Project> failedTenders,
    List<Project> overdueToTender,
    List<Project> toTender,
    List<Project> notEntered) {
  static final int FAILED_TENDERS = 2;
  static final int FORECAST_DAYS = 90;

  /** A project under the rule of three months, with those who are liable. */
  record Off(Project project, Deviation deviation, List<Progress> months) {}

  /**
   * @param month the last whose entries were due
   * @param entered in the city's system, by project
   */
  static Concerns of(
      LocalDate on, YearMonth month, List<Project> projects, Map<Long, List<Progress>> entered) {
    return new Concerns(
        on,
        month,
        projects.stream()
            .flatMap(
                each -> {
                  List<Progress> own = entered.getOrDefault(each.id(), List.of());
                  return Deviation.of(own, month).stream()
                      .map(deviation -> new Off(each, deviation, lastOf(own, month)));
                })
            .toList(),
        projects.stream()
            .filter(
                each -> each.stages().failedTenders() >= FAILED_TENDERS && !each.wasAwardedBy(on))
            .toList(),
        projects.stream()
            .filter(each -> waits(each, on) && each.stages().tenderDue().isBefore(on))
            .toList(),
        projects.stream()
            .filter(
                each ->
                    waits(each, on)
                        && !each.stages().tenderDue().isBefore(on)
                        && !each.stages().tenderDue().isAfter(on.plusDays(FORECAST_DAYS)))
            .toList(),
        projects.stream()
            .filter(each -> each.reports(month))
            .filter(
                each ->
                    entered.getOrDefault(each.id(), List.of()).stream()
                        .noneMatch(one -> one.month().equals(month)))
            .toList());
  }

  private static boolean waits(Project project, LocalDate on) {
    return project.stages().tendered().filter(day -> !day.isAfter(on)).isEmpty();
  }

  private static List<Progress> lastOf(List<Progress> own, YearMonth month) {
    return own.stream()
        .filter(
            each ->
                !each.month().isAfter(month)
                    && each.month().isAfter(month.minusMonths(Deviation.MONTHS)))
        .toList();
  }
}
