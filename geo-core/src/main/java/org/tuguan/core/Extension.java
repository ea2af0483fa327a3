package org.tuguan.core;

/** A part that can be attached to the server without changing it; safe for any thread. */
public interface Extension {
  /**
   * Unique among the extensions of one point; appears in addresses and logs: lower case, hyphens.
   */
  String name();

  /** 0 first, 100 last. */
  default int priority() {
    return 50;
  }
}
