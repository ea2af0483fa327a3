package org.tuguan.plugin.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.Evidence;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Indicators;
import org.tuguan.core.analysis.Period;

/** Gets the figure of a definition from where it comes from. */
@Component
class Figures {
  private final Indicators indicators;
  private final JdbcEntries entries;

  Figures(Indicators indicators, JdbcEntries entries) {
    this.indicators = indicators;
    this.entries = entries;
  }

  /** The part that computes the figure is not there, such as a plugin that is off. */
  static final class Away extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;

    Away(String name) {
      super(name);
      this.name = name;
    }

    LocalText cause() {
      return new LocalText(
          "計算 %s 的模組目前沒有啟用".formatted(name),
          "no part of the library computes %s now".formatted(name));
    }
  }

  /**
   * @throws RuntimeException whatever the part that computes it throws
   */
  IndicatorValue value(Definition definition, Period period) {
    if (definition.source() instanceof Source.Computed computed) {
      return indicator(computed).value(period);
    }
    List<JdbcEntries.Entry> entered = entries.list(definition.id(), period);
    if (definition.unit() != IndicatorUnit.RATE) {
      return entered.isEmpty()
          ? IndicatorValue.NONE
          : new IndicatorValue(sum(entered, IndicatorValue::numerator), BigDecimal.ONE);
    }
    return new IndicatorValue(
        sum(entered, IndicatorValue::numerator), sum(entered, IndicatorValue::denominator));
  }

  private static BigDecimal sum(
      List<JdbcEntries.Entry> entered, Function<IndicatorValue, BigDecimal> part) {
    return entered.stream()
        .map(JdbcEntries.Entry::value)
        .map(part)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  List<Evidence> evidence(Definition definition, Period period, int limit) {
    if (definition.source() instanceof Source.Computed computed) {
      return indicator(computed).evidence(period, limit);
    }
    return entries.list(definition.id(), period).stream()
        .limit(limit)
        .map(Figures::evidence)
        .toList();
  }

  private static Evidence evidence(JdbcEntries.Entry entry) {
    LocalDate day = entry.month().atEndOfMonth();
    String numbers =
        entry.value().numerator().toPlainString()
            + " / "
            + entry.value().denominator().toPlainString();
    return new Evidence(
        Long.toString(entry.id()),
        new LocalText(
            "%s 由 %s 填報：%s %s".formatted(entry.month(), entry.enteredBy(), numbers, entry.note()),
            "%s entered by %s: %s %s"
                .formatted(entry.month(), entry.enteredBy(), numbers, entry.note())),
        true,
        Optional.of(day),
        entry.document().isPresent()
            ? "/api/v1/kpi/entries/%d/document".formatted(entry.id())
            : "");
  }

  private Indicator indicator(Source.Computed computed) {
    return indicators.find(computed.name()).orElseThrow(() -> new Away(computed.name()));
  }
}
