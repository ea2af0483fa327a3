package org.tuguan.plugin.registers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.analysis.Period;

/**
 * What a register is.
 *
 * @param prefix of its case numbers
 * @param basis plan or law that it comes from
 * @param isPublic anybody who knows the number of a case may ask how it stands
 * @param hasLocation cases may lie somewhere
 * @param states the first is that of a new case
 * @param runsFrom id of the date field from which deadlines run; empty for the day it was opened
 * @param remindDays before the last day, when the handler is reminded
 * @param escalateDays whole days after the last one that pass before the manager is told
 * @param note what the plan leaves open, and how we read it
 */
record Register(
    String id,
    LocalText name,
    String prefix,
    LocalText basis,
    boolean isPublic,
    boolean hasLocation,
    List<State> states,
    List<Category> categories,
    List<Field> fields,
    Optional<String> runsFrom,
    int remindDays,
    int escalateDays,
    List<Threshold> thresholds,
    List<Count> counts,
    Optional<LocalText> note) {

  record State(String id, LocalText name, boolean closed) {}

  record Category(String id, LocalText name, Optional<Deadline> deadline) {}

  /** What a field holds. */
  enum Type {
    TEXT,
    NUMBER,
    DATE,
    FLAG,
    CHOICE
  }

  /**
   * @param choices of {@link Type#CHOICE}
   */
  record Field(String id, LocalText name, Type type, boolean required, List<String> choices) {}

  /** Time within which a number of cases makes a difference. */
  enum Span {
    MONTH,
    HALF_YEAR,
    YEAR;

    /** The one in which this day lies. */
    Period of(LocalDate day) {
      int months = this == MONTH ? 1 : this == HALF_YEAR ? 6 : 12;
      YearMonth first =
          YearMonth.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1);
      return new Period(first.atDay(1), first.plusMonths(months - 1).atEndOfMonth());
    }
  }

  /**
   * A number of cases from which another rule holds.
   *
   * @param category of the cases that count; empty for all
   */
  record Threshold(
      Span per, Optional<String> category, int count, LocalText reached, LocalText below) {}

  /** Day of a case that decides to which period it belongs. */
  enum Over {
    OPENED,
    CLOSED
  }

  /**
   * What is added up for one of the two numbers of an indicator.
   *
   * @param sum number field that is added up; empty to count cases
   * @param inTime only cases that were closed by their last day
   * @param states only cases in any of these; empty for all
   * @param byThen only cases that were closed by the end of the period: what is closed later does
   *     not change a figure of the past
   * @param agency only cases that this agency answers for
   */
  record Part(
      Optional<String> sum,
      boolean inTime,
      List<String> states,
      boolean byThen,
      Optional<String> agency) {}

  /**
   * An indicator that is counted from the cases.
   *
   * @param denominator empty for a count
   */
  record Count(
      String name,
      LocalText title,
      IndicatorUnit unit,
      Over over,
      Part numerator,
      Optional<Part> denominator) {}

  State firstState() {
    return states.get(0);
  }

  /**
   * @throws RequestException there is no such state
   */
  State state(String id) {
    return states.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "state",
                    String.valueOf(id),
                    String.join(", ", states.stream().map(State::id).toList())));
  }

  /**
   * @throws RequestException there is no such category
   */
  Category category(String id) {
    return categories.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "category",
                    String.valueOf(id),
                    String.join(", ", categories.stream().map(Category::id).toList())));
  }
}
