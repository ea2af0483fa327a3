package org.tuguan.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class IndicatorValueTest {
  @Test
  void nothingToMeasureIsNoValueAndNotZero() {
    assertThat(IndicatorValue.rate(0, 0).value()).isEmpty();
    assertThat(IndicatorValue.rate(0, 27).value())
        .hasValueSatisfying(zero -> assertThat(zero).isEqualByComparingTo(BigDecimal.ZERO));
    assertThat(IndicatorValue.rate(14, 27).value()).hasValue(new BigDecimal("0.5185185185"));
  }

  @Test
  void aPeriodHoldsBothItsEnds() {
    Period month = Period.month(YearMonth.of(2012, 2));
    assertThat(month.contains(LocalDate.of(2012, 2, 1))).isTrue();
    assertThat(month.contains(LocalDate.of(2012, 2, 29))).isTrue();
    assertThat(month.contains(LocalDate.of(2012, 3, 1))).isFalse();
    assertThatThrownBy(() -> new Period(LocalDate.of(2012, 1, 2), LocalDate.of(2012, 1, 1)))
        .hasMessageContaining("2012-01-02");
  }
}
