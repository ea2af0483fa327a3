package org.tuguan.core.payment;

import java.math.BigDecimal;
import java.util.Objects;
import org.tuguan.core.LocalText;

/**
 * What a part of a fee is for, as papers list it.
 *
 * @param article of the fee standard
 * @param amount whole NT$
 */
public record BillLine(LocalText label, String article, BigDecimal amount) {
  public BillLine {
    Objects.requireNonNull(label);
    Objects.requireNonNull(article);
    Objects.requireNonNull(amount);
  }
}
