package org.tuguan.plugin.kpi;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Period;

/** Computes the scoreboard, each indicator for itself: one that fails blanks no other. */
@Component
class Scoring {
  private static final Logger LOG = LoggerFactory.getLogger(Scoring.class);
  private static final int FIRST = 1990;

  /** What exactly went wrong may name tables and hosts, and everybody reads the scoreboard. */
  private static final LocalText FAILED =
      new LocalText("計算失敗，原因見系統紀錄", "it could not be computed; the server's log says why");

  private final Definitions definitions;
  private final Figures figures;
  private final Clock clock;

  Scoring(Definitions definitions, Figures figures, Clock clock) {
    this.definitions = definitions;
    this.figures = figures;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * @param year of the common era
   * @param month up to whose end it goes; that of today if it is later
   * @throws RequestException for a year to come
   */
  Scoreboard of(int year, int month) {
    LocalDate today = today();
    if (year < FIRST || year > today.getYear()) {
      throw RequestException.invalid(
          "year",
          Integer.toString(year),
          new LocalText(
              "%d 至 %d 年".formatted(FIRST, today.getYear()),
              "%d to %d".formatted(FIRST, today.getYear())));
    }
    if (month < 1 || month > 12) {
      throw RequestException.invalid(
          "month", Integer.toString(month), new LocalText("1 至 12 月", "1 to 12"));
    }
    boolean running = year == today.getYear();
    int last = running ? Math.min(month, today.getMonthValue()) : month;
    LocalDate on = YearMonth.of(year, last).atEndOfMonth();
    List<Scored> scored = new ArrayList<>();
    for (Definitions.Versioned each : definitions.list()) {
      scored.add(score(each, year, last, last == 12 && !running));
    }
    return Scoreboard.of(year, last, on.isAfter(today) ? today : on, scored);
  }

  private Scored score(Definitions.Versioned each, int year, int last, boolean over) {
    try {
      List<IndicatorValue> months = new ArrayList<>();
      for (int month = 1; month <= last; month++) {
        months.add(figures.value(each.definition(), until(year, month)));
      }
      return Scored.of(each, year, months, over);
    } catch (Figures.Away e) {
      return Scored.broken(each, year, e.cause());
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("indicator {} cannot be computed", each.definition().id(), e);
      return Scored.broken(each, year, FAILED);
    }
  }

  /** From January to the end of a month. */
  static Period until(int year, int month) {
    return new Period(LocalDate.of(year, 1, 1), YearMonth.of(year, month).atEndOfMonth());
  }
}
