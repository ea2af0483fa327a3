package org.tuguan.plugin.kpi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * The whole years of the scoreboard as they are compared by everybody: kept for a while, and
 * computed one at a time, since each takes every indicator of twelve months. Safe for any thread.
 */
@Component
class PublicBoards {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int DECEMBER = 12;

  private final Scoring scoring;
  private final InstantSource clock;
  private final ReentrantLock one = new ReentrantLock(true);
  private final Map<Integer, Kept> boards = new LinkedHashMap<>();

  PublicBoards(Scoring scoring, InstantSource clock) {
    this.scoring = scoring;
    this.clock = clock;
  }

  private record Kept(Scoreboard board, Instant until) {}

  /**
   * As it was up to five minutes ago.
   *
   * @throws RequestException for a year to come; TIMEOUT if others are computing for too long
   */
  Scoreboard ofYear(int year) {
    await();
    try {
      Instant now = clock.instant();
      boards.values().removeIf(each -> !each.until().isAfter(now));
      Kept kept = boards.get(year);
      if (kept == null) {
        kept = new Kept(scoring.of(year, DECEMBER), now.plus(KEPT));
        boards.put(year, kept);
      }
      return kept.board();
    } finally {
      one.unlock();
    }
  }

  private void await() {
    try {
      if (one.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RequestException(
        Fault.TIMEOUT,
        "years",
        new LocalText("正在計算其他年度，請稍後再試", "other years are being computed; try again in a moment"));
  }
}
