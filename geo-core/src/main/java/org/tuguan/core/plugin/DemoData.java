package org.tuguan.core.plugin;

import org.tuguan.core.Extension;

/** Fills a plugin's tables for the demonstration, after the city itself was made. */
public interface DemoData extends Extension {
  /**
   * Takes the place of what it wrote before; synthetic persons and cases only, marked as such.
   *
   * @return number of records written
   */
  long write();
}
