package org.tuguan.plugin.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.analysis.IndicatorValue;

/**
 * A line of the scoreboard. Rates, weights and targets are fractions of 1.
 *
 * @param value empty if there was nothing to measure
 * @param score weight times how much of the target is reached, at most the weight; empty without
 *     value or target
 * @param projected value at the end of the year; empty once it is over
 * @param trend value from January to the end of each month; null where there is none
 * @param cause why it is broken; empty if it is not
 */
record Scored(
    String id,
    int version,
    int objective,
    LocalText name,
    Definition.Formula formula,
    IndicatorUnit unit,
    String agency,
    LocalText basis,
    Optional<LocalText> note,
    Optional<BigDecimal> value,
    BigDecimal numerator,
    BigDecimal denominator,
    Optional<BigDecimal> target,
    BigDecimal weight,
    Optional<BigDecimal> score,
    State state,
    LocalText stateTitle,
    Optional<BigDecimal> projected,
    List<BigDecimal> trend,
    boolean entered,
    Optional<LocalText> cause) {

  /**
   * @param months figures from January to the end of each month that counts
   * @param over true if the year is
   */
  static Scored of(
      Definitions.Versioned versioned, int year, List<IndicatorValue> months, boolean over) {
    Definition definition = versioned.definition();
    IndicatorValue now = months.isEmpty() ? IndicatorValue.NONE : months.get(months.size() - 1);
    Optional<BigDecimal> target = definition.target(year);
    Optional<BigDecimal> projected =
        over || months.isEmpty() ? Optional.empty() : Projection.ofYear(definition.unit(), months);
    State state = state(now.value(), target, projected, over);
    List<BigDecimal> trend = months.stream().map(each -> each.value().orElse(null)).toList();
    return line(versioned, now, target, projected, state, trend, Optional.empty());
  }

  static Scored broken(Definitions.Versioned versioned, int year, LocalText cause) {
    return line(
        versioned,
        IndicatorValue.NONE,
        versioned.definition().target(year),
        Optional.empty(),
        State.BROKEN,
        List.of(),
        Optional.of(cause));
  }

  private static State state(
      Optional<BigDecimal> value,
      Optional<BigDecimal> target,
      Optional<BigDecimal> projected,
      boolean over) {
    if (value.isEmpty()) {
      return State.NO_VALUE;
    }
    if (target.isEmpty()) {
      return State.NO_TARGET;
    }
    boolean met = value.get().compareTo(target.get()) >= 0;
    if (over) {
      return met ? State.MET : State.MISSED;
    }
    boolean willBe = projected.filter(each -> each.compareTo(target.get()) >= 0).isPresent();
    if (!willBe) {
      return State.AT_RISK;
    }
    return met ? State.MET : State.ON_TRACK;
  }

  private static Scored line(
      Definitions.Versioned versioned,
      IndicatorValue now,
      Optional<BigDecimal> target,
      Optional<BigDecimal> projected,
      State state,
      List<BigDecimal> trend,
      Optional<LocalText> cause) {
    Definition definition = versioned.definition();
    return new Scored(
        definition.id(),
        versioned.version(),
        definition.objective(),
        definition.name(),
        definition.formula(),
        definition.unit(),
        definition.agency(),
        definition.basis(),
        definition.note(),
        now.value(),
        now.numerator(),
        now.denominator(),
        target,
        definition.weight(),
        score(now.value(), target, definition.weight()),
        state,
        state.title(),
        projected,
        trend,
        definition.source() instanceof Source.Entered,
        cause);
  }

  private static Optional<BigDecimal> score(
      Optional<BigDecimal> value, Optional<BigDecimal> target, BigDecimal weight) {
    return value.flatMap(
        v ->
            target
                .filter(goal -> goal.signum() > 0)
                .map(goal -> v.divide(goal, MathContext.DECIMAL64).min(BigDecimal.ONE))
                .map(share -> share.max(BigDecimal.ZERO).multiply(weight)));
  }
}
