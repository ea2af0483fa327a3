package org.tuguan.plugin.registers;

import java.util.List;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.Evidence;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Period;

/** An indicator that a register's definition counts. */
final class CountIndicator implements Indicator {
  private final Register register;
  private final Register.Count count;
  private final JdbcCounts counts;

  CountIndicator(Register register, Register.Count count, JdbcCounts counts) {
    this.register = register;
    this.count = count;
    this.counts = counts;
  }

  /**
   * @throws IllegalArgumentException no register counts an indicator of this name
   */
  static CountIndicator of(String name, Registers registers, JdbcCounts counts) {
    for (Register register : registers.list()) {
      for (Register.Count count : register.counts()) {
        if (count.name().equals(name)) {
          return new CountIndicator(register, count, counts);
        }
      }
    }
    throw new IllegalArgumentException(name);
  }

  @Override
  public String name() {
    return count.name();
  }

  @Override
  public LocalText title() {
    return count.title();
  }

  @Override
  public IndicatorUnit unit() {
    return count.unit();
  }

  @Override
  public IndicatorValue value(Period period) {
    var numerator = counts.number(register.id(), count.over(), count.numerator(), period);
    return count
        .denominator()
        .map(
            part ->
                new IndicatorValue(
                    numerator, counts.number(register.id(), count.over(), part, period)))
        .orElseGet(() -> IndicatorValue.count(numerator.longValueExact()));
  }

  @Override
  public List<Evidence> evidence(Period period, int limit) {
    Register.Part all = count.denominator().orElse(count.numerator());
    return counts.rows(register.id(), count.over(), count.numerator(), all, period, limit).stream()
        .map(
            each ->
                new Evidence(
                    each.number(),
                    LocalText.same(each.number() + " " + each.title()),
                    each.counted(),
                    Optional.of(each.day()),
                    "/plugins/registers/registers.html#" + register.id() + "/" + each.number()))
        .toList();
  }
}
