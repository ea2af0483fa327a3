package org.tuguan.core.imports;

import org.tuguan.core.LocalText;

/** A geometry that cannot be built; expected in other people's data, so the compiler insists. */
final class UnreadableGeometryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient LocalText reason;

  UnreadableGeometryException(String zh, String en) {
    super(en, null, false, false);
    this.reason = new LocalText(zh, en);
  }

  LocalText reason() {
    return reason;
  }
}
