package org.tuguan.api.sharing.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.core.RequestException;
import org.tuguan.core.TestDatabase;

/** Days that nobody asked for are published too. */
class CirculationDaysTest {
  @TempDir static Path home;

  private static void requireBound(CirculationFigures figures, LocalDate last) {
    List<LocalDate> apart = List.of(last.minusYears(9), last);
    assertThat(figures.list(apart, Optional.empty(), new FigureReader(false, 2, 2 * 366)))
        .as("nine years are not read for two days")
        .hasSize(2);
    assertThatThrownBy(
            () -> figures.list(apart, Optional.empty(), new FigureReader(false, 2, 2 * 364)))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("728 are read with one question at most");
  }

  @Test
  void gapsAreFilledByTheUsualRule() {
    try (TestDatabase database = TestDatabase.create();
        IssuingServer server = new IssuingServer(database, home)) {
      CirculationFigures figures = server.bean(CirculationFigures.class);
      LocalDate last = figures.lastSettled();
      requireBound(figures, last);
      server
          .jdbc()
          .sql(
              """
              INSERT INTO tuguan.adoption_rule (version, effective_from, months, applications, uses, made, made_by)
              VALUES (2, :from, 12, 1, 3, now(), 'x')
              """)
          .param("from", last.minusDays(2))
          .update();
      figures.get(last.minusDays(6), Optional.of(2), FigureReader.NIGHT);
      figures.get(last.minusDays(4), Optional.empty(), FigureReader.NIGHT);
      figures.get(last, Optional.of(1), FigureReader.NIGHT);
      figures.publishDays();
      figures.publishDays();
      assertThat(
              server
                  .jdbc()
                  .sql(
                      "SELECT (:last - day) || ' by ' || rule FROM tuguan.circulation_figure ORDER BY day, rule")
                  .param("last", last)
                  .query(String.class)
                  .list())
          .containsExactly("6 by 2", "4 by 1", "3 by 1", "2 by 2", "1 by 2", "0 by 1", "0 by 2");
    }
  }
}
