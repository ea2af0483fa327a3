package org.tuguan.api.audit;

/** Something that {@code ./tuguan audit NAME} looks through. */
public interface AuditCheck {
  /** As it is called on the command line. */
  String name();

  /** What is checked, in both languages. */
  String purpose();

  /**
   * Prints what was found.
   *
   * @throws org.tuguan.core.RequestException CONFLICT if something is not as it should be
   */
  void run();
}
