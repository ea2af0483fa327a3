package org.tuguan.core.analysis;

/** What the figure of an indicator counts. */
public enum IndicatorUnit {
  /** A fraction of 1; people read it as a percentage. */
  RATE,
  /** Things. */
  COUNT,
  /** How often something was done. */
  TIMES,
  DAYS,
  /** NT$. */
  MONEY
}
