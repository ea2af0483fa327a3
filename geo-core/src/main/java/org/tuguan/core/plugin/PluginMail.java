package org.tuguan.core.plugin;

import org.tuguan.core.LocalText;

/** Messages to people. Safe for any thread. */
public interface PluginMail {
  /**
   * Joins the transaction of this thread: the message goes out if, and only if, what it tells of is
   * done.
   *
   * @param account name of the account it is for
   * @param link path of the page that is to be opened, beginning with {@code /}, or empty
   * @return false if the account cannot be written to, and nothing was sent
   */
  boolean send(String account, LocalText subject, LocalText text, String link);
}
