package org.tuguan.core.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.tuguan.core.LocalText;

/**
 * All that a payment slip says.
 *
 * @param application number
 * @param payer organisation, agency or person
 * @param issued day, in Asia/Taipei
 * @param barcode what its bars say, and last day, number and amount
 * @param standard the fee standard with its version, or the article by which a person set the price
 * @param demonstration true if the price is made up, which the slip has to say
 */
public record Slip(
    String application,
    String payer,
    LocalDate issued,
    SlipBarcode barcode,
    List<BillLine> lines,
    LocalText payee,
    LocalText standard,
    boolean demonstration) {
  public Slip {
    Objects.requireNonNull(application);
    Objects.requireNonNull(payer);
    Objects.requireNonNull(issued);
    Objects.requireNonNull(barcode);
    lines = List.copyOf(lines);
    Objects.requireNonNull(payee);
    Objects.requireNonNull(standard);
  }

  public BigDecimal amount() {
    return barcode.amount();
  }
}
