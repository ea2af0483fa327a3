package org.tuguan.api.issuing;

import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** What people write in their own words. */
final class PlainText {
  private static final int LONGEST = 4_000;

  private PlainText() {}

  /** The database takes every character but one. */
  static String storable(String value) {
    return value.replace('\u0000', '\uFFFD');
  }

  /** Without blanks around it; empty for null. */
  static String of(String parameter, String value) {
    if (value != null && value.length() > LONGEST) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          parameter,
          new LocalText(
              parameter + "：至多 " + LONGEST + " 字",
              parameter + ": " + LONGEST + " characters at most"));
    }
    return value == null ? "" : storable(value).strip();
  }
}
