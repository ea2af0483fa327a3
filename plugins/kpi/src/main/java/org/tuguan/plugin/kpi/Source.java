package org.tuguan.plugin.kpi;

/** Where the figure of an indicator comes from. */
sealed interface Source {
  /**
   * Computed by another part, from its records.
   *
   * @param name of the {@link org.tuguan.core.analysis.Indicator}
   */
  record Computed(String name) implements Source {}

  /** Entered by people each month, with the document that it rests on. */
  record Entered() implements Source {}
}
