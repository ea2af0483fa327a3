package org.tuguan.plugin.coverage.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaysTest {
  @Test
  void daysOfBothCalendarsAreTheSameDay() {
    for (String text :
        List.of(
            "2021-03-31",
            "2021/3/31",
            "2021.03.31",
            "20210331",
            "110/03/31",
            "110-3-31",
            "1100331",
            "110年3月31日",
            "2021年3月31日",
            "2021-03-31T08:00:00",
            "2021-03-31 08:00")) {
      assertThat(Days.parse(text)).as(text).hasValue(LocalDate.of(2021, 3, 31));
    }
  }

  @Test
  void whatIsNoDayIsNone() {
    for (String text : List.of("", "2021", "2021-13-01", "31/03/2021", "2021-02-30", "soon")) {
      assertThat(Days.parse(text)).as(text).isEmpty();
    }
  }
}
