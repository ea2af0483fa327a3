package org.tuguan.core.plugin;

import java.util.Collection;
import java.util.Optional;
import org.tuguan.core.crs.Bounds;

/**
 * The ledger of use, for answers that give data of layers. To be told on the thread of the request
 * and before the answer is made; outside requests nothing happens.
 */
public interface PluginUsage {
  /**
   * This request uses these layers. Recorded under the plugin's id as the service.
   *
   * @param operation one word
   * @param format short: json, csv
   * @param layers names
   * @param area what part of the world it is about, in any system; empty if none
   */
  void served(String operation, String format, Collection<String> layers, Optional<Bounds> area);

  /** So many features of a layer are given, in addition to those that were counted before. */
  void counted(String layer, long features);
}
