package org.tuguan.plugin.coverage.figure;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * One large computation after another: each uses all processors and much memory by itself. A few
 * may wait for a while; more are told to come again. Safe for any thread.
 */
final class Turns {
  private final Semaphore one = new Semaphore(1, true);
  private final int mostWaiting;
  private final Duration patience;

  /**
   * @param mostWaiting may wait at a time; about as many if several come at one moment
   * @param patience how long each waits
   */
  Turns(int mostWaiting, Duration patience) {
    this.mostWaiting = mostWaiting;
    this.patience = patience;
  }

  /**
   * @param work that takes no turn itself
   * @throws RequestException TIMEOUT if too many wait already, or it has waited too long
   */
  <T> T take(Supplier<T> work) {
    await();
    try {
      return work.get();
    } finally {
      one.release();
    }
  }

  private void await() {
    try {
      if (one.tryAcquire()
          || one.getQueueLength() < mostWaiting
              && one.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RequestException(
        Fault.TIMEOUT,
        "footprint",
        new LocalText(
            "footprint=sight：正在計算其他視線範圍，請稍後再試。",
            "footprint=sight: other lines of sight are being computed; try again in a moment."));
  }
}
