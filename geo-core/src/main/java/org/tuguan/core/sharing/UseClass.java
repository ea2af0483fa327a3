package org.tuguan.core.sharing;

import java.util.Locale;

/** What a served request counts as; only {@link #USE} is ever counted as use. */
public enum UseClass {
  /** Somebody used data. */
  USE,
  /** What tells of data without being data: legends, thumbnails. */
  DESCRIPTION,
  /** Monitors, link checkers, crawlers: nobody looked. */
  PROBE,
  /** It was refused, failed, or nobody was left to take it. */
  FAILURE,
  /** The operator's own tests and preparations. */
  OWN_TEST;

  /** As it is stored and sent: {@code own-test}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
