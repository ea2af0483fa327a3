package org.tuguan.api.wms;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;

/**
 * Lets so many pictures be drawn at once and no more: beyond what the processor can do at a time,
 * more would only make each slower and fill the memory. Safe for any thread.
 */
@Component
class RenderGate {
  private static final long PATIENCE_SECONDS = 10;

  private final Semaphore places;

  RenderGate(TuguanProperties properties) {
    places = new Semaphore(properties.limits().concurrentMaps(), true);
  }

  /** No place was free for a while; nothing was begun. */
  static final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final int RETRY_SECONDS = 5;

    OverloadedException() {
      super("too many maps are being drawn; try again in " + RETRY_SECONDS + " seconds");
    }
  }

  /** Waits for a place, then works. */
  <T> T pass(Callable<T> work) throws Exception {
    if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new OverloadedException();
    }
    try {
      return work.call();
    } finally {
      places.release();
    }
  }
}
