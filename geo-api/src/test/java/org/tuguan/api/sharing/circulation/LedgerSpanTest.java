package org.tuguan.api.sharing.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read of the ledger for some days. */
class LedgerSpanTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2011, 1, 1);

  private static List<LedgerSpan> spans(Stream<LocalDate> days, int months) {
    return LedgerSpan.of(days.toList(), day -> day.minusMonths(months).plusDays(1));
  }

  @Test
  void daysFarApartAreReadAlone() {
    List<LedgerSpan> spans = spans(Stream.of(NEW_YEAR.plusYears(14), NEW_YEAR), 12);
    assertThat(spans)
        .containsExactly(
            new LedgerSpan(LocalDate.of(2010, 1, 2), NEW_YEAR, List.of(NEW_YEAR)),
            new LedgerSpan(
                LocalDate.of(2024, 1, 2), NEW_YEAR.plusYears(14), List.of(NEW_YEAR.plusYears(14))));
    assertThat(spans.get(0).days()).isEqualTo(365);
  }

  @Test
  void daysNearOneAnotherAreReadOnce() {
    List<LedgerSpan> spans = spans(IntStream.range(0, 62).mapToObj(NEW_YEAR::plusDays), 12);
    assertThat(spans).hasSize(1);
    assertThat(spans.get(0).counted()).hasSize(62);
    assertThat(spans.get(0).days()).isEqualTo(365 + 61);
  }

  @Test
  void noSpanIsLongerThanAYearAndWhatIsLookedBack() {
    List<LedgerSpan> spans = spans(IntStream.range(0, 60).mapToObj(NEW_YEAR::plusMonths), 24);
    assertThat(spans.stream().flatMap(each -> each.counted().stream()).toList())
        .as("every day once, in order")
        .containsExactlyElementsOf(IntStream.range(0, 60).mapToObj(NEW_YEAR::plusMonths).toList());
    assertThat(spans).hasSize(5).allMatch(each -> each.days() <= 365 + 2 * 366);
  }
}
