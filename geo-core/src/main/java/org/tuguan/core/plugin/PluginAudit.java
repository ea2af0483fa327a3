package org.tuguan.core.plugin;

import java.util.Map;

/** The library's audit trail, for what a plugin does. Safe for any thread. */
public interface PluginAudit {
  /**
   * Joins the transaction of this thread. The actor is who makes the request; outside of requests
   * the system. Names of accounts, ids and settings belong in it; personal data do not, since
   * nothing is ever taken out again.
   *
   * @param action what was done, in the form {@code case.close}; kept with the plugin's id before
   *     it
   * @param subject what it was done to, in the form {@code case:12}
   * @param details what JSON can say
   */
  void record(String action, String subject, Map<String, ?> details);
}
