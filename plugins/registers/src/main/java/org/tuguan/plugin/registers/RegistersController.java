package org.tuguan.plugin.registers;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.Period;

/** {@code /api/v1/registers}: the registers, how they stand, and their reports by month. */
@RestController
@RequestMapping("/api/v1/registers")
class RegistersController {
  private static final int MOST_MONTHS = 120;

  private final Registers registers;
  private final JdbcCounts counts;
  private final CaseRights rights;
  private final Clock clock;

  RegistersController(Registers registers, JdbcCounts counts, CaseRights rights, Clock clock) {
    this.registers = registers;
    this.counts = counts;
    this.rights = rights;
    this.clock = clock;
  }

  record Listing(LocalDate today, List<Standing> registers) {}

  record Standing(
      Register definition, long cases, long open, long overdue, List<Reached> thresholds) {}

  /**
   * How far a register is from a number of cases that makes a difference.
   *
   * @param counted cases opened in the running month, half-year or year
   */
  record Reached(
      Register.Span per,
      LocalDate from,
      int count,
      long counted,
      boolean reached,
      LocalText text) {}

  @GetMapping
  Listing list() {
    rights.read();
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    Map<String, JdbcCounts.Standing> standing =
        counts.standing(today).stream()
            .collect(Collectors.toMap(JdbcCounts.Standing::register, Function.identity()));
    return new Listing(
        today,
        registers.list().stream()
            .map(
                each ->
                    standing(
                        each,
                        standing.getOrDefault(
                            each.id(), new JdbcCounts.Standing(each.id(), 0, 0, 0)),
                        today))
            .toList());
  }

  private Standing standing(Register register, JdbcCounts.Standing numbers, LocalDate today) {
    return new Standing(
        register,
        numbers.cases(),
        numbers.open(),
        numbers.overdue(),
        register.thresholds().stream().map(each -> reached(register, each, today)).toList());
  }

  private Reached reached(Register register, Register.Threshold threshold, LocalDate today) {
    Period period = threshold.per().of(today);
    long counted = counts.opened(register.id(), threshold.category(), period);
    boolean reached = counted >= threshold.count();
    return new Reached(
        threshold.per(),
        period.from(),
        threshold.count(),
        counted,
        reached,
        reached ? threshold.reached() : threshold.below());
  }

  record Report(YearMonth from, YearMonth to, List<JdbcCounts.MonthRow> rows) {}

  /**
   * Cases by the month in which they were opened.
   *
   * @param from month, as 2026-01; left out, the January of the last month's year
   * @param to month; left out, the running one
   */
  @GetMapping("/{register}/report")
  Report report(
      @PathVariable("register") String id,
      @RequestParam(name = "from", required = false) String from,
      @RequestParam(name = "to", required = false) String to) {
    rights.read();
    Register register = registers.get(id);
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    YearMonth last = month("to", to).orElse(YearMonth.from(today));
    YearMonth first = month("from", from).orElse(last.withMonth(1));
    if (first.isAfter(last) || first.until(last, ChronoUnit.MONTHS) >= MOST_MONTHS) {
      throw RequestException.invalid(
          "from",
          first.toString(),
          new LocalText(
              "不得晚於 to，至多 %d 個月".formatted(MOST_MONTHS),
              "a month up to 'to', at most %d".formatted(MOST_MONTHS)));
    }
    Period period = new Period(first.atDay(1), last.atEndOfMonth());
    return new Report(first, last, counts.months(register.id(), period, today));
  }

  private static Optional<YearMonth> month(String name, String text) {
    try {
      return Optional.ofNullable(text).filter(each -> !each.isBlank()).map(YearMonth::parse);
    } catch (DateTimeException e) {
      throw RequestException.invalid(
          name, text, new LocalText("月份，例如 2026-11", "a month as 2026-11"));
    }
  }
}
