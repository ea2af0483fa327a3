package org.tuguan.core.sharing;

import java.util.Locale;

/** How a request ended. */
public enum UseOutcome {
  OK,
  /** The caller had it already and used that. */
  NOT_MODIFIED,
  /** The caller asked for something that cannot be given. */
  REFUSED,
  /** A fault or an overload of ours. */
  FAILED,
  /** The caller went away before the end. */
  ABORTED;

  /** As it is stored and sent: {@code not-modified}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * From an answer in HTTP.
   *
   * @param failed true if the protocol reports its faults under a status of success
   * @param gone true if the caller could no longer be written to
   */
  public static UseOutcome of(int status, boolean failed, boolean gone) {
    if (gone) {
      return ABORTED;
    }
    if (status >= 500) {
      return FAILED;
    }
    if (status >= 400 || failed) {
      return REFUSED;
    }
    return status == 304 ? NOT_MODIFIED : OK;
  }
}
