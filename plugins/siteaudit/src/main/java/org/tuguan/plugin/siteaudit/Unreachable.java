package org.tuguan.plugin.siteaudit;

/** The first page of a site could not be read; there is nothing to say of the rest. */
final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreachable(String message) {
    super(message);
  }
}
