package org.tuguan.api.sharing.circulation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Days whose figures are counted from the same events: those from {@code first} to {@code last},
 * both included. Spans are short, so that many figures take no more room than a few.
 *
 * @param counted in their order, the last of them is {@code last}
 */
record LedgerSpan(LocalDate first, LocalDate last, List<LocalDate> counted) {
  /** Days from the first that is counted to the last. */
  private static final int LONGEST = 365;

  LedgerSpan {
    counted = List.copyOf(counted);
  }

  /**
   * All days, in their order, in as few spans as they fit in. Days that share no event are apart.
   *
   * @param since the first day that is looked at for the figure of a day
   */
  static List<LedgerSpan> of(List<LocalDate> days, UnaryOperator<LocalDate> since) {
    List<LedgerSpan> spans = new ArrayList<>();
    for (LocalDate day : days.stream().sorted().toList()) {
      LedgerSpan alone = new LedgerSpan(since.apply(day), day, List.of(day));
      if (!spans.isEmpty() && spans.get(spans.size() - 1).mayTake(alone)) {
        spans.add(spans.remove(spans.size() - 1).and(alone));
      } else {
        spans.add(alone);
      }
    }
    return spans;
  }

  private boolean mayTake(LedgerSpan later) {
    return !later.first.isAfter(last)
        && ChronoUnit.DAYS.between(counted.get(0), later.last) < LONGEST;
  }

  private LedgerSpan and(LedgerSpan later) {
    List<LocalDate> both = new ArrayList<>(counted);
    both.addAll(later.counted);
    return new LedgerSpan(
        first.isBefore(later.first) ? first : later.first, later.last, List.copyOf(both));
  }

  /** That are read. */
  long days() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }
}
