package org.tuguan.core.imports;

/** How much a format's text may hide. */
public enum TextTyping {
  /** Columns have declared types: text is text. */
  KEPT,
  /** Numbers and truth values are told apart by the format; dates are written as text. */
  DATES,
  /** Everything is written as text. */
  ALL
}
