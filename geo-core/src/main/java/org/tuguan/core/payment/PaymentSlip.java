package org.tuguan.core.payment;

import org.tuguan.core.LocalText;

/** Paying at a counter or a bank with a slip; a cashier books what came. */
public final class PaymentSlip implements PaymentMethod {
  public static final String NAME = "slip";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int priority() {
    return 10;
  }

  @Override
  public LocalText title() {
    return new LocalText("繳款單", "payment slip");
  }

  @Override
  public Instruction instruction(Bill bill) {
    return new Instruction.Slip(new SlipBarcode(bill.due(), bill.number(), bill.amount()));
  }
}
