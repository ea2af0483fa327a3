package org.tuguan.core.plugin;

import java.util.Optional;
import org.tuguan.core.Extension;
import org.tuguan.core.LocalText;

/** How a plugin is doing, for administrators. */
public interface PluginHealth extends Extension {
  /** What is not as it should be; empty if all is well. Fast: pages wait for it. */
  Optional<LocalText> trouble();
}
