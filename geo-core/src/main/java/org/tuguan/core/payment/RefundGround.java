package org.tuguan.core.payment;

/** Why money is given back. */
public enum RefundGround {
  /** Paid too much or by mistake (規費法第18條); with interest. */
  OVERPAID,
  /** Not done within the legal time (規費法第19條); all of it, with interest. */
  NOT_DONE,
  /** By an article that the cashier names; without interest. */
  OTHER
}
