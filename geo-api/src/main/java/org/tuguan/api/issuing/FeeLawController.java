package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.law.Clause;
import org.tuguan.core.issuing.law.Deadline;
import org.tuguan.core.issuing.law.FeeClock;
import org.tuguan.core.issuing.law.Instalment;
import org.tuguan.core.issuing.law.LateFee;
import org.tuguan.core.issuing.law.Procedure;
import org.tuguan.core.issuing.law.Refund;

/**
 * {@code /api/v1/fee-law}: what is due when, what being late costs and what is paid back, each with
 * its clause; for everybody. Nothing is kept. Money is whole NT$, days are days in Taipei.
 */
@RestController
@RequestMapping("/api/v1/fee-law")
class FeeLawController {
  private static final BigDecimal PERCENT = new BigDecimal("0.01");

  private final FeeClock law;
  private final Clock clock;

  FeeLawController(FeeClock law, Clock clock) {
    this.law = law;
    this.clock = clock;
  }

  /**
   * @param extended null if the time cannot be extended
   * @param certain false if the holidays of that year are not known yet
   */
  record DeadlineJson(
      Procedure procedure, LocalDate due, LocalDate extended, boolean certain, Clause clause) {
    static DeadlineJson of(Procedure procedure, Deadline deadline) {
      return new DeadlineJson(
          procedure,
          deadline.due(),
          deadline.extended().orElse(null),
          deadline.certain(),
          deadline.clause());
    }
  }

  record Deadlines(LocalDate from, List<DeadlineJson> deadlines) {}

  record Instalments(List<Instalment> instalments, Clause clause) {}

  /**
   * By when everything has to be done.
   *
   * @param from day of receipt or notice, not counted; today if it is missing
   */
  @GetMapping("/deadlines")
  Deadlines deadlines(@RequestParam(name = "from", defaultValue = "") String from) {
    LocalDate first = day("from", from);
    return new Deadlines(
        first,
        Arrays.stream(Procedure.values())
            .map(each -> DeadlineJson.of(each, law.deadline(each, first)))
            .toList());
  }

  /**
   * @param on day of payment; today if it is missing
   */
  @GetMapping("/late-fees")
  LateFee lateFee(
      @RequestParam("amount") String amount,
      @RequestParam("due") String due,
      @RequestParam(name = "on", defaultValue = "") String on) {
    return law.lateFee(money("amount", amount), day("due", due), day("on", on));
  }

  /** What is paid back; each ground takes the days that it needs, and rates are percent a year. */
  @GetMapping("/refunds")
  Refund refund(
      @RequestParam("ground") String ground,
      @RequestParam("amount") String amount,
      @RequestParam(name = "paid", defaultValue = "") String paid,
      @RequestParam(name = "applied", defaultValue = "") String applied,
      @RequestParam(name = "refunded", defaultValue = "") String refunded,
      @RequestParam(name = "rate", defaultValue = "0") String rate) {
    BigDecimal sum = money("amount", amount);
    return switch (ground) {
      case "overpaid" ->
          law.overpaid(
              sum,
              day("paid", paid),
              day("applied", applied),
              day("refunded", refunded),
              share(rate));
      case "not_done" ->
          law.notDone(sum, day("paid", paid), day("refunded", refunded), share(rate), false);
      case "own_fault" ->
          law.notDone(sum, day("paid", paid), day("refunded", refunded), share(rate), true);
      default -> law.withdrawnSurvey(sum, survey(ground));
    };
  }

  private static FeeClock.SurveyState survey(String ground) {
    return Arrays.stream(FeeClock.SurveyState.values())
        .filter(each -> ground.equals("survey_" + each.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "ground",
                    ground,
                    "allowed are overpaid, not_done, own_fault, survey_not_visited, survey_visited, survey_not_done, survey_done"));
  }

  /**
   * @param months between parts
   * @param rate percent a year
   */
  @GetMapping("/instalments")
  Instalments instalments(
      @RequestParam("amount") String amount,
      @RequestParam("parts") int parts,
      @RequestParam(name = "first", defaultValue = "") String first,
      @RequestParam(name = "months", defaultValue = "1") int months,
      @RequestParam(name = "rate", defaultValue = "0") String rate) {
    return new Instalments(
        law.instalments(money("amount", amount), parts, day("first", first), months, share(rate)),
        law.instalmentClause());
  }

  private LocalDate day(String name, String value) {
    return Optional.of(value)
        .filter(text -> !text.isBlank())
        .map(text -> DataRequestReader.date(name, text))
        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE));
  }

  private static BigDecimal money(String name, String value) {
    if (!value.matches("\\d{1,12}")) {
      throw RequestException.invalid(name, value, "expected whole NT$ of 0 or more");
    }
    return new BigDecimal(value);
  }

  private static BigDecimal share(String rate) {
    if (!rate.matches("\\d{1,2}(\\.\\d{1,6})?")) {
      throw RequestException.invalid("rate", rate, "expected percent a year, such as 1.7");
    }
    return new BigDecimal(rate).multiply(PERCENT);
  }
}
