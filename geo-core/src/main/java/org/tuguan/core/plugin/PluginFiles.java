package org.tuguan.core.plugin;

import java.nio.file.Path;

/** Where a plugin may keep files on this node's disk: caches, which may be lost. */
public interface PluginFiles {
  /** A directory of its own, which exists. */
  Path directory();
}
