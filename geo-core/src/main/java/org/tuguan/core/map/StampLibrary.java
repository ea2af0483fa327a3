package org.tuguan.core.map;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Symbols and labels that were drawn before, for the pictures that follow: drawing a letter with
 * its halo takes a hundred times as long as laying down its pixels. Safe for any thread.
 */
final class StampLibrary {
  private static final long MOST_PIXELS = 4L << 20;

  /** What a stamp costs besides its pixels. */
  private static final int OVERHEAD = 64;

  private final Map<Object, PixelStamp> known = new ConcurrentHashMap<>();
  private final AtomicLong pixels = new AtomicLong();

  /**
   * @param look all that the stamp depends on, with equals
   */
  PixelStamp get(Object look, Supplier<PixelStamp> make) {
    PixelStamp found = known.get(look);
    if (found == null) {
      found = make.get();
      if (pixels.addAndGet(found.argb().length + OVERHEAD) > MOST_PIXELS) {
        known.clear();
        pixels.set(found.argb().length + OVERHEAD);
      }
      known.put(look, found);
    }
    return found;
  }
}
