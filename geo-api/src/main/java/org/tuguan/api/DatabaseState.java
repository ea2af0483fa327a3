package org.tuguan.api;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, as last seen by the thread that always has a connection to it.
 * While it is away nobody should wait for it who can do without. Safe for any thread.
 */
@Component
public class DatabaseState {
  private volatile boolean away;

  public boolean isAway() {
    return away;
  }

  /** A connection has been made. */
  public void connected() {
    away = false;
  }

  /** Work broke off; only a lost connection, or none to be had, says that the database is away. */
  public void failed(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLTransientConnectionException
          || each instanceof SQLException fault && lost(fault.getSQLState())) {
        away = true;
      }
    }
  }

  /** Classes of SQL states: 08 connection exception, 57P operator intervention. */
  private static boolean lost(String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }
}
