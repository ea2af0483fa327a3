package org.tuguan.core.payment;

import org.tuguan.core.LocalText;

/** How far a payment has come. */
public enum PaymentState {
  OPEN("待繳", "to be paid"),
  /** The gateway was asked and did not say how it ended. Never a failure. */
  UNKNOWN("結果未明", "unknown"),
  PAID("已繳", "paid"),
  /** The gateway says that it was not paid. Should money come all the same, it counts. */
  FAILED("未成功", "not paid"),
  /** It is not needed any more: paid in another way, withdrawn, too late. */
  ENDED("已失效", "ended"),
  /** All of it was given back. */
  REFUNDED("已退費", "refunded");

  private final LocalText title;

  PaymentState(String zh, String en) {
    this.title = new LocalText(zh, en);
  }

  public LocalText title() {
    return title;
  }

  /** True if it ended without money; its gateway may have taken some all the same. */
  public boolean isGivenUp() {
    return this == FAILED || this == ENDED;
  }

  /** True while somebody may still pay it. */
  public boolean isOpen() {
    return this == OPEN || this == UNKNOWN;
  }
}
