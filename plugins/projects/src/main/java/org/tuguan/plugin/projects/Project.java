package org.tuguan.plugin.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

/**
 * A project under control. Amounts are whole NT$, days are in Asia/Taipei.
 *
 * @param agency id of the city agency that answers for it
 * @param people who answer for it by name
 * @param granted paid from a central grant
 * @param year of the common era whose budget it is in
 * @param lon WGS 84; with {@code lat}, or empty
 * @param version grows with every change of it or of its check points
 */
record Project(
    long id,
    String number,
    String title,
    String agency,
    ProjectKind kind,
    People people,
    Money money,
    boolean granted,
    int year,
    Stages stages,
    Optional<Double> lon,
    Optional<Double> lat,
    boolean synthetic,
    int version) {
  /** Works and purchases from this budget on are entered in both systems. */
  static final BigDecimal CONTROLLED = new BigDecimal(1_000_000);

  /** The manager is liable together with the officer. */
  record People(String officer, String manager) {}

  /**
   * @param allottedByQ3 by 30 September
   * @param allotted by 31 December
   */
  record Money(BigDecimal budget, BigDecimal allottedByQ3, BigDecimal allotted, BigDecimal spent) {}

  /**
   * How far it has come; each day is empty until it came.
   *
   * @param failedTenders how often nobody could be awarded (流標、廢標)
   */
  record Stages(
      LocalDate tenderDue,
      Optional<LocalDate> tendered,
      int failedTenders,
      Optional<LocalDate> awarded,
      Optional<LocalDate> started,
      Optional<LocalDate> completed) {
    /**
     * @throws IllegalArgumentException the days are not in this order
     */
    Stages {
      Objects.requireNonNull(tenderDue);
      if (failedTenders < 0) {
        throw new IllegalArgumentException("failed_tenders");
      }
      after("awarded", tendered, awarded);
      after("started", awarded, started);
      after("completed", started, completed);
    }

    private static void after(String name, Optional<LocalDate> one, Optional<LocalDate> next) {
      if (next.isPresent() && (one.isEmpty() || next.get().isBefore(one.get()))) {
        throw new IllegalArgumentException(name);
      }
    }
  }

  Project {
    Objects.requireNonNull(number);
    Objects.requireNonNull(kind);
    if (lon.isPresent() != lat.isPresent()) {
      throw new IllegalArgumentException("lon and lat");
    }
  }

  boolean isControlled() {
    return money.budget().compareTo(CONTROLLED) >= 0;
  }

  boolean wasAwardedBy(LocalDate day) {
    return stages.awarded().filter(each -> !each.isAfter(day)).isPresent();
  }

  boolean wasCompletedBy(LocalDate day) {
    return stages.completed().filter(each -> !each.isAfter(day)).isPresent();
  }

  /** Whether the progress of a month is to be entered: awarded in it or before, and not over. */
  boolean reports(YearMonth month) {
    return isControlled()
        && wasAwardedBy(month.atEndOfMonth())
        && !wasCompletedBy(month.minusMonths(1).atEndOfMonth());
  }
}
