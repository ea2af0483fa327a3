package org.tuguan.api.grants;

import java.util.List;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Right;

/**
 * What a change of rights does, before it is made.
 *
 * @param changes whose rights change, on the first day on which it matters; keys are named by what
 *     they begin with
 * @param more how many more there are than are listed
 * @param agreements ids of those that gave what changes
 * @param caches what becomes of answers that are kept somewhere
 */
record Effect(List<Change> changes, int more, List<Long> agreements, Caches caches) {
  /**
   * @param kind everyone, agency, partner, user or key
   * @param area true if a right that they keep holds in another area than before
   */
  record Change(
      String kind, String id, LocalText name, List<Right> gains, List<Right> loses, boolean area) {}

  /**
   * @param withinSeconds after so long every node follows the change
   * @param copies true if browsers and proxies may have copies that anybody could get until now
   * @param copySeconds how long those may be shown at most
   * @param tiles what becomes of tiles in the cache
   */
  record Caches(int withinSeconds, boolean copies, int copySeconds, LocalText tiles) {}
}
