package org.tuguan.plugin.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.IndicatorValue;

/**
 * The rates that central grants are judged by (一般性補助款管考): award 55, 75 and 85 % at the ends of
 * June, September and December; completion and achievement 80 % in December; budget allotted 40 %
 * in the third quarter and all of it in December.
 */
final class Ratios {
  private static final LocalText BY_MONEY =
      new LocalText(
          "計畫未訂公式；此處以實支數／預算數計", "the plan has no formula; here money spent of the budget");
  private static final LocalText BY_CASES =
      new LocalText("計畫未訂公式；此處以件數計", "the plan has no formula; here by number of projects");

  private Ratios() {}

  /**
   * As of a day.
   *
   * @param granted projects of one year's grants
   */
  static List<Ratio> on(LocalDate day, List<Project> granted) {
    return List.of(
        new Ratio(
            "award",
            new LocalText("發包率", "award rate"),
            share(granted, each -> each.wasAwardedBy(day)),
            awardTarget(day),
            Optional.of(BY_CASES)),
        new Ratio(
            "completion",
            new LocalText("完工率", "completion rate"),
            share(granted, each -> each.wasCompletedBy(day)),
            inDecember(day, "0.80"),
            Optional.of(BY_CASES)),
        new Ratio(
            "achievement",
            new LocalText("達成率", "achievement rate"),
            money(granted, Project.Money::spent),
            inDecember(day, "0.80"),
            Optional.of(BY_MONEY)),
        allotment(day, granted));
  }

  private static Ratio allotment(LocalDate day, List<Project> granted) {
    boolean fourth = day.getMonthValue() >= Month.DECEMBER.getValue();
    boolean third = day.getMonthValue() >= Month.JULY.getValue();
    Function<Project.Money, BigDecimal> part =
        fourth ? Project.Money::allotted : Project.Money::allottedByQ3;
    Optional<BigDecimal> target =
        fourth
            ? Optional.of(BigDecimal.ONE)
            : third ? Optional.of(new BigDecimal("0.40")) : Optional.empty();
    return new Ratio(
        "allotment",
        new LocalText("預算分配率", "budget allotted"),
        money(granted, part),
        target,
        Optional.empty());
  }

  /** The last target that has come by a day of the year. */
  private static Optional<BigDecimal> awardTarget(LocalDate day) {
    int month =
        day.equals(day.withDayOfMonth(day.lengthOfMonth()))
            ? day.getMonthValue()
            : day.getMonthValue() - 1;
    if (month >= 12) {
      return Optional.of(new BigDecimal("0.85"));
    }
    if (month >= 9) {
      return Optional.of(new BigDecimal("0.75"));
    }
    return month >= 6 ? Optional.of(new BigDecimal("0.55")) : Optional.empty();
  }

  private static Optional<BigDecimal> inDecember(LocalDate day, String target) {
    return day.getMonth() == Month.DECEMBER
        ? Optional.of(new BigDecimal(target))
        : Optional.empty();
  }

  private static IndicatorValue share(List<Project> projects, Predicate<Project> part) {
    return IndicatorValue.rate(projects.stream().filter(part).count(), projects.size());
  }

  private static IndicatorValue money(
      List<Project> projects, Function<Project.Money, BigDecimal> part) {
    return new IndicatorValue(sum(projects, part), sum(projects, Project.Money::budget));
  }

  private static BigDecimal sum(
      List<Project> projects, Function<Project.Money, BigDecimal> amount) {
    return projects.stream()
        .map(Project::money)
        .map(amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
