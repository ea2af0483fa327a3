package org.tuguan.core.plugin;

import org.tuguan.core.Extension;

/**
 * Work that is done again and again, by one node at a time. What a run throws is logged and shown,
 * and the next run comes at its time; one that takes too long is interrupted, and has to end then.
 * May run a second time for the same moment if a node dies.
 */
public interface PluginJob extends Extension {
  JobTimes times();

  /** On a thread of the server; no caller is known. */
  void run();
}
