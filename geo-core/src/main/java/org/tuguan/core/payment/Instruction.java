package org.tuguan.core.payment;

import java.net.URI;
import java.util.Objects;

/** What a payer has to do. */
public sealed interface Instruction {
  /** Take a slip to a counter or a bank. */
  record Slip(SlipBarcode barcode) implements Instruction {
    public Slip {
      Objects.requireNonNull(barcode);
    }
  }

  /**
   * Go to the page of a gateway, where card data are given that we never see.
   *
   * @param address signed; good for some minutes
   */
  record Redirect(URI address) implements Instruction {
    public Redirect {
      Objects.requireNonNull(address);
    }
  }
}
