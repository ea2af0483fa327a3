package org.tuguan.api.imports;

import java.util.Locale;

/** Shows on one line of a terminal how far an import has come; every few seconds in a log. */
@SuppressWarnings("SystemOut")
final class TerminalProgress implements ImportProgress {
  private final long bytes;
  private final boolean terminal = System.console() != null;
  private final long start = System.nanoTime();
  private long last;
  private boolean shown;

  TerminalProgress(long bytes) {
    this.bytes = bytes;
  }

  @Override
  public void at(Step step, long rows, double share) {
    long now = System.nanoTime();
    long every = terminal ? 200_000_000L : 5_000_000_000L;
    if (now - (last == 0 ? start : last) < every) {
      return;
    }
    last = now;
    shown = terminal;
    String what =
        switch (step) {
          case READING -> "檢視 reading";
          case LOADING -> "載入 loading";
          case INDEXING -> "索引 indexing";
        };
    double seconds = (now - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        terminal
            ? "\r\u001b[K  %s %,d 筆 rows · %.1f / %.1f MB · %,.0f rows/s"
            : "  %s %,d 筆 rows · %.1f / %.1f MB · %,.0f rows/s%n",
        what,
        rows,
        share * bytes / 1e6,
        bytes / 1e6,
        rows / seconds);
    System.out.flush();
  }

  void end() {
    if (shown) {
      System.out.print("\r\u001b[K");
    }
  }
}
