package org.tuguan.core.payment;

import java.io.IOException;
import java.util.Map;
import org.tuguan.core.Extension;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * A way to pay a fee. Extension point; safe for any thread. Its name stands in addresses, in the
 * books and on receipts, and so never changes.
 *
 * <p>A method moves no money in our books: it says what the payer has to do, reads what its gateway
 * reports, and asks it. Everything it says may be said again, late, or in another order.
 */
public interface PaymentMethod extends Extension {
  LocalText title();

  /** False while it is not configured; then nobody is offered it. */
  default boolean isReady() {
    return true;
  }

  /** True if no money moves: the pretended gateway of the demonstration. */
  default boolean isDemonstration() {
    return false;
  }

  /** What the payer does; may be asked for again and again. */
  Instruction instruction(Bill bill);

  /** True if the gateway can be asked how a payment ended. */
  default boolean canAsk() {
    return false;
  }

  /**
   * Reads what the gateway sent to us.
   *
   * @param headers names in lower case
   * @throws RequestException NOT_ALLOWED if it is not from the gateway, UNREADABLE_DATA if it
   *     cannot be read, NOT_FOUND if this method has no gateway
   */
  default PaymentNotice read(Map<String, String> headers, String body) {
    throw new RequestException(
        Fault.NOT_FOUND,
        "method",
        new LocalText("此繳費方式不接受通知", "this payment method takes no notices"));
  }

  /**
   * Asks the gateway; may take seconds.
   *
   * @throws IOException if there is no answer that can be believed: then nothing is known
   */
  default PaymentNotice ask(Bill bill) throws IOException {
    throw new IOException(name() + " cannot be asked");
  }
}
