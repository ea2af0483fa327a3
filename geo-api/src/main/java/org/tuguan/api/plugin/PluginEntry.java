package org.tuguan.api.plugin;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A plugin that was found, and how it is.
 *
 * @param id of its manifest; the name of its file if that cannot be read
 * @param file jar or directory
 * @param found as it lay on disk when it came to this state
 * @param running present if, and only if, it is on
 * @param fault present if, and only if, it is in quarantine
 * @param since when it came to this state
 */
record PluginEntry(
    String id,
    String file,
    PluginDirectory.Found found,
    Optional<RunningPlugin> running,
    Optional<PluginFault> fault,
    Instant since) {
  PluginEntry {
    Objects.requireNonNull(id);
    Objects.requireNonNull(file);
    Objects.requireNonNull(found);
    Objects.requireNonNull(since);
    if (running.isPresent() && fault.isPresent()) {
      throw new IllegalArgumentException(id + " is on and in quarantine");
    }
  }

  /** How a plugin is. */
  enum State {
    ON,
    /** Somebody wants it so. */
    OFF,
    /** It cannot be used. */
    QUARANTINED
  }

  State state() {
    if (running.isPresent()) {
      return State.ON;
    }
    return fault.isPresent() ? State.QUARANTINED : State.OFF;
  }
}
