package org.tuguan.plugin.coverage.planning;

import org.tuguan.core.LocalText;

/** Hears how far a long computation is, and may end it by throwing. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress NONE = (done, text) -> {};

  /**
   * @param done 0 to 1
   */
  void at(double done, LocalText text);
}
