package org.tuguan.core.issuing.law;

import java.math.BigDecimal;

/**
 * What is paid back.
 *
 * @param amount of the fee, whole NT$
 * @param interest whole NT$, half up
 */
public record Refund(BigDecimal amount, BigDecimal interest, Clause clause) {
  public BigDecimal total() {
    return amount.add(interest);
  }
}
