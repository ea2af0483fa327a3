package org.tuguan.core.plugin;

import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;

/** Who makes the request that this thread answers. */
public interface PluginCallers {
  /** {@link Caller#ANONYMOUS} outside requests too. */
  Caller current();

  /**
   * Somebody who is signed in with an account of their own.
   *
   * @throws RequestException of kind NOT_ALLOWED
   */
  Caller requireAccount();

  /**
   * Somebody with any of these roles.
   *
   * @throws RequestException of kind NOT_ALLOWED
   */
  Caller require(Role... anyOf);
}
