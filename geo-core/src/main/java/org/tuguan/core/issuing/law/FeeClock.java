package org.tuguan.core.issuing.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * Days and sums that the law attaches to fees. Periods are calendar days of which the first is not
 * counted, and end on a working day (行政程序法第48條).
 *
 * <p>Interest rates are a share a year (0.017 for 1.7 %) and given: that of a one-year time deposit
 * at the Post Office on the day of payment. A year has 365 days.
 */
public final class FeeClock {
  private static final BigDecimal YEAR = new BigDecimal(365);
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Statutes statutes;
  private final Holidays holidays;

  public FeeClock(Statutes statutes, Holidays holidays) {
    this.statutes = statutes;
    this.holidays = holidays;
  }

  /**
   * By when a procedure has to be done.
   *
   * @param from day of receipt or notice, not counted
   */
  public Deadline deadline(Procedure procedure, LocalDate from) {
    Clause clause = statutes.get(procedure.clause());
    LocalDate due = from.plusDays(clause.whole("days"));
    Optional<LocalDate> extended =
        Optional.ofNullable(clause.params().get("extension"))
            .map(more -> due.plusDays(more.intValueExact()));
    LocalDate last = extended.orElse(due);
    return new Deadline(
        holidays.workingDayFrom(due),
        extended.map(holidays::workingDayFrom),
        holidays.covers(due) && holidays.covers(last),
        clause);
  }

  /**
   * When a fee standard has to be reviewed.
   *
   * @param last day in force of the version, or of the last review, whichever is later
   */
  public Deadline review(LocalDate last) {
    Clause clause = statutes.get("review-cycle");
    LocalDate due = last.plusYears(clause.whole("years"));
    return new Deadline(due, Optional.empty(), true, clause);
  }

  /**
   * What being late costs.
   *
   * @param amount NT$ not paid in time
   * @param due last day to pay; moved to a working day before it counts
   * @param day of payment, or today
   */
  public LateFee lateFee(BigDecimal amount, LocalDate due, LocalDate day) {
    Clause clause = statutes.get("late-payment");
    LocalDate last = holidays.workingDayFrom(due);
    long days = Math.max(0, ChronoUnit.DAYS.between(last, day));
    int most = clause.whole("enforcement_after_days");
    long periods = Math.min(days, most) / clause.whole("per_days");
    BigDecimal percent = clause.number("pct").multiply(BigDecimal.valueOf(periods));
    BigDecimal surcharge = amount.multiply(percent).divide(HUNDRED, 0, RoundingMode.HALF_UP);
    return new LateFee(
        days,
        percent,
        surcharge,
        days > most,
        last.plusDays(most + 1L),
        last.plusYears(statutes.get("limitation").whole("years")),
        clause);
  }

  /**
   * Paid too much or by mistake.
   *
   * @param applied day of the application for a refund
   * @param refunded day of the refund, on which interest ends
   */
  public Refund overpaid(
      BigDecimal amount, LocalDate paid, LocalDate applied, LocalDate refunded, BigDecimal rate) {
    Clause clause = statutes.get("refund-overpaid");
    if (applied.isAfter(paid.plusYears(clause.whole("years")))) {
      return new Refund(BigDecimal.ZERO, BigDecimal.ZERO, clause);
    }
    return new Refund(amount, interest(amount, paid, refunded, rate), clause);
  }

  /**
   * Not done within the legal time, and stopped by the applicant.
   *
   * @param ownFault true if the applicant was the cause
   */
  public Refund notDone(
      BigDecimal amount, LocalDate paid, LocalDate refunded, BigDecimal rate, boolean ownFault) {
    Clause clause = statutes.get("refund-not-done");
    return ownFault
        ? new Refund(BigDecimal.ZERO, BigDecimal.ZERO, clause)
        : new Refund(amount, interest(amount, paid, refunded, rate), clause);
  }

  /** How far a cadastral survey had come when it was withdrawn. */
  public enum SurveyState {
    NOT_VISITED("withdrawn-not-visited"),
    VISITED("withdrawn-visited"),
    /** The day of the survey has come and it was not completed. */
    NOT_DONE("survey-not-done"),
    DONE("survey-done");

    private final String clause;

    SurveyState(String clause) {
      this.clause = clause;
    }
  }

  /** A cadastral survey withdrawn: what was spent is kept, never more than was paid. */
  public Refund withdrawnSurvey(BigDecimal paid, SurveyState state) {
    Clause clause = statutes.get(state.clause);
    BigDecimal kept =
        clause.params().containsKey("keep")
            ? clause.number("keep")
            : paid.multiply(clause.number("keep_pct")).divide(HUNDRED, 0, RoundingMode.HALF_UP);
    return new Refund(paid.subtract(kept.min(paid)), BigDecimal.ZERO, clause);
  }

  /**
   * A fee in parts.
   *
   * @param parts two to six
   * @param first day on which the first part is due and from which interest runs
   * @param months between parts, two at most
   * @param rate a share a year
   */
  public List<Instalment> instalments(
      BigDecimal amount, int parts, LocalDate first, int months, BigDecimal rate) {
    Clause clause = statutes.get("instalments");
    check("parts", parts, clause.whole("least"), clause.whole("most"), clause);
    check("months", months, 1, clause.whole("interval_months"), clause);
    BigDecimal count = BigDecimal.valueOf(parts);
    BigDecimal part = amount.divide(count, 0, RoundingMode.FLOOR);
    BigDecimal owed = amount;
    LocalDate since = first;
    List<Instalment> plan = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      LocalDate due = first.plusMonths((long) i * months);
      BigDecimal principal =
          i == 0 ? amount.subtract(part.multiply(count.subtract(BigDecimal.ONE))) : part;
      plan.add(new Instalment(i + 1, due, principal, interest(owed, since, due, rate)));
      owed = owed.subtract(principal);
      since = due;
    }
    return List.copyOf(plan);
  }

  /** The clause under which a fee is paid in parts. */
  public Clause instalmentClause() {
    return statutes.get("instalments");
  }

  private static void check(String name, int value, int least, int most, Clause clause) {
    if (value < least || value > most) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          name,
          new LocalText(
              "%s=%d：%s規定 %d 至 %d".formatted(name, value, clause.article(), least, most),
              "%s=%d: %s allows %d to %d".formatted(name, value, clause.article(), least, most)));
    }
  }

  private static BigDecimal interest(
      BigDecimal amount, LocalDate from, LocalDate to, BigDecimal rate) {
    if (rate.signum() < 0) {
      throw new IllegalArgumentException("rate " + rate);
    }
    long days = Math.max(0, ChronoUnit.DAYS.between(from, to));
    return amount
        .multiply(rate)
        .multiply(BigDecimal.valueOf(days))
        .divide(YEAR, 0, RoundingMode.HALF_UP);
  }
}
