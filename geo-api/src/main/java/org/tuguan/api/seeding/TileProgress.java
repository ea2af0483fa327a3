package org.tuguan.api.seeding;

import java.util.Locale;

/** Shows on one line of a terminal how far it has come; every few seconds in a log. */
@SuppressWarnings("SystemOut")
final class TileProgress {
  private static final long TERMINAL_NANOS = 200_000_000L;
  private static final long LOG_NANOS = 5_000_000_000L;

  private final long total;
  private final long first;
  private final boolean terminal = System.console() != null;
  private final long start = System.nanoTime();
  private long last = start;
  private long bytes;

  /**
   * @param first how many were done before
   */
  TileProgress(long total, long first) {
    this.total = total;
    this.first = first;
  }

  void add(long length) {
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  void at(long done, int level) {
    long now = System.nanoTime();
    if (now - last < (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
      return;
    }
    last = now;
    double rate = (done - first) / ((now - start) / 1e9);
    System.out.printf(
        Locale.ROOT,
        terminal ? "\r\u001b[K%s" : "%s%n",
        "  第 %d 級 zoom %d · %,d / %,d 圖磚 tiles · %,.0f /s · %.1f MB · 剩餘 left %,.0f s"
            .formatted(
                level, level, done, total, rate, bytes / 1e6, (total - done) / Math.max(rate, 1)));
    System.out.flush();
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  void end() {
    if (terminal) {
      System.out.print("\r\u001b[K");
    }
  }
}
