package org.tuguan.plugin.coverage.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** What is wrong with rows, all of it up to a limit; all are counted. For one thread. */
final class Faults {
  private static final int KEPT = 10_000;
  private static final int TOLD = 5;

  private final List<BadRow> kept = new ArrayList<>();
  private long count;

  void add(BadRow fault) {
    count++;
    if (kept.size() < KEPT) {
      kept.add(fault);
    }
  }

  long count() {
    return count;
  }

  List<BadRow> list() {
    return List.copyOf(kept);
  }

  /** Nothing is imported if anything is wrong. */
  void throwIfAny() {
    if (count > 0) {
      List<LocalText> told = kept.stream().limit(TOLD).map(BadRow::told).toList();
      String zh = told.stream().map(LocalText::zh).collect(Collectors.joining("；"));
      String en = told.stream().map(LocalText::en).collect(Collectors.joining("; "));
      throw new RequestException(
          Fault.UNREADABLE_DATA,
          "layer",
          new LocalText(
              "%d 處有誤，未匯入任何資料：%s".formatted(count, zh),
              "%d values are wrong and nothing was imported: %s".formatted(count, en)));
    }
  }
}
