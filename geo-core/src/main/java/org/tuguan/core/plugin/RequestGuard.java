package org.tuguan.core.plugin;

import org.tuguan.core.Extension;
import org.tuguan.core.RequestException;

/**
 * Looks at every request that a controller is to answer, before it does, and may refuse it. It
 * never lets through what the library itself refuses. Fast, since everybody waits for it; safe for
 * any thread.
 */
public interface RequestGuard extends Extension {
  /**
   * @throws RequestException to refuse; anything else that is thrown is logged and lets the request
   *     pass
   */
  void check(RequestFacts request);
}
