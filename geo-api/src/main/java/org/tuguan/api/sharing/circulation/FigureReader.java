package org.tuguan.api.sharing.circulation;

import org.tuguan.api.sharing.SharingProperties;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;

/**
 * What asking for figures does. Those who answer for the rate, and the job of the night, fix the
 * figures of days that are over by asking for them; all others read what is fixed, and have a few
 * days counted that are not.
 *
 * @param fixes whether figures are fixed that are not yet
 * @param counted days that are not fixed, at most with one question
 * @param read days of the ledger, at most with one question
 */
record FigureReader(boolean fixes, int counted, long read) {
  /** Of the server itself, in the night, and of those who answer for the rate. */
  static final FigureReader NIGHT = new FigureReader(true, Integer.MAX_VALUE, Long.MAX_VALUE);

  /** Of the server itself, which only looks. */
  static final FigureReader ONLOOKER = new FigureReader(false, Integer.MAX_VALUE, Long.MAX_VALUE);

  /** A key has no say: it carries none of its holder's offices. */
  static FigureReader of(Caller caller, SharingProperties properties) {
    boolean keeps = caller.has(Role.KPI) || caller.has(Role.OFFICER) || caller.has(Role.ADMIN);
    return keeps ? NIGHT : new FigureReader(false, properties.countedDays(), properties.readDays());
  }
}
