package org.tuguan.core.issuing;

/** What pricing comes to. The four are never folded into a number: only one of them is a price. */
public enum Outcome {
  /** Something is to be paid. */
  CHARGED,
  /** Nothing is to be paid, by a rule that the quote names. */
  EXEMPT,
  /** A person has to set the price: the standard says so, or its price table is not known. */
  MANUAL_QUOTE,
  /** No fee standard covers the request. Not zero. */
  NOT_APPLICABLE
}
