package org.tuguan.plugin.coverage.imports;

import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** What is wrong with rows; the first few are told, all are counted. For one thread. */
final class Faults {
  private static final int SHOWN = 5;

  private final List<String> shown = new ArrayList<>();
  private int count;

  void add(String row, RuntimeException fault) {
    count++;
    if (shown.size() < SHOWN) {
      shown.add(row + ": " + fault.getMessage());
    }
  }

  /** Nothing is imported if anything is wrong. */
  void throwIfAny() {
    if (count > 0) {
      String list = String.join("; ", shown);
      throw new RequestException(
          Fault.UNREADABLE_DATA,
          "layer",
          new LocalText(
              "%d 筆有誤，未匯入任何資料：%s".formatted(count, list),
              "%d rows are wrong and nothing was imported: %s".formatted(count, list)));
    }
  }
}
