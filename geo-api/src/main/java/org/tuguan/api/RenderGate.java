package org.tuguan.api;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many pictures be drawn, or files written, at once and no more: beyond what the processor
 * can do at a time, more would only make each slower and fill the memory. A large picture takes
 * several places. Safe for any thread.
 */
public final class RenderGate {

  /** In pixels; some 10 MB while it is drawn and encoded. */
  private static final int ONE_PLACE = 1 << 20;

  private final int count;
  private final Duration patience;
  private final Semaphore places;

  /**
   * @param count of places
   * @param patience how long to wait for room
   */
  public RenderGate(int count, Duration patience) {
    this.count = count;
    this.patience = patience;
    this.places = new Semaphore(count, true);
  }

  /** No place was free for a while; nothing was begun. */
  public static final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    public static final int RETRY_SECONDS = 5;

    public OverloadedException() {
      super("too much is being made already; try again in " + RETRY_SECONDS + " seconds");
    }
  }

  /**
   * Waits for room, then works.
   *
   * @param pixels size of the picture
   */
  public <T> T pass(long pixels, Callable<T> work) throws Exception {
    int wanted = (int) Math.min(count, 1 + (pixels - 1) / ONE_PLACE);
    if (!places.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new OverloadedException();
    }
    try {
      return work.call();
    } finally {
      places.release(wanted);
    }
  }
}
