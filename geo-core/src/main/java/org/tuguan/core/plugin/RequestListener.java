package org.tuguan.core.plugin;

import org.tuguan.core.Extension;

/** Is told of every request that a controller has answered. Fast; safe for any thread. */
public interface RequestListener extends Extension {
  /**
   * What it throws is logged.
   *
   * @param status of HTTP
   */
  void answered(RequestFacts request, int status);
}
