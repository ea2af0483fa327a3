package org.tuguan.api.analysis;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.Evidence;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Indicators;
import org.tuguan.core.analysis.Period;

/** {@code /api/v1/indicators}: figures with their two numbers. */
@RestController
class IndicatorsController {
  private static final int MOST_ROWS = 1000;

  private final Indicators indicators;
  private final Clock clock;

  IndicatorsController(Indicators indicators, Clock clock) {
    this.indicators = indicators;
    this.clock = clock;
  }

  /** An indicator without its figure. */
  record IndicatorJson(String id, LocalText title, String unit) {
    static IndicatorJson of(Indicator indicator) {
      return new IndicatorJson(
          indicator.name(), indicator.title(), indicator.unit().name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * @param value null where there was nothing to measure
   */
  record FigureJson(
      String id,
      LocalText title,
      String unit,
      LocalDate from,
      LocalDate to,
      BigDecimal value,
      BigDecimal numerator,
      BigDecimal denominator) {}

  @GetMapping("/api/v1/indicators")
  List<IndicatorJson> list() {
    return indicators.list().stream().map(IndicatorJson::of).toList();
  }

  /** The figure of these days, both ends included; of this year so far if nothing is said. */
  @GetMapping("/api/v1/indicators/{id}")
  FigureJson figure(
      @PathVariable String id,
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to) {
    Indicator indicator = indicators.find(id).orElseThrow(() -> unknown(id));
    Period period = period(from, to);
    IndicatorValue value = indicator.value(period);
    IndicatorJson words = IndicatorJson.of(indicator);
    return new FigureJson(
        words.id(),
        words.title(),
        words.unit(),
        period.from(),
        period.until(),
        value.value().orElse(null),
        value.numerator(),
        value.denominator());
  }

  /**
   * @param more true if there are further rows
   */
  record EvidenceJson(
      String id,
      LocalText title,
      LocalDate from,
      LocalDate to,
      List<Evidence> rows,
      boolean more) {}

  /** What the figure of these days was computed from; for those who work with the records. */
  @GetMapping("/api/v1/indicators/{id}/evidence")
  EvidenceJson evidence(
      @PathVariable String id,
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MOST_ROWS) {
      throw RequestException.invalid("limit", Integer.toString(limit), "1 to " + MOST_ROWS);
    }
    Indicator indicator = indicators.find(id).orElseThrow(() -> unknown(id));
    Period period = period(from, to);
    List<Evidence> rows = indicator.evidence(period, limit + 1);
    return new EvidenceJson(
        id,
        indicator.title(),
        period.from(),
        period.until(),
        rows.stream().limit(limit).toList(),
        rows.size() > limit);
  }

  private Period period(Optional<String> from, Optional<String> to) {
    LocalDate last = to.map(text -> day("to", text)).orElseGet(() -> LocalDate.now(clock));
    LocalDate first = from.map(text -> day("from", text)).orElse(last.withDayOfYear(1));
    if (last.isBefore(first)) {
      throw RequestException.invalid("to", last.toString(), "not before from");
    }
    return new Period(first, last);
  }

  private static LocalDate day(String parameter, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw RequestException.invalid(parameter, text, "a day such as 2011-12-31");
    }
  }

  private RequestException unknown(String id) {
    List<String> known = indicators.list().stream().map(Indicator::name).toList();
    return new RequestException(
        Fault.NOT_FOUND,
        "id",
        new LocalText(
            "沒有指標 %s".formatted(RequestException.quote(id)),
            "there is no indicator %s; there are %s"
                .formatted(RequestException.quote(id), String.join(", ", known))));
  }
}
